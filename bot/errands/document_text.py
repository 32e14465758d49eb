"""The text of a list that was sent as PDF or Word: its lines, and the rows of its tables."""

import io
import re
import zipfile
from collections.abc import Iterator

from docx import Document
from docx.oxml.simpletypes import ST_Merge
from docx.oxml.table import CT_Row, CT_Tbl
from pypdf import PdfReader

from handlers.conversation.given import ReadSheet

MOST_BYTES = 5_000_000
MOST_PAGES = 20
MOST_UNPACKED, MOST_PARTS = 50_000_000, 500
MOST_LETTERS = 40_000  # of a list of some hundred lines
FEWEST_LETTERS = 3  # fewer on all pages: a scan
_COLUMNS = re.compile(r"(?<=\S) {3,}(?=\S)")


def read_text(content: bytes, unique_id: str, name: str) -> ReadSheet:
    """Read the text of a file of that name; what is wrong with it is its fault.

    Raises MemoryError alone.
    """
    if len(content) > MOST_BYTES:
        return ReadSheet(unique_id, fault="too-big")
    try:
        read = _docx(content) if name.lower().endswith(".docx") else _pdf(content)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 a file from anywhere breaks its reader in ways nobody has listed
        return ReadSheet(unique_id, fault="broken")
    if isinstance(read, _Fault):
        return ReadSheet(unique_id, fault=read)
    if sum(map(str.isalpha, read)) < FEWEST_LETTERS:
        return ReadSheet(unique_id, fault="scan")
    whole = read[:MOST_LETTERS].encode("utf-8", "replace").decode()  # a PDF may hold half letters
    return ReadSheet(unique_id, text=whole)


class _Fault(str):
    """Why a file that can be opened is not read."""

    __slots__ = ()


def _pdf(content: bytes) -> str | _Fault:
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        return _Fault("locked")
    if len(reader.pages) > MOST_PAGES:
        return _Fault("long")
    pages = (page.extract_text(extraction_mode="layout") for page in reader.pages)
    lines = (line for page in pages for line in page.splitlines())
    return "\n".join(_COLUMNS.sub("\t", line.strip()) for line in lines if line.strip())


def _docx(content: bytes) -> str | _Fault:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            return _Fault("too-big")
    return "\n".join(_lines(io.BytesIO(content)))


def _lines(content: io.BytesIO) -> Iterator[str]:
    for part in Document(content).element.body.inner_content_elements:
        if isinstance(part, CT_Tbl):
            yield from map(_row, part.tr_lst)
        else:
            yield part.text


def _row(row: CT_Row) -> str:
    """Write each cell once: `Row.cells` repeats it for as many columns as the file claims."""
    cells = (cell for cell in row.tc_lst if cell.vMerge != ST_Merge.CONTINUE)
    return "\t".join(" ".join(" ".join(p.text for p in cell.p_lst).split()) for cell in cells)
