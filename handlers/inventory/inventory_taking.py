"""Words and lists taken into an inventory: what is sure is offered, what is not is asked."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from domain.unknown_words import teachable
from handlers.conversation.given import Typed
from handlers.conversation.kind import Facts, Rejected, reject
from handlers.conversation.kinds.files import SentFile
from handlers.conversation.kinds.numbers import Quantity, read_number, unit_named
from handlers.inventory import inventory_others
from handlers.inventory.inventory_match import MOST, Reader, amount_refused
from handlers.inventory.inventory_moves import (
    LONGEST_WORD,
    MOST_LINES,
    Moved,
    add,
    add_photo,
    being_asked,
    fit_line,
    next_of,
    opened,
    say_amount,
    set_amount,
    settled,
    together,
    too_much,
)
from handlers.inventory.inventory_state import ASKING, LINE, SIZING, InventoryDraft, InventoryEntry

MOST_LATER = 400  # rows of a long list that wait
MOST_REMARKS, LONGEST_REMARK = 12, 200


def typed(draft: InventoryDraft, reader: Reader, text: str, facts: Facts) -> Moved | None:
    """Take a bare number for the line in focus, anything else for words of things."""
    if draft.view == SIZING and draft.asked:
        return inventory_others.said(draft, text, reader.lang)
    read = read_number(text)
    if not isinstance(read, Rejected) and (not read[1] or unit_named(read[1])):
        return _amount(draft, reader, text, facts)
    if not any(map(str.isalnum, text)):
        return None
    return hear(draft, reader, text)


def captioned(
    draft: InventoryDraft, reader: Reader, photo: SentFile, facts: Facts
) -> InventoryDraft | None:
    """Take the words below a photo for more of the list, and keep the photo with its first line.

    None where they name nothing that is understood.
    """
    heard = typed(draft, reader, photo.caption, facts)
    if not isinstance(heard, InventoryDraft):
        return None
    if heard.view.startswith(LINE):
        kept = add_photo(heard, photo)
        return kept if isinstance(kept, InventoryDraft) else heard
    if not heard.offered:
        return None
    first, *rest = heard.offered
    return replace(heard, offered=(replace(first, photos=(*first.photos, photo)), *rest))


def _amount(draft: InventoryDraft, reader: Reader, text: str, facts: Facts) -> Moved | None:
    asking = draft.view == ASKING and bool(draft.asked)
    line = draft.line(draft.focus) if draft.focus else None
    code = draft.asked[0].code if asking else line.code if line else None
    item = reader.catalogue.find(code) if code else None
    if item is None:
        return None
    raw = Quantity(hi=MOST, unit=item.unit).read(Typed(text), None, facts)
    if isinstance(raw, Rejected):
        return raw
    # What is unusually much is not asked back here: the card shows it, and undo takes it away.
    quantity = Decimal(str(raw["open"] if isinstance(raw, dict) else raw))
    if asking:
        return say_amount(draft, reader, quantity)
    return set_amount(draft, reader, draft.focus, quantity)


def hear(draft: InventoryDraft, reader: Reader, text: str) -> Moved | None:
    """Take words or a list, None where it names nothing; what is asked may be said otherwise."""
    entries, remarks = reader.heard(text)
    if not entries:
        return None
    moved = _taken(draft, reader, entries)
    return moved if isinstance(moved, Rejected) else with_remarks(moved, remarks)


def with_remarks(draft: InventoryDraft, remarks: Sequence[str]) -> InventoryDraft:
    """Keep sentences that are about no thing, each once."""
    kept = dict.fromkeys((*draft.remarks, *(one[:LONGEST_REMARK] for one in remarks)))
    return replace(draft, remarks=tuple(kept)[:MOST_REMARKS])


def _taken(draft: InventoryDraft, reader: Reader, entries: Sequence[InventoryEntry]) -> Moved:
    alone = len(entries) == 1
    if alone and draft.view == ASKING and draft.asked and entries[0].quantity is None:
        return _said_otherwise(draft, reader, entries[0])
    if alone and (refused := _hopeless(reader, entries[0])) is not None:
        return refused
    return take_in(draft, reader, [replace(entry, alone=alone) for entry in entries])


def take_in(draft: InventoryDraft, reader: Reader, entries: Sequence[InventoryEntry]) -> Moved:
    """Offer what is understood, line up what must be asked; the rest of a long list waits."""
    room = 0 if draft.later else max(0, MOST_LINES - len(draft.asked) - len(draft.offered))
    later = (*draft.later, *entries[room:])
    if len(later) > MOST_LATER:
        return reject("goods-too-many", most=MOST_LATER, count=len(entries))
    known = [entry if entry.code else reader.known(entry) for entry in entries[:room]]
    known = [replace(one, again=_said_before(draft, reader, one)) for one in known]
    sure = [line for one in known if not one.again and (line := fit_line(reader, one)) is not None]
    unsure = [one for one in known if one.again or fit_line(reader, one) is None]
    numbered = [replace(entry, number=draft.count + n) for n, entry in enumerate(unsure, 1)]
    count = draft.count + len(unsure) + 1
    if sure and not later and all(entry.alone for entry in entries):
        added = add(draft, reader, sure)
        return added if isinstance(added, Rejected) else opened(added, sure[-1])
    asked, offered = (*draft.asked, *numbered), together((*draft.offered, *sure))
    unknown = tuple(one.name for one in unsure if one.code is None and not reader.likely(one))
    if (refused := too_much(reader, offered)) is not None:
        return refused
    taken = draft.changed(asked=asked, offered=offered, later=later)
    return next_of(replace(taken, count=count, unknown=unknown))


def _said_before(draft: InventoryDraft, reader: Reader, entry: InventoryEntry) -> bool:
    """Tell whether what is said alone is in the list with another quantity."""
    line = fit_line(reader, entry) if entry.alone else None
    there = draft.line(line.key) if line else None
    return bool(line and there and there.quantity != line.quantity)


def said_again(draft: InventoryDraft, reader: Reader, number: int, *, instead: bool) -> Moved:
    """Add what was said again to its line, or take it `instead`."""
    entry = being_asked(draft, number)
    line = fit_line(reader, entry) if entry is not None and entry.again else None
    if line is None:
        return reject("not-offered")
    rest = replace(draft, asked=draft.asked[1:])
    there = rest.line(line.key)
    if instead and there is not None:
        done = set_amount(rest, reader, there.key, line.quantity)
    else:
        done = add(rest, reader, [line])
    if isinstance(done, Rejected) or done.asked or done.offered:
        return done if isinstance(done, Rejected) else next_of(done)
    return opened(done, line)


def go_on(moved: Moved, reader: Reader) -> Moved:
    """Take the next part of a long list once nothing of it waits any more."""
    if isinstance(moved, Rejected) or moved.asked or moved.offered or not moved.later:
        return moved
    taken = take_in(replace(moved, later=()), reader, moved.later)
    if not isinstance(taken, Rejected):
        return replace(taken, before=moved.before)
    unread = (*moved.unread, *(entry.text for entry in moved.later))
    return replace(moved, later=(), unread=unread)


def _said_otherwise(draft: InventoryDraft, reader: Reader, entry: InventoryEntry) -> Moved:
    first = draft.asked[0]
    again = reader.known(replace(first, name=entry.name, code=None))
    if again.code is None and not reader.likely(again):
        return reject("pick-unknown", word=entry.name[:LONGEST_WORD])
    return settled(draft, reader, again)


def _hopeless(reader: Reader, entry: InventoryEntry) -> Rejected | None:
    """Refuse at once what was said alone and cannot become a line."""
    known = reader.known(entry)
    item = reader.item(known) or next(iter(reader.likely(entry)), None)
    if item is None and known.quantity is not None and teachable(entry.name):
        return None  # it can be kept with its size
    if item is None:
        return reject("pick-unknown", word=entry.text[:LONGEST_WORD])
    return amount_refused(item, known.quantity) if known.quantity is not None else None
