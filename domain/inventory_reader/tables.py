"""Rows of a table, pasted or from a sheet: which column names the thing, which one counts."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from domain.inventory_reader.numerals import Names
from domain.inventory_reader.places import is_place
from domain.inventory_reader.tokens import tokens
from domain.inventory_reader.vocabulary import vocabulary

_COMMA = r",(?=\S)"
_MARKS = (r"\t", r"\|", ";", _COMMA)
_WHERE = frozenset(
    {"lieu", "emplacement", "etage", "salle", "piece", "localisation", "location", "room", "floor"}
    | {"batiment", "site", "zone", "place", "where"}
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table has the name, the quantity and the place; -1 for nowhere."""

    label: int
    quantity: int
    place: int = -1


def cells_of(rows: Sequence[str]) -> dict[int, list[str]]:
    """Split the rows that are a table; rows with another number of cells are none."""
    for mark in _MARKS:
        split = {
            n: [cell.strip() for cell in re.split(mark, row.strip(" |"))]
            for n, row in enumerate(rows)
            if re.search(mark, row.strip(" |"))
        }
        widths = {len(cells) for cells in split.values()}
        if mark == _COMMA and (len(widths) != 1 or min(widths) < 3):
            continue
        if len(split) < 2:
            continue
        usual = Counter(len(cells) for cells in split.values()).most_common(1)[0][0]
        fit = {n: cells for n, cells in split.items() if abs(len(cells) - usual) <= 1}
        counted = sum(any(_bare(cell) for cell in cells) for cells in fit.values())
        if len(fit) > 1 and counted * 2 >= len(fit):
            return fit
    return {}


def columns_of(rows: Sequence[Sequence[str]], names: Names) -> Columns | None:
    """Find the columns by a header or by what stands in them; None where that is not certain."""
    head = _by_header(rows[0]) if rows and is_header(rows[0]) else None
    if head is not None:
        return head
    width = min(len(row) for row in rows)
    body = [row for row in rows if not is_header(row)]
    counts = [
        at
        for at in range(width)
        if body and all(_bare(row[at]) for row in body if row[at]) and any(row[at] for row in body)
    ]
    named = [sum(_named(row[at], names) for row in body) for at in range(width)]
    if len(counts) != 1 or not any(named):
        return None
    placed = [all(is_place(tokens(row[at])) for row in body if row[at]) for at in range(width)]
    return Columns(named.index(max(named)), counts[0], placed.index(True) if any(placed) else -1)


def is_header(cells: Sequence[str]) -> bool:
    """Tell whether a row names columns."""
    words = vocabulary()
    said = [token.folded for cell in cells for token in tokens(cell) if token.kind == "word"]
    known = sum(words.is_a("headers", word) or words.is_a("totals", word) for word in said)
    return known >= 2 and not any(_bare(cell) for cell in cells)


def _by_header(cells: Sequence[str]) -> Columns | None:
    words = vocabulary()
    said = [{token.folded for token in tokens(cell)} for cell in cells]
    counts = [n for n, one in enumerate(said) if one & words.words["quantity"]]
    labels = [n for n, one in enumerate(said) if one & words.words["label_headers"]]
    places = [n for n, one in enumerate(said) if one & _WHERE]
    sums = [n for n, one in enumerate(said) if one & words.words["totals"]]
    counts = counts if len(counts) == 1 else sums
    if len(counts) != 1 or not labels:
        return None
    return Columns(labels[0], counts[0], places[0] if places else -1)


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
