"""What can be done to an inventory: more and less of a line, words understood, lists taken."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from domain.inventory import Condition
from domain.survey import is_fixed
from handlers.conversation.kind import Rejected, reject
from handlers.conversation.kinds.files import SentFile
from handlers.inventory.inventory_match import Reader, amount_refused, line_of
from handlers.inventory.inventory_state import (
    ASKING,
    HOME,
    LINE,
    OFFERING,
    DraftLine,
    InventoryDraft,
    InventoryEntry,
)

LONGEST_WORD = 60  # of what is said back
MOST_LINES = 40
MOST_PHOTOS = 5
Moved: TypeAlias = InventoryDraft | Rejected


def add(draft: InventoryDraft, reader: Reader, new: Iterable[DraftLine]) -> Moved:
    """Add lines; the same item in the same condition adds up, the first line of it comes first."""
    lines = list(draft.lines)
    for one in new:
        at = next((n for n, line in enumerate(lines) if line.key == one.key), None)
        if at is None:
            lines.append(one)
        else:
            lines[at] = replace(lines[at], quantity=lines[at].quantity + one.quantity)
    return kept(draft, reader, lines)


def more(draft: InventoryDraft, reader: Reader, target: str, step: int) -> Moved:
    """Take one step more, or less, of a line; none left takes it out, none yet begins one."""
    line = draft.line(target)
    if line is None:
        item = reader.catalogue.find(target)
        if step < 0 or item is None:
            return reject("not-offered")
        begun = add(draft, reader, [DraftLine(target, Decimal(step), fixed=is_fixed(item))])
        return begun if isinstance(begun, Rejected) else _on(begun, target)
    quantity = line.quantity + step
    if quantity <= 0:
        return remove(draft, line.key)
    changed = _swapped(draft, reader, line, replace(line, quantity=quantity))
    return changed if isinstance(changed, Rejected) else _on(changed, line.key)


def set_amount(draft: InventoryDraft, reader: Reader, target: str, quantity: Decimal) -> Moved:
    """Set how much of a line there is."""
    line = draft.line(target)
    if line is None:
        return reject("not-offered")
    changed = _swapped(draft, reader, line, replace(line, quantity=quantity))
    return changed if isinstance(changed, Rejected) else _on(changed, line.key)


def set_condition(draft: InventoryDraft, reader: Reader, key: str, condition: str) -> Moved:
    line = draft.line(key)
    if line is None or condition not in set(Condition):
        return reject("not-offered")
    return _renamed(draft, reader, line, replace(line, condition=Condition(condition)))


def set_fixed(draft: InventoryDraft, reader: Reader, key: str) -> Moved:
    """Turn "fixed" on or off."""
    line = draft.line(key)
    if line is None:
        return reject("not-offered")
    return _renamed(draft, reader, line, replace(line, fixed=not line.fixed))


def remove(draft: InventoryDraft, key: str) -> Moved:
    line = draft.line(key)
    if line is None:
        return reject("not-offered")
    left = tuple(one for one in draft.lines if one is not line)
    view = HOME if draft.view.startswith(LINE) else draft.view
    return replace(draft.changed(lines=left), view=view, focus="", typing=False)


def add_photo(draft: InventoryDraft, photo: SentFile) -> Moved | None:
    """Keep a picture of the line whose card is open; None where none is."""
    line = draft.line(draft.view.removeprefix(LINE)) if draft.view.startswith(LINE) else None
    if line is None:
        return None
    if photo.unique_id in {file.unique_id for file in line.photos}:
        return draft
    if len(line.photos) >= MOST_PHOTOS:
        return reject("photos-enough", most=MOST_PHOTOS)
    return draft.changed(lines=_replaced(draft.lines, line, _having(line, photo)))


def choose(draft: InventoryDraft, reader: Reader, number: int, code: str) -> Moved:
    """Say which item the words being asked about mean."""
    entry, item = being_asked(draft, number), reader.catalogue.find(code)
    if entry is None or item is None:
        return reject("not-offered")
    return settled(draft, reader, reader.taken(entry, item))


def say_amount(draft: InventoryDraft, reader: Reader, quantity: Decimal) -> Moved:
    """Say how much there is of what is being asked about."""
    entry = draft.asked[0]
    if entry.code is None:
        return settled(draft, reader, replace(entry, quantity=quantity))
    item = reader.catalogue.get(entry.code)
    refused = amount_refused(item, quantity)
    return refused or settled(draft, reader, replace(entry, quantity=quantity, unit=None))


def leave_out(draft: InventoryDraft, number: int) -> Moved:
    """Give up on words; they are kept as a note."""
    entry = being_asked(draft, number)
    if entry is None:
        return reject("not-offered")
    left = draft.changed(asked=draft.asked[1:], unread=(*draft.unread, entry.text))
    unknown = (entry.name,) if entry.code is None else ()
    return next_of(replace(left, unknown=unknown))


def accept(draft: InventoryDraft, reader: Reader, number: int) -> Moved:
    """Take all lines that are offered."""
    if number != draft.count or not draft.offered:
        return reject("not-offered")
    added = add(draft, reader, draft.offered)
    if isinstance(added, Rejected):
        return added
    return next_of(replace(added, offered=(), faults=()))


def decline(draft: InventoryDraft, number: int) -> Moved:
    """Take none of the lines that are offered."""
    if number != draft.count or not draft.offered:
        return reject("not-offered")
    return next_of(draft.changed(offered=(), faults=()))


def settled(draft: InventoryDraft, reader: Reader, entry: InventoryEntry) -> InventoryDraft:
    rest, line = draft.asked[1:], fit_line(reader, entry)
    if line is None:
        return next_of(draft.changed(asked=(entry, *rest)))
    if entry.alone and not rest and not draft.offered:
        added = add(draft, reader, [line])
        if not isinstance(added, Rejected):
            return opened(replace(added, asked=()), line)
    return next_of(draft.changed(asked=rest, offered=together((*draft.offered, line))))


def fit_line(reader: Reader, entry: InventoryEntry) -> DraftLine | None:
    line, item = line_of(entry), reader.item(entry)
    if line is None or item is None or amount_refused(item, line.quantity):
        return None
    return replace(line, fixed=line.fixed or is_fixed(item))


def being_asked(draft: InventoryDraft, number: int) -> InventoryEntry | None:
    first = draft.asked[0] if draft.asked else None
    return first if first is not None and first.number == number else None


def next_of(draft: InventoryDraft) -> InventoryDraft:
    """Show what waits: words to be asked, then lines to be confirmed, then the whole."""
    view = ASKING if draft.asked else OFFERING if draft.offered else HOME
    return replace(draft, view=view, focus="", typing=False)


def opened(draft: InventoryDraft, line: DraftLine) -> InventoryDraft:
    return replace(draft, view=LINE + line.key, focus=line.key, typing=False)


def _on(draft: InventoryDraft, target: str) -> InventoryDraft:
    line = draft.line(target)
    return replace(draft, focus=line.key if line else "", typing=False)


def _renamed(draft: InventoryDraft, reader: Reader, line: DraftLine, new: DraftLine) -> Moved:
    """Give a line another key; where one has it already, the two become one."""
    if new.key == line.key:
        return draft
    twin = next((one for one in draft.lines if one.key == new.key), None)
    rest = [one for one in draft.lines if one is not twin]
    if twin is not None:
        photos = (*twin.photos, *new.photos)[:MOST_PHOTOS]
        new = replace(new, quantity=new.quantity + twin.quantity, photos=photos)
    changed = kept(draft, reader, _replaced(rest, line, new))
    return changed if isinstance(changed, Rejected) else opened(changed, new)


def _swapped(draft: InventoryDraft, reader: Reader, line: DraftLine, new: DraftLine) -> Moved:
    return kept(draft, reader, _replaced(draft.lines, line, new))


def _replaced(lines: Iterable[DraftLine], line: DraftLine, new: DraftLine) -> tuple[DraftLine, ...]:
    return tuple(new if one is line else one for one in lines)


def _having(line: DraftLine, photo: SentFile) -> DraftLine:
    return replace(line, photos=(*line.photos, photo))


def kept(draft: InventoryDraft, reader: Reader, lines: Sequence[DraftLine]) -> Moved:
    """Keep these lines if they are not too many and none is too much."""
    if len(lines) > MOST_LINES:
        return reject("goods-full", most=MOST_LINES)
    refused = too_much(reader, lines)
    return draft.changed(lines=tuple(lines)) if refused is None else refused


def too_much(reader: Reader, lines: Iterable[DraftLine]) -> Rejected | None:
    items = ((line, reader.catalogue.find(line.code)) for line in lines)
    faults = (amount_refused(item, line.quantity) for line, item in items if item is not None)
    return next((fault for fault in faults if fault is not None), None)


def together(lines: Iterable[DraftLine]) -> tuple[DraftLine, ...]:
    """Add up lines that say the same."""
    found: dict[str, DraftLine] = {}
    for line in lines:
        twin = found.get(line.key)
        found[line.key] = replace(line, quantity=line.quantity + twin.quantity) if twin else line
    return tuple(found.values())
