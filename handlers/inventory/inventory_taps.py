"""What a tap on the card of an inventory does."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from handlers.conversation.codes import DONE
from handlers.conversation.kind import Json, Rejected, reject
from handlers.conversation.kinds.numbers import read_number
from handlers.inventory import (
    inventory_card,
    inventory_moves,
    inventory_others,
    inventory_taking,
)
from handlers.inventory.inventory_match import Reader
from handlers.inventory.inventory_state import (
    ASKING,
    CATEGORY,
    HOME,
    LINE,
    MINE,
    OFFERING,
    SIZING,
    InventoryDraft,
)

LONGEST_VIEW = 40
Did: TypeAlias = InventoryDraft | Rejected
Deed: TypeAlias = Callable[[InventoryDraft, Reader, str], Did]


def finished(draft: InventoryDraft, reader: Reader, code: str) -> Json | Rejected:
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
    if not draft.lines:
        return reject("goods-others-only" if draft.others else "goods-none")
    return draft.finished()


def tapped(draft: InventoryDraft, reader: Reader, code: str) -> Did:
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
    if draft.view == SIZING:
        return inventory_others.counted(draft, read[0])
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
    inventory_others.KEEP: lambda draft, _, number: inventory_others.begin(draft, _int(number)),
    inventory_others.SIZELESS: lambda draft, _, number: inventory_others.without_size(
        draft, _int(number)
    ),
    inventory_others.FORGET: lambda draft, _, number: inventory_others.forget(draft, _int(number)),
}


def _int(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else -1
