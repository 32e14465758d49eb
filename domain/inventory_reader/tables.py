"""Rows of a table, pasted or from a sheet: which column names the thing, which one counts."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from domain.inventory_reader.numerals import Names
from domain.inventory_reader.places import is_place
from domain.inventory_reader.tokens import tokens
from domain.inventory_reader.vocabulary import vocabulary

_COMMA = r",(?=\S)"
_MARKS = (r"\t", r"\|", ";", _COMMA, r"\s[-–—]\s", r"\s/\s", r"\s{2,}")
_SURE = 3  # the first marks part cells and nothing else
_LENGTHS = frozenset({"cm", "mm", "m", "x"})
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table has the name, the quantity, the place …; -1 for nowhere."""

    label: int
    quantity: int
    place: int = -1
    size: int = -1
    unit: int = -1


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of rows by their number; `columns` is None where they are not certain."""

    rows: Mapping[int, Sequence[str]] = field(default_factory=dict)
    columns: Columns | None = None


def table_of(rows: Sequence[str], names: Names) -> Table:
    """Find the table that rows make with one of the marks; an empty one where they make none."""
    first = Table()
    for n, mark in enumerate(_MARKS):
        cells = _cells(rows, mark)
        if not cells:
            continue
        columns = columns_of([*cells.values()], names)
        if columns is not None:
            return Table(cells, columns)
        if n < _SURE and not first.rows:
            first = Table(cells)
    return first


def _cells(rows: Sequence[str], mark: str) -> dict[int, list[str]]:
    """Split the rows that are a table; rows with another number of cells are none."""
    split = {
        n: [cell.strip() for cell in re.split(mark, row.strip(" |"))]
        for n, row in enumerate(rows)
        if re.search(mark, row.strip(" |"))
    }
    if len(split) < 2:
        return {}
    widths = Counter(len(cells) for cells in split.values())
    usual = widths.most_common(1)[0][0]
    if mark == _COMMA and (len(widths) != 1 or usual < 3):
        return {}
    sure = mark in _MARKS[:_SURE]
    least = 2 if sure else usual - 1
    fit = {
        n: cells + [""] * (usual - len(cells) if sure else 0)  # empty ones at the end get lost
        for n, cells in split.items()
        if least <= len(cells) <= usual + 1
    }
    counted = sum(any(_bare(cell) for cell in cells) for cells in fit.values())
    return fit if len(fit) > 1 and counted * 2 >= len(fit) else {}


def columns_of(rows: Sequence[Sequence[str]], names: Names) -> Columns | None:
    """Find the columns by a header or by what stands in them; None where that is not certain."""
    head = next((row for row in rows if is_header(row)), None)
    body = [row for row in rows if not is_header(row)]
    if head is not None and (found := _by_header(head)) is not None:
        return _with_measures(found, body, head)
    width = min(len(row) for row in rows)
    told = [{token.folded for token in tokens(cell)} for cell in head or ()]
    counts = [
        at
        for at in range(width)
        if _counts([row[at] for row in body])
        and not (at < len(told) and told[at] & vocabulary().words["other_headers"])
    ]
    named = [sum(_named(row[at], names) for row in body) for at in range(width)]
    if len(counts) != 1 or not any(named):
        return None
    placed = [all(is_place(tokens(row[at])) for row in body if row[at]) for at in range(width)]
    place = placed.index(True) if any(placed) else -1
    return _with_measures(Columns(named.index(max(named)), counts[0], place), body)


def _with_measures(
    columns: Columns, body: Sequence[Sequence[str]], head: Sequence[str] = ()
) -> Columns:
    """Add the columns that hold nothing but sizes, and nothing but units."""
    width = min(len(row) for row in body) if body else 0
    free = [at for at in range(width) if at not in {columns.label, columns.quantity, columns.place}]
    filled = {at: [row[at] for row in body if row[at]] for at in free}
    told = [{token.folded for token in tokens(cell)} for cell in head]
    sizes = [at for at in free if at < len(told) and told[at] & vocabulary().words["size_headers"]]
    sizes += [at for at in free if sum(map(is_size, filled[at])) > len(filled[at]) / 2]
    units = [at for at in free if sum(map(bool, map(unit_of, filled[at]))) > len(filled[at]) / 2]
    return replace(columns, size=(sizes or [-1])[0], unit=(units or [-1])[0])


def is_size(cell: str) -> bool:
    """Tell whether a cell is a size and nothing else: « 120x80 cm »."""
    found = tokens(cell)
    return any(token.kind == "size" and "x" in token.folded for token in found) and all(
        token.kind == "size" or (token.folded,) in vocabulary().units or token.folded in _LENGTHS
        for token in found
    )


def is_header(cells: Sequence[str]) -> bool:
    """Tell whether a row names columns."""
    words = vocabulary()
    kinds = ("headers", "label_headers", "other_headers", "where_headers", "totals", "quantity")
    known = sum(
        any(words.is_a(kind, token.folded) for token in tokens(cell) for kind in kinds)
        for cell in cells
    )
    return known >= 2 and not any(_bare(cell) for cell in cells)


def unit_of(cell: str) -> str | None:
    """Return the unit that a cell is: « m² », « ml », « U », “nr”."""
    words, name = vocabulary(), tuple(token.folded for token in tokens(cell))
    pieces = len(name) == 1 and words.is_a("counting", name[0])
    return words.units.get(name, "u" if pieces else None)


def _by_header(cells: Sequence[str]) -> Columns | None:
    words = vocabulary().words
    said = [{token.folded for token in tokens(cell)} for cell in cells]
    counts = [n for n, one in enumerate(said) if one & words["quantity"]]
    labels = [n for n, one in enumerate(said) if one & words["label_headers"] and n not in counts]
    places = [n for n, one in enumerate(said) if one & words["where_headers"] and n not in counts]
    sums = [n for n, one in enumerate(said) if one & words["totals"]]
    counts = counts if len(counts) == 1 else sums
    if len(counts) != 1 or not labels:
        return None
    rooms = [n for n in places if said[n] & words["room_headers"]]
    return Columns(labels[0], counts[0], (rooms or places or [-1])[0])


def _counts(cells: Sequence[str]) -> bool:
    """Tell whether a column may count: numbers that are neither years nor an order."""
    filled = [cell for cell in cells if cell]
    if not filled or not all(_bare(cell) for cell in filled):
        return False
    order = [str(n) for n in range(1, len(filled) + 1)]
    years = all(_YEAR.fullmatch(cell) for cell in filled)
    return not years and not (len(filled) > 2 and filled == order)


def _bare(cell: str) -> bool:
    words = vocabulary()
    found = [token for token in tokens(cell) if token.kind not in {"mark", "times"}]
    return (
        bool(found)
        and found[0].kind == "number"
        and all((token.folded,) in words.units for token in found[1:])
    )


def _named(cell: str, names: Names) -> bool:
    return any(names(token.folded) for token in tokens(cell))
