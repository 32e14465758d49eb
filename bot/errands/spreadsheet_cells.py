"""Spreadsheets as text: rows of cells out of XLSX and CSV, and a template made of the catalogue."""

import codecs
import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from math import isfinite
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from domain.catalogue import Catalogue, Item
from domain.inventory import Condition
from handlers.conversation.given import ReadSheet
from handlers.inventory.inventory_sheet import COLUMNS, CONDITION, FIXED
from handlers.words.catalogue import Say

XLSX, CSV = "xlsx", "csv"
BOOKS = (".xlsx", ".xlsm")
SEPARATORS = ";\t|,"
SAMPLE = 20  # lines of a text in which its separator is looked for
DIGITS = 12  # of a number in a cell; what a sum has beyond is noise
MIMES = {
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    CSV: "text/csv",
}
MOST_BYTES = 1_000_000
MOST_UNPACKED = 30_000_000  # what a book of a megabyte may unpack to
MOST_PARTS = 200
MOST_ROWS, MOST_COLUMNS, MOST_LETTERS = 2_000, 30, 300
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
WIDTHS = (12, 52, 12, 10, 10)

CellRows = tuple[tuple[int, tuple[str, ...]], ...]


class SpreadsheetUnreadable(ValueError):
    """No rows can be had from these bytes."""


def read_rows(content: bytes, unique_id: str, name: str) -> ReadSheet:
    """Read the rows of a file of that name; never raises: what is wrong with it is its fault."""
    if len(content) > MOST_BYTES:
        return ReadSheet(unique_id, fault="too-big")
    try:
        book = name.lower().endswith(BOOKS)
        sheets = _xlsx(content) if book else [("", _kept(_csv(content)))]
    except Exception:  # noqa: BLE001 a file from anywhere breaks its reader in ways nobody has listed
        return ReadSheet(unique_id, fault="broken")
    sheets = [(title, rows) for title, rows in sheets if rows]
    if sum(len(rows) for _, rows in sheets) > MOST_ROWS:
        return ReadSheet(unique_id, fault="too-many")
    if not sheets:
        return ReadSheet(unique_id, fault="empty")
    (title, rows), *others = sheets
    return ReadSheet(unique_id, rows, title=title if others else "", others=tuple(others))


def read_sheets(content: bytes, name: str) -> dict[str, CellRows]:
    """Read the rows of every visible sheet, by its title. Raises SpreadsheetUnreadable."""
    if len(content) > MOST_BYTES:
        raise SpreadsheetUnreadable("it is far bigger than a list")
    try:
        if not name.lower().endswith(BOOKS):
            return {name: _kept(_csv(content))}
        _refuse_bomb(content)
        book = load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
        return {
            sheet.title: _kept(
                enumerate(
                    (
                        tuple(_text(cell) for cell in cells)
                        for cells in sheet.iter_rows(
                            max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True
                        )
                    ),
                    1,
                )
            )
            for sheet in book.worksheets
            if sheet.sheet_state == "visible"
        }
    except SpreadsheetUnreadable:
        raise
    except Exception as error:  # a file from anywhere breaks its reader in ways nobody has listed
        raise SpreadsheetUnreadable("it is broken") from error


def _kept(rows: Iterable[tuple[int, tuple[str, ...]]]) -> CellRows:
    return tuple((number, _trimmed(cells)) for number, cells in rows if any(cells))


def _refuse_bomb(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise SpreadsheetUnreadable("it unpacks to far more than a list")


def _xlsx(content: bytes) -> list[tuple[str, CellRows]]:
    """Read all visible sheets; no formula is run: what it last gave counts, else its own text."""
    _refuse_bomb(content)
    given, written = (_sheets(content, data_only=given) for given in (True, False))
    return [
        (title, _kept(_told(values, texts)))
        for (title, values), (_, texts) in zip(given, written, strict=True)
    ]


def _told(
    given: Iterable[tuple[Any, ...]], written: Iterable[tuple[Any, ...]]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    for number, (values, texts) in enumerate(zip(given, written, strict=True), 1):
        pairs = zip(values, texts, strict=True)
        yield number, tuple(_text(text if value is None else value) for value, text in pairs)


def _sheets(content: bytes, *, data_only: bool) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                yield (
                    sheet.title,
                    list(
                        sheet.iter_rows(
                            max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True
                        )
                    ),
                )
    finally:
        book.close()


def _csv(content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    text = decoded(content)
    if "\0" in text:
        raise SpreadsheetUnreadable("that is no text")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_mark(text))
    for cells in reader:
        if reader.line_num > MOST_ROWS + 1:
            raise SpreadsheetUnreadable("it has far more rows than a list")
        yield reader.line_num, tuple(_text(cell) for cell in cells[:MOST_COLUMNS])


def _mark(text: str) -> str:
    """Return what parts the cells: the mark that most of the first lines have, most often."""
    first = [line for line in text.splitlines()[:SAMPLE] if line.strip()]
    return max(
        SEPARATORS,
        key=lambda mark: (sum(mark in line for line in first), sum(map(_count(mark), first))),
    )


def _count(mark: str) -> Callable[[str], int]:
    return lambda line: line.count(mark)


def decoded(content: bytes) -> str:
    """Read what editors write: UTF-8 with or without a mark, UTF-16, else old Windows letters."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    if content[1:2] == b"\0":
        return content.decode("utf-16-le")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """Drop the empty cells at the end of a row."""
    filled = max(at for at, cell in enumerate(cells, 1) if cell)
    return tuple(cells[:filled])


def _text(cell: Any) -> str:
    """Write a cell as a person reads it: 20.0 is « 20 »."""
    if cell is None:
        return ""
    if isinstance(cell, float) and isfinite(cell):
        cell = format(Decimal(f"{cell:.{DIGITS}g}"), "f")  # 6.600000000000001 is 6.6
    return " ".join(str(cell).split())[:MOST_LETTERS]


def template(catalogue: Catalogue, say: Say, kind: str) -> bytes:
    """Make the list to fill in: one row an item, quantity left empty; "xlsx" or "csv"."""
    rows = [
        tuple(say.plain(f"goods-column-{name}") for name in COLUMNS),
        *(_row(item, say) for item in catalogue.items),
    ]
    return _written_xlsx(rows, say) if kind == XLSX else _written_csv(rows)


def _row(item: Item, say: Say) -> tuple[str, ...]:
    unit = "" if item.whole else f" ({say.plain(f'goods-unit-{item.unit}')})"
    return tuple(map(harmless, (item.code, item.label(say.lang) + unit, "", "", "")))


def harmless(cell: str) -> str:
    """Keep a spreadsheet from taking text for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell


def _written_csv(rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _written_xlsx(rows: Sequence[Sequence[str]], say: Say) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = say.plain("goods-sheet-title")
    for row in rows:
        sheet.append(row)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for at, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    answers = say.plain("goods-yes"), say.plain("goods-no")
    for name, choices in ((CONDITION, tuple(Condition)), (FIXED, answers)):
        letter = get_column_letter(COLUMNS.index(name) + 1)
        among = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
        among.add(f"{letter}2:{letter}{len(rows)}")
        sheet.add_data_validation(among)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
