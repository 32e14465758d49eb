"""The card of an inventory: what it says and the buttons it has, view by view."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from domain.catalogue import Item
from domain.inventory import Condition, InventoryLine, Take, totals
from handlers.conversation.codes import DONE
from handlers.conversation.kind import Option
from handlers.conversation.labels import NAME_END, NAME_LENGTH, squeezed
from handlers.conversation.pages import Pages
from handlers.inventory import inventory_others
from handlers.inventory.inventory_match import Reader, line_of
from handlers.inventory.inventory_others import USUAL
from handlers.inventory.inventory_state import (
    ASKING,
    CATEGORY,
    HOME,
    LINE,
    MINE,
    OFFERING,
    PAGE,
    SIZING,
    DraftLine,
    InventoryDraft,
    InventoryEntry,
)
from handlers.inventory.inventory_wording import faults_told, legend
from handlers.words.catalogue import Markup, Say

VIEW, MORE, LESS, NUMBER = "v.", "+.", "-.", "n."
GRADE, FIX, REMOVE, STEP = "k.", "f.", "r.", "s."
CHOOSE, LEAVE, TAKE, TAKE_ALL, DROP = "w.", "x.", "y.", "z.", "o."
UNDO, PAPER, AMOUNT = "u", "t.", "q."
INSTEAD, AS_WELL = "i.", "a."
STEPS = (1, 5, 10)
FORMATS = ("xlsx", "csv")
LONGEST_REMARKS = 300
ROOM = 3000  # letters of lines; the rest is counted


@dataclass(frozen=True, slots=True)
class Card:
    """An inventory as it stands, before one person's eyes."""

    draft: InventoryDraft
    reader: Reader
    first: Sequence[str] = ()  # families that come before the others

    def options(self) -> list[Option]:
        """List the buttons of the view that is open."""
        view = self.draft.view
        if view == SIZING and self.draft.asked:
            return list(inventory_others.options(self.draft))
        if view == ASKING and self.draft.asked:
            return list(self._asking())
        if view == OFFERING and self.draft.offered:
            return list(self._offering())
        if view.startswith(CATEGORY):
            return list(self._category())
        if view.startswith(MINE):
            return list(self._mine())
        if view.startswith(LINE) and (line := self.draft.line(view.removeprefix(LINE))):
            return list(self._line(line))
        return list(self._home())

    def lines(self, say: Say) -> list[str]:
        """Say in HTML what stands below the question."""
        draft, view = self.draft, self.draft.view
        told = [say("goods-reading")] if draft.files else []
        told += faults_told(draft.faults, say)
        told += [""] if draft.faults else []
        if view == SIZING and draft.asked:
            return [*told, *inventory_others.lines(draft, say)]
        if view == ASKING and draft.asked:
            return [*told, *self._question(say)]
        if view == OFFERING and draft.offered:
            told += [say("goods-later-more", count=len(draft.later))] if draft.later else []
            listed = self._listed(draft.offered, say)
            return [*told, say("goods-offered"), *listed, *self._remarks(say)]
        told += [*self._whole(say), *self._remarks(say)]
        focus = draft.line(draft.focus)
        if focus is not None and draft.typing:
            told += ["", say("goods-how-many", item=self.name(focus, say))]
        elif view.startswith(LINE):
            told += ["", say("goods-line-open", line=self._opened(say))]
        return told

    def _remarks(self, say: Say) -> list[str]:
        """Say what is kept for the coordinators beside the lines."""
        kept = " · ".join(self.draft.remarks)
        return ["", say("goods-remarks", words=squeezed(kept, LONGEST_REMARKS))] if kept else []

    def name(self, line: DraftLine, say: Say) -> str:
        item = self.reader.catalogue.find(line.code)
        return item.label(say.lang) if item else line.code

    def written(self, line: DraftLine, say: Say) -> str:
        """Write a line in plain words: « 20 × Bureau droit (B, fixé) »."""
        item = self.reader.catalogue.find(line.code)
        number = say.number(line.quantity)
        if item is not None and not item.whole:
            number = say.plain(f"unit-{item.unit}", number=number)
        state = [str(line.condition), *([say.plain("goods-fixed")] if line.fixed else [])]
        state += [f"📷 {len(line.photos)}"] if line.photos else []
        return say.plain(
            "goods-line", quantity=number, item=self.name(line, say), state=", ".join(state)
        )

    def _opened(self, say: Say) -> str:
        line = self.draft.line(self.draft.view.removeprefix(LINE))
        return self.written(line, say) if line else ""

    def _whole(self, say: Say) -> list[str]:
        """Say all lines, what they come to, and what nobody understood."""
        draft = self.draft
        if not draft.lines and not draft.unread and not draft.others:
            return [say("goods-ways")]
        takes = (
            Take(item, InventoryLine(line.code, line.quantity))
            for line in draft.lines
            if (item := self.reader.catalogue.find(line.code))
        )
        sum_ = totals(takes)
        told = [*self._listed(draft.lines, say), *inventory_others.listed(draft.others, say)]
        numbers = (sum_.pieces, sum_.volume_m3, sum_.weight_kg)
        pieces, volume, weight = (say.number(_round(number)) for number in numbers)
        count = int(sum_.pieces)
        told += [say("goods-total", count=count, pieces=pieces, volume=volume, weight=weight)]
        if draft.unread:
            told += [say("goods-unread", words=" ; ".join(draft.unread)[:300])]
        return told

    def _listed(self, lines: Sequence[DraftLine], say: Say) -> list[str]:
        told: list[str] = []
        room = ROOM
        for line in lines:
            words = say("goods-listed", line=self.written(line, say))
            room -= len(words)
            if room < 0:
                told.append(say("review-more", count=len(lines) - len(told)))
                break
            told.append(words)
        return [*told, f"<i>{legend(lines, say)}</i>"] if lines else told

    def _question(self, say: Say) -> list[str]:
        entry = self.draft.asked[0]
        item = self.reader.item(entry)
        words = entry.text[:200]
        left = len(self.draft.asked) - 1
        told = [say("goods-asked-more", count=left)] if left else []
        told += [say("goods-later-more", count=len(self.draft.later))] if self.draft.later else []
        if entry.again and (there := self._there(entry)) is not None:
            return [say("goods-ask-again", words=words, line=self.written(there, say)), *told]
        if item is not None:
            unit = Markup(say(f"goods-unit-{item.unit}"))
            return [
                say("goods-ask-amount", words=words, item=item.label(say.lang), unit=unit),
                *told,
            ]
        key = "goods-ask-item" if self.reader.likely(entry) else "goods-ask-unknown"
        return [say(key, words=words), *told]

    def _there(self, entry: InventoryEntry) -> DraftLine | None:
        """Return the line of the list that was said again."""
        new = line_of(entry)
        return self.draft.line(new.key) or self.draft.line(new.code) if new else None

    def _again(self, entry: InventoryEntry) -> Iterator[Option]:
        there, new = self._there(entry), entry.quantity or Decimal(0)
        every = new + (there.quantity if there else 0)
        yield _wide(f"{INSTEAD}{entry.number}", "goods-instead", quantity=new)
        yield _wide(f"{AS_WELL}{entry.number}", "goods-as-well", quantity=every)

    def _home(self) -> Iterator[Option]:
        draft = self.draft
        for name in sorted(self.reader.catalogue.categories, key=lambda one: one not in self.first):
            yield Option(f"{VIEW}{CATEGORY}{name}.0", f".{name}")
        if draft.asked:
            yield _wide(VIEW + ASKING, "goods-waiting", count=len(draft.asked))
        if draft.offered:
            yield _wide(VIEW + OFFERING, "goods-to-confirm", count=len(draft.offered))
        if count := len(draft.lines) + len(draft.others):
            yield _wide(f"{VIEW}{MINE}0", "goods-mine", count=count)
        yield from self._ends()
        for one in FORMATS:
            yield _wide(PAPER + one, f"goods-paper-{one}")

    def _category(self) -> Iterator[Option]:
        name, _, page = self.draft.view.removeprefix(CATEGORY).rpartition(".")
        items = self.reader.catalogue.categories.get(name, ())
        pages = Pages(int(page), len(items), PAGE)
        for step in STEPS:
            mark = "●" if step == self.draft.step else ""
            yield Option(f"{STEP}{step}", "goods-step", params={"step": step}, mark=mark)
        for item in pages.of(items):
            yield from self._item(item)
        yield _wide(f"{VIEW}{HOME}", "pick-categories")
        yield from pages.options(f"{VIEW}{CATEGORY}{name}.")
        yield from self._ends()

    def _item(self, item: Item) -> Iterator[Option]:
        line, label = self.draft.line(item.code), item.label(self.reader.lang)
        if line is None:
            yield Option(MORE + item.code, text=label, wide=True)
            return
        yield Option(f"{VIEW}{LINE}{line.key}", text=label, mark="✓", wide=True)
        yield from self._amount(line)

    def _amount(self, line: DraftLine) -> Iterator[Option]:
        yield Option(LESS + line.key, text="➖", tap_only=True)
        yield Option(NUMBER + line.key, text=partial(_number, line.quantity), tap_only=True)
        yield Option(MORE + line.key, text="➕", tap_only=True)

    def _line(self, line: DraftLine) -> Iterator[Option]:
        item = self.reader.catalogue.find(line.code)
        fixable = line.fixed or (item is not None and item.may_be_fixed)
        mine = _wide(f"{VIEW}{MINE}0", "goods-mine", count=len(self.draft.lines))
        yield from self._amount(line)
        if fixable:
            yield _wide(FIX + line.key, "goods-is-fixed" if line.fixed else "goods-not-fixed")
        else:
            yield mine
        for condition in Condition:
            mark = "●" if condition is line.condition else ""
            yield Option(f"{GRADE}{line.key}.{condition}", f".{condition}", mark=mark)
        yield Option(REMOVE + line.key, "review-remove", style="danger", wide=True)
        if fixable:
            yield mine
        yield _wide(VIEW + HOME, "pick-categories")
        yield from self._ends()

    def _mine(self) -> Iterator[Option]:
        lines, page = self.draft.lines, self.draft.view.removeprefix(MINE)
        pages = Pages(int(page), len(lines), PAGE)
        for line in pages.of(lines):
            yield Option(f"{VIEW}{LINE}{line.key}", text=partial(_entitled, self, line), wide=True)
        yield from inventory_others.removals(self.draft.others)
        yield _wide(VIEW + HOME, "pick-categories")
        yield from pages.options(VIEW + MINE)
        yield from self._ends()

    def _asking(self) -> Iterator[Option]:
        entry = self.draft.asked[0]
        if entry.again:
            yield from self._again(entry)
        elif entry.code is None:
            for item in self.reader.likely(entry):
                code = f"{CHOOSE}{entry.number}.{item.code}"
                yield Option(code, text=item.label(self.reader.lang), wide=True)
            yield inventory_others.asks(entry)
        elif (known := self.reader.item(entry)) is not None:
            for amount in entry.choices or (USUAL if known.whole else ()):
                code = f"{AMOUNT}{entry.number}.{amount}"
                yield Option(code, text=partial(_number, amount), tap_only=True)
        yield _wide(f"{LEAVE}{entry.number}", "goods-leave-out")
        yield _wide(VIEW + HOME, "goods-later")

    def _offering(self) -> Iterator[Option]:
        count = self.draft.count
        yield Option(f"{TAKE_ALL}{count}", "goods-take-all", style="success", wide=True)
        yield _wide(f"{TAKE}{count}", "goods-take")
        yield _wide(f"{DROP}{count}", "goods-drop")
        yield _wide(VIEW + HOME, "goods-later")

    def _ends(self) -> Iterator[Option]:
        if self.draft.before:
            yield _wide(UNDO, "goods-undo")
        if self.draft.lines or self.draft.others:
            yield Option(DONE, "nav-enough", style="success", wide=True)


def _wide(code: str, key: str, **params: object) -> Option:
    return Option(code, key, params=params, wide=True)


def _number(quantity: Decimal, say: Say) -> str:
    return say.number(quantity)


def _entitled(card: Card, line: DraftLine, say: Say) -> str:
    """Write a line for its button: of a long one, the name is cut and not the rest."""
    written, name = card.written(line, say), card.name(line, say)
    room = max(NAME_LENGTH - len(written) + len(name), 2 * NAME_END)
    return written.replace(name, squeezed(name, room))


def _round(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1")) if value % 1 else value
