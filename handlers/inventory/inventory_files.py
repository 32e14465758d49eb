"""A client's list as a file: lined up when it comes, taken in once it has been read."""

from dataclasses import replace
from pathlib import PurePath

from domain.document_kinds import paper_words
from domain.measures import read_measures
from domain.search import words_of
from handlers.conversation.given import ReadSheet, SentDocument, SentPhoto
from handlers.conversation.kind import Facts, Rejected, reject
from handlers.conversation.kinds.files import PDF, SentFile
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
from handlers.inventory.inventory_taking import captioned, take_in, typed, with_remarks

SHEETS = frozenset({".xlsx", ".xlsm", ".csv", ".tsv"})
OTHER_SHEETS = frozenset({".xls", ".ods", ".numbers"})
TEXTS = (".pdf", ".docx")
OTHER_TEXTS = frozenset({".doc", ".odt", ".rtf", ".pages"})
BIGGEST, BIGGEST_TEXT = 1_000_000, 5_000_000  # bytes of a list
MOST_SCANS = 5
KEPT = frozenset({"scan", "too-complex"})  # a person may read what we cannot
_SUFFIXES = {
    PDF: ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_LISTS = frozenset({"liste", "list", "inventaire", "inventory"})


def sheet_sent(draft: InventoryDraft, given: SentDocument) -> InventoryDraft | Rejected | None:
    """Line a file up to be read after the commit."""
    suffix = suffix_of(given)
    if suffix in OTHER_SHEETS:
        return reject("goods-other-sheet", ending=suffix)
    if suffix in OTHER_TEXTS:
        return reject("goods-other-text", ending=suffix)
    if suffix not in SHEETS and (suffix not in TEXTS or _is_paper(given)):
        return None
    biggest = BIGGEST_TEXT if suffix in TEXTS else BIGGEST
    if given.size > biggest:
        return reject("file-too-big", most=biggest // 1_000_000)
    if given.unique_id in {one.unique_id for one in (*draft.files, *draft.scans)}:
        return draft
    name = given.name if given.name.lower().endswith(suffix) else f"{given.name}{suffix}"
    file = SentFile(given.file_id, given.unique_id, given.size, given.mime, name)
    return replace(draft, files=(*draft.files, file), received=draft.received + 1)


def suffix_of(given: SentDocument) -> str:
    """Tell what a file is by the end of its name, else by its type."""
    return PurePath(given.name.lower()).suffix or _SUFFIXES.get(given.mime, "")


def is_list(given: SentDocument) -> bool:
    """Tell whether a file sent at another question is a list; a PDF has to say so."""
    said = _LISTS & {*words_of(f"{given.caption} {PurePath(given.name).stem}")}
    return suffix_of(given) != ".pdf" or bool(said)


def _is_paper(given: SentDocument) -> bool:
    """Tell whether a document says that it is another than a list: « diagnostic amiante.pdf »."""
    said = {*words_of(f"{given.caption} {PurePath(given.name).stem}")}
    return any(said & {*words} for words in paper_words().values())


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
    found = tuple(file for file in draft.files if file.unique_id == given.unique_id)
    draft = replace(draft, files=left)
    if given.fault in KEPT:
        draft = replace(draft, scans=(*draft.scans, *found)[:MOST_SCANS])
    if given.fault:
        return replace(draft, faults=(InventoryFault(given.fault),), view=HOME)
    sheet = _in_words(given, reader) if given.text else _every_sheet(given, reader)
    if not sheet.entries:
        return replace(draft, faults=sheet.faults, view=HOME)
    taken = take_in(draft, reader, sheet.entries)
    if isinstance(taken, Rejected):
        return replace(draft, faults=(InventoryFault("too-many"),), view=HOME)
    taken = with_remarks(taken, sheet.remarks)
    return replace(taken, faults=(*taken.faults, *sheet.faults))


def _in_words(given: ReadSheet, reader: Reader) -> InventorySheet:
    """Read a document's text as a list that was pasted."""
    entries, remarks = reader.heard(given.text)
    return InventorySheet(entries, () if entries else (InventoryFault("no-things"),), remarks)


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
