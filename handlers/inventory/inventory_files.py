"""A client's list as a file: lined up when it comes, taken in once it has been read."""

from dataclasses import replace
from pathlib import PurePath

from domain.measures import read_measures
from handlers.conversation.given import ReadSheet, SentDocument, SentPhoto
from handlers.conversation.kind import Facts, Rejected, reject
from handlers.conversation.kinds.files import SentFile
from handlers.inventory import inventory_others
from handlers.inventory.inventory_match import Reader
from handlers.inventory.inventory_moves import add_photo
from handlers.inventory.inventory_sheet import InventorySheet, read_sheet
from handlers.inventory.inventory_state import (
    HOME,
    SIZING,
    InventoryDraft,
    InventoryEntry,
    InventoryFault,
)
from handlers.inventory.inventory_taking import captioned, take_in, typed

SHEETS = frozenset({".xlsx", ".xlsm", ".csv", ".tsv"})
OTHER_SHEETS = frozenset({".xls", ".ods", ".numbers"})
BIGGEST = 1_000_000  # bytes of a list


def sheet_sent(draft: InventoryDraft, given: SentDocument) -> InventoryDraft | Rejected | None:
    """Line a file up to be read after the commit."""
    suffix = PurePath(given.name.lower()).suffix
    if suffix in OTHER_SHEETS:
        return reject("goods-other-sheet", ending=suffix)
    if suffix not in SHEETS:
        return None
    if given.size > BIGGEST:
        return reject("file-too-big", most=BIGGEST // 1_000_000)
    if given.unique_id in {one.unique_id for one in draft.files}:
        return draft
    file = SentFile(given.file_id, given.unique_id, given.size, given.mime, given.name)
    return replace(draft, files=(*draft.files, file), received=draft.received + 1)


def captioned_sheet(
    draft: InventoryDraft, reader: Reader, given: SentDocument, facts: Facts
) -> InventoryDraft | Rejected | None:
    """Line a file up, and take the words below it for more of the list."""
    did = sheet_sent(draft, given)
    if not given.caption or not isinstance(did, InventoryDraft):
        return did
    said = typed(did, reader, given.caption, facts)
    return said if isinstance(said, InventoryDraft) else did


def photo_sent(
    draft: InventoryDraft, reader: Reader, given: SentPhoto, facts: Facts
) -> InventoryDraft | Rejected | None:
    """Keep a photo with the line that is open, or with the lines that the words below it say."""
    told = given.caption
    photo = SentFile(given.file_id, given.unique_id, given.size, caption=told, album=given.album)
    if draft.view == SIZING and draft.asked:
        kept = inventory_others.photographed(draft, photo)
        if isinstance(kept, InventoryDraft) and read_measures(told) is not None:
            return typed(kept, reader, told, facts)
        return kept
    did = add_photo(draft, photo)
    if not told or isinstance(did, Rejected):
        return did
    return captioned(did or draft, reader, photo, facts) or did


def sheet_read(
    draft: InventoryDraft, reader: Reader, given: ReadSheet
) -> InventoryDraft | Rejected:
    """Take in what the file says, and tell what is wrong in it."""
    left = tuple(file for file in draft.files if file.unique_id != given.unique_id)
    if left == draft.files:
        return draft
    draft = replace(draft, files=left)
    if given.fault:
        return replace(draft, faults=(InventoryFault(given.fault),), view=HOME)
    sheet = _every_sheet(given, reader)
    if not sheet.entries:
        return replace(draft, faults=sheet.faults, view=HOME)
    taken = take_in(draft, reader, sheet.entries)
    if isinstance(taken, Rejected):
        return replace(draft, faults=(InventoryFault("too-many"),), view=HOME)
    return replace(taken, faults=(*taken.faults, *sheet.faults))


def _every_sheet(given: ReadSheet, reader: Reader) -> InventorySheet:
    """Read all sheets; of several, one without a header is passed over and named."""
    if not given.others:
        return read_sheet(given.rows, reader)
    entries: list[InventoryEntry] = []
    faults: list[InventoryFault] = []
    for title, rows in ((given.title, given.rows), *given.others):
        sheet = read_sheet(rows, reader)
        entries += sheet.entries
        faults += sheet.faults if sheet.entries else [InventoryFault("no-sheet", value=title)]
    return InventorySheet(tuple(entries), tuple(faults))
