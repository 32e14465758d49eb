"""What is to be taken away: picked, typed, pasted or sent as a file, in any mixture."""

from collections.abc import Callable, Sequence
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
from handlers.inventory import (
    inventory_card,
    inventory_others,
    inventory_taking,
    inventory_taps,
)
from handlers.inventory.inventory_files import (
    captioned_sheet,
    is_list,
    photo_sent,
    sheet_read,
    sheet_sent,
)
from handlers.inventory.inventory_match import Reader
from handlers.inventory.inventory_state import (
    Goods,
    InventoryDraft,
    InventoryFault,
    drafted,
    read_draft,
)
from handlers.inventory.inventory_wording import legend
from handlers.inventory.unknown_words import noting
from handlers.words.catalogue import Say

READ_SHEET, MAKE_TEMPLATE = "read-sheet", "make-template"
LONGEST_VIEW = 40
Did: TypeAlias = InventoryDraft | Rejected
Wants: TypeAlias = Callable[[Any], Sequence[str]]


class Inventory(Kind[Goods]):
    """Lines of the catalogue (the fact `catalogue`), one line an item and condition.

    `wants` names, from the answers so far, the families of which there must be a line.
    """

    expects = "inventory"
    reopens = True
    columns = 3
    needs = ("catalogue",)

    def __init__(self, wants: Wants = lambda _so_far: ()) -> None:
        self.wants = wants

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        draft, reader = _afresh(drafted(before)), _reader(facts)
        did: Json | Did | None = None
        match given:
            case Tapped(code=code):
                did = inventory_taps.finished(draft, reader, code) or inventory_taps.tapped(
                    draft, reader, code
                )
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
        """A list sent early is read once it is asked for; one sent late is read at once."""
        if not isinstance(given, SentDocument) or not is_list(given):
            return None
        did = sheet_sent(drafted(before), given)
        return did.dump() if isinstance(did, InventoryDraft) else did

    def load(self, raw: Json) -> Goods | Rejected | Open:
        draft = read_draft(raw)
        if draft is None or raw is None:
            return reject("not-offered")
        if not isinstance(raw, dict) or not raw.get("done"):
            return OPEN
        if not draft.lines:
            return reject("goods-others-only" if draft.others else "goods-none")
        return Goods(draft.lines, draft.unread, draft.others, draft.scans, draft.remarks)

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        first = self.wants(facts.so_far)
        return inventory_card.Card(drafted(before), _reader(facts), first).options()

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        return inventory_card.Card(drafted(before), _reader(facts)).lines(say)

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        draft = drafted(raw)
        if draft.files and not draft.lines:
            return say.plain("files-shown", count=len(draft.files))
        return say.plain("goods-shown", count=len(draft.lines) + len(draft.others))

    def rows(self, raw: Json, facts: Facts, say: Say) -> Sequence[str]:
        draft, known = drafted(raw), facts.get("catalogue")
        written = inventory_card.Card(draft, Reader(known, say.lang)).written if known else None
        lines = [written(line, say) for line in draft.lines] if written else []
        lines += [inventory_others.said_plain(other, say) for other in draft.others]
        lines += [say.plain("goods-unread", words=one) for one in draft.unread]
        return [*lines, *(say.plain("goods-remark", words=one) for one in draft.remarks)]

    def legend(self, raw: Json, facts: Facts, say: Say) -> str:
        return legend(drafted(raw).lines, say)

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
        kept = InventoryDraft(draft.lines, draft.unread, others=draft.others)
        return replace(kept, scans=draft.scans, remarks=draft.remarks).dump()

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


def _reader(facts: Facts) -> Reader:
    return Reader(facts["catalogue"], facts.lang)
