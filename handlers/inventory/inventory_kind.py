"""What is to be taken away: picked, typed, pasted or sent as a file, in any mixture."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from domain.inventory import Condition
from handlers.conversation.codes import DONE
from handlers.conversation.given import (
    Given,
    ReadSheet,
    SentDocument,
    SentPhoto,
    Tapped,
    Typed,
)
from handlers.conversation.kind import (
    OPEN,
    DeferredWork,
    Facts,
    Json,
    Kind,
    Open,
    Option,
    Rejected,
    reject,
)
from handlers.conversation.kinds.numbers import read_number
from handlers.inventory import inventory_card, inventory_moves, inventory_taking
from handlers.inventory.inventory_files import captioned_sheet, photo_sent, sheet_read, sheet_sent
from handlers.inventory.inventory_match import Reader
from handlers.inventory.inventory_state import (
    ASKING,
    CATEGORY,
    HOME,
    LINE,
    MINE,
    OFFERING,
    Goods,
    InventoryDraft,
    InventoryFault,
    drafted,
    read_draft,
)
from handlers.inventory.unknown_words import noting
from handlers.words.catalogue import Say

READ_SHEET, MAKE_TEMPLATE = "read-sheet", "make-template"
LONGEST_VIEW = 40
Did: TypeAlias = InventoryDraft | Rejected
Deed: TypeAlias = Callable[[InventoryDraft, Reader, str], Did]
Wants: TypeAlias = Callable[[Any], Sequence[str]]


class Inventory(Kind[Goods]):
    """Lines of the catalogue (the fact `catalogue`), one line an item and condition.

    `wants` names, from the answers so far, the families of which there must be a line.
    """

    expects = "inventory"
    columns = 3
    needs = ("catalogue",)

    def __init__(self, wants: Wants = lambda _so_far: ()) -> None:
        self.wants = wants

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        draft, reader = _afresh(drafted(before)), _reader(facts)
        did: Json | Did | None = None
        match given:
            case Tapped(code=code):
                did = _finished(draft, reader, code) or _tapped(draft, reader, code)
                if isinstance(did, dict) and (lacking := self._lacking(did, facts)):
                    did = lacking if code == DONE else _going_on(did, lacking)
            case Typed(text=text):
                did = inventory_taking.typed(draft, reader, text, facts)
            case SentPhoto():
                did = photo_sent(draft, reader, given, facts)
            case SentDocument():
                did = captioned_sheet(draft, reader, given, facts)
            case ReadSheet():
                did = sheet_read(draft, reader, given)
        if did is None:
            return self.unexpected(given)
        if isinstance(did, InventoryDraft):
            did = inventory_taking.go_on(did, reader)
        return did.dump() if isinstance(did, InventoryDraft) else did

    def keeps(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        """A list sent early is read once it is asked for; a list that is complete stays."""
        if not isinstance(given, SentDocument) or drafted(before).lines:
            return None
        did = sheet_sent(drafted(before), given)
        return did.dump() if isinstance(did, InventoryDraft) else did

    def load(self, raw: Json) -> Goods | Rejected | Open:
        draft = read_draft(raw)
        if draft is None or raw is None:
            return reject("not-offered")
        if not isinstance(raw, dict) or not raw.get("done"):
            return OPEN
        return Goods(draft.lines, draft.unread) if draft.lines else reject("goods-none")

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        first = self.wants(facts.so_far)
        return inventory_card.Card(drafted(before), _reader(facts), first).options()

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        return inventory_card.Card(drafted(before), _reader(facts)).lines(say)

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        draft = drafted(raw)
        if draft.files and not draft.lines:
            return say.plain("files-shown", count=len(draft.files))
        return say.plain("goods-shown", count=len(draft.lines))

    def rows(self, raw: Json, facts: Facts, say: Say) -> Sequence[str]:
        draft, known = drafted(raw), facts.get("catalogue")
        written = inventory_card.Card(draft, Reader(known, say.lang)).written if known else None
        lines = [written(line, say) for line in draft.lines] if written else []
        return [*lines, *(say.plain("goods-unread", words=one) for one in draft.unread)]

    def legend(self, raw: Json, facts: Facts, say: Say) -> str:
        return inventory_card.legend(drafted(raw).lines, say)

    def still(self, raw: Json, facts: Facts) -> Rejected | None:
        known = facts.get("catalogue")
        gone = known and any(known.find(line.code) is None for line in drafted(raw).lines)
        return reject("not-offered") if gone else self._lacking(raw, facts)

    def _lacking(self, raw: Json, facts: Facts) -> Rejected | None:
        """Refuse an inventory without anything of a family that the work is about."""
        known = facts.get("catalogue")
        items = [known.find(line.code) for line in drafted(raw).lines] if known else []
        there = {one.category for one in items if one is not None}
        missing = [want for want in self.wants(facts.so_far) if want not in there] if known else []
        return reject(f"goods-no-{missing[0]}") if missing else None

    def reopen(self, raw: Json) -> Json:
        draft = drafted(raw)
        return InventoryDraft(draft.lines, draft.unread).dump()

    def deferred_work(self, before: Json) -> Sequence[DeferredWork]:
        draft = drafted(before)
        wanted = [
            DeferredWork(
                READ_SHEET,
                f"{draft.received}:{file.unique_id}",
                {"file": file.file_id, "unique": file.unique_id, "name": file.name},
            )
            for file in draft.files
        ]
        if draft.paper:
            wanted.append(DeferredWork(MAKE_TEMPLATE, str(draft.papers), {"format": draft.paper}))
        return [*wanted, *noting(draft.unknown)]

    def work_refused(self, rejected: Rejected) -> Sequence[DeferredWork]:
        word = rejected.params.get("word")
        return noting([str(word)]) if rejected.code == "pick-unknown" else ()

    def attributes(self) -> Sequence[str]:
        return tuple(Condition)


def _afresh(draft: InventoryDraft) -> InventoryDraft:
    """Forget what was said once and needs no second telling."""
    kept = draft.faults if draft.asked or draft.offered else ()
    return replace(draft, paper="", faults=kept, unknown=())


def _going_on(finished: Json, lacking: Rejected) -> InventoryDraft:
    """Keep the lines that were taken, and say what is missing."""
    fault = InventoryFault(lacking.code.removeprefix("goods-"))
    return replace(drafted(finished), faults=(fault,))


def _finished(draft: InventoryDraft, reader: Reader, code: str) -> Json | Rejected:
    """End it, with the lines that are offered where that was tapped; None for other buttons."""
    if code.startswith(inventory_card.TAKE_ALL) and draft.later:
        return None  # more of the list comes
    if code.startswith(inventory_card.TAKE_ALL):
        taken = inventory_moves.accept(
            draft, reader, _int(code.removeprefix(inventory_card.TAKE_ALL))
        )
        if isinstance(taken, Rejected):
            return taken
        draft = taken
    elif code != DONE:
        return None
    if draft.files or draft.asked or draft.offered or draft.later:
        return reject("goods-waiting")
    return draft.finished() if draft.lines else reject("goods-none")


def _tapped(draft: InventoryDraft, reader: Reader, code: str) -> Did:
    if code == inventory_card.UNDO:
        return draft.undone() if draft.before else reject("not-offered")
    deed = _DEEDS.get(code[:2])
    return deed(draft, reader, code[2:]) if deed else reject("not-offered")


def _view(draft: InventoryDraft, reader: Reader, view: str) -> Did:
    start, rest = view[:2], view[2:]
    name, _, page = rest.rpartition(".")
    fits = {
        CATEGORY: name in reader.catalogue.categories and page.isdecimal(),
        MINE: rest.isdecimal(),
        LINE: draft.line(rest) is not None,
    }
    if len(view) > LONGEST_VIEW or not (view in {HOME, ASKING, OFFERING} or fits.get(start)):
        return reject("not-offered")
    focus = rest if start == LINE else ""
    return replace(draft, view=view, focus=focus, typing=False)


def _more(draft: InventoryDraft, reader: Reader, target: str) -> Did:
    return inventory_moves.more(draft, reader, target, draft.step)


def _less(draft: InventoryDraft, reader: Reader, target: str) -> Did:
    return inventory_moves.more(draft, reader, target, -draft.step)


def _asked_number(draft: InventoryDraft, _reader: Reader, target: str) -> Did:
    line = draft.line(target)
    return replace(draft, focus=line.key, typing=True) if line else reject("not-offered")


def _step(draft: InventoryDraft, _reader: Reader, step: str) -> Did:
    return (
        replace(draft, step=int(step))
        if step in map(str, inventory_card.STEPS)
        else reject("not-offered")
    )


def _grade(draft: InventoryDraft, reader: Reader, code: str) -> Did:
    key, _, condition = code.rpartition(".")
    return inventory_moves.set_condition(draft, reader, key, condition)


def _choose(draft: InventoryDraft, reader: Reader, code: str) -> Did:
    number, _, item = code.partition(".")
    return inventory_moves.choose(draft, reader, _int(number), item)


def _said_amount(draft: InventoryDraft, reader: Reader, code: str) -> Did:
    """Take a number that was tapped for what is being asked about."""
    number, _, amount = code.partition(".")
    read = read_number(amount)
    asked = draft.asked[0] if draft.asked else None
    if asked is None or asked.number != _int(number) or isinstance(read, Rejected):
        return reject("not-offered")
    return inventory_moves.say_amount(draft, reader, read[0])


def _paper(draft: InventoryDraft, _reader: Reader, wanted: str) -> Did:
    if wanted not in inventory_card.FORMATS:
        return reject("not-offered")
    return replace(draft, paper=wanted, papers=draft.papers + 1)


_DEEDS: Mapping[str, Deed] = {
    inventory_card.VIEW: _view,
    inventory_card.MORE: _more,
    inventory_card.LESS: _less,
    inventory_card.NUMBER: _asked_number,
    inventory_card.STEP: _step,
    inventory_card.GRADE: _grade,
    inventory_card.FIX: inventory_moves.set_fixed,
    inventory_card.REMOVE: lambda draft, _, key: inventory_moves.remove(draft, key),
    inventory_card.CHOOSE: _choose,
    inventory_card.INSTEAD: lambda draft, reader, number: inventory_taking.said_again(
        draft, reader, _int(number), instead=True
    ),
    inventory_card.AS_WELL: lambda draft, reader, number: inventory_taking.said_again(
        draft, reader, _int(number), instead=False
    ),
    inventory_card.AMOUNT: _said_amount,
    inventory_card.LEAVE: lambda draft, _, number: inventory_moves.leave_out(draft, _int(number)),
    inventory_card.TAKE: lambda draft, reader, number: inventory_moves.accept(
        draft, reader, _int(number)
    ),
    inventory_card.TAKE_ALL: lambda draft, reader, number: inventory_moves.accept(
        draft, reader, _int(number)
    ),
    inventory_card.DROP: lambda draft, _, number: inventory_moves.decline(draft, _int(number)),
    inventory_card.PAPER: _paper,
}


def _reader(facts: Facts) -> Reader:
    return Reader(facts["catalogue"], facts.lang)


def _int(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else -1
