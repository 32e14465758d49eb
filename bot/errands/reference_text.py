"""The text of a reference file, also of one that a spreadsheet program wrote."""

import csv
import io

from bot.errands.spreadsheet_cells import (
    BOOKS,
    CellRows,
    SpreadsheetUnreadable,
    decoded,
    read_sheets,
)
from domain.reference_kinds import TABLES, recognise


def reference_text(content: bytes, name: str) -> str:
    """Read a file; a table from a spreadsheet becomes lines parted by commas, in the same rows."""
    text = "" if name.lower().endswith(BOOKS) else decoded(content)
    if recognise(text) is not None:
        return text
    try:
        sheets = read_sheets(content, name)
    except SpreadsheetUnreadable:
        return text
    tables = map(_as_csv, sheets.values())
    return next((table for table in tables if recognise(table) in TABLES), text)


def _as_csv(rows: CellRows) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    written = 0
    for number, cells in rows:
        out.write("\n" * (number - 1 - written))
        writer.writerow([cell.removeprefix("'") for cell in cells])
        written = number
    return out.getvalue()
