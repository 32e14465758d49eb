"""Rows without the signs and numbers of an enumeration; names with their numbers beside them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from domain.inventory_reader.numerals import Names
from domain.inventory_reader.tokens import tokens

_BULLET = re.compile(r"^\s*(?:(?:[•·*▪◦☐☑✓✔►▶→‣●○–—>]+|-+(?!\d*\s*°))\s*|[a-z]\)\s+)+")
_ORDER = re.compile(r"^\s*(\d{1,3})\s?(?:[.)]|[-–](?=\s)|°)\s*(?!\d*[x*]\d)(?=\S)")
_OUTLINE = re.compile(r"^\s*(\d{1,2}(?:\.\d{1,2})+)\s?[.):–-]?\s+(?=\S)")
_LETTER = re.compile(r"^\s*(?:[IVX]{1,4}|[A-H])\s?(?:[.)]|[-–](?=\s))\s+(?=\S)")
_BARE_ORDER = re.compile(r"^\s*(\d{1,3})\s+(?=\S)")
_LABELLED = re.compile(
    r"^\s*(?:items?|lots?|articles?|art|lignes?|lines?|repères?|rep)\b\s?\.?\s?(?:n°\s?)?\d{1,4}"
    r"(?:\s?(?:,|and|et|&|to|à|,\s?and)\s?\d{1,4})*\s?[:.)–-]\s+(?=\S)",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s*\d+\s*$")


def bullet_of(row: str) -> str:
    """Return the sign that a row begins with as a bullet; "" for none."""
    found = _BULLET.match(row)
    return found[0].strip()[:1] if found else ""


def bullets_off(rows: Sequence[str]) -> list[str]:
    """Take bullets and the numbers of an enumeration off the rows."""
    plain = _outline_off([_LABELLED.sub("", _BULLET.sub("", row)) for row in rows])
    orders = [_ORDER.match(row) for row in plain]
    counted = [int(found[1]) for found in orders if found]
    runs = len(counted) > 1 and counted == list(range(counted[0], counted[0] + len(counted)))
    amounts = len(counted) > 2 and counted != sorted(set(counted))  # no order of anything
    off = [
        _order_off(row, found, amounts=amounts)
        if found and (runs or _is_order(row, found))
        else row
        for row, found in zip(plain, orders, strict=True)
    ]
    return _bare_orders_off(off)


def _outline_off(rows: list[str]) -> list[str]:
    """Take 1.1, 1.2, 2.1 … off the rows, and the roman or single letters of headings."""
    found = [_OUTLINE.match(row) for row in rows]
    steps = [tuple(int(part) for part in one[1].split(".")) for one in found if one]
    if len(steps) > 1 and steps == sorted(set(steps)) and steps[0][-1] == 1:
        rows = [row[one.end() :] if one else row for row, one in zip(rows, found, strict=True)]
    return [_LETTER.sub("", row) for row in rows]


def _order_off(row: str, found: re.Match[str], *, amounts: bool) -> str:
    return f"{found[1]} {row[found.end() :]}" if amounts else row[found.end() :]


def paired(rows: Sequence[str], names: Names) -> list[str]:
    """Write names and numbers that stand in rows of their own as « name : number ».

    A column of numbers behind a column of names as long, or a number before each name, under
    headings too; numbers before that only count 1, 2, 3 … are no quantities.
    """
    joined = list(rows)
    filled = [n for n, row in enumerate(rows) if row.strip()]
    bare = [n for n in filled if _BARE.match(rows[n])]
    half = len(filled) // 2
    if len(bare) < 2:
        return joined
    if bare == filled[half:] and len(filled) % 2 == 0:
        pairs = list(zip(filled[:half], bare, strict=True))
    elif _names_thing(rows, filled, filled.index(bare[0]) - 1, names):
        return joined
    else:
        pairs = [(after, n) for n, after in pairwise(filled) if n in bare]
        pairs = [(name, n) for name, n in pairs if name not in bare]
    counting = [int(rows[n]) for _, n in pairs] == list(range(1, len(pairs) + 1))
    for name, number in pairs:
        told = "" if counting else f" : {rows[number].strip()}"
        joined[name], joined[number] = f"{rows[name]}{told}", ""
    return joined


def _names_thing(rows: Sequence[str], filled: Sequence[int], at: int, names: Names) -> bool:
    return at >= 0 and any(names(token.folded) for token in tokens(rows[filled[at]]))


def _is_order(row: str, found: re.Match[str]) -> bool:
    """Tell whether « 1- » or « 2) » numbers the row: a quantity of its own follows."""
    rest = row[found.end() :]
    return bool(re.match(r"\d", rest)) or row[: found.end()].rstrip()[-1] in ".)"


def _bare_orders_off(rows: list[str]) -> list[str]:
    """Take 1, 2, 3 … off rows that each have another number behind: « 1 Bureau droit 10 »."""
    filled = [n for n, row in enumerate(rows) if row.strip()]
    found = [_BARE_ORDER.match(rows[n]) for n in filled]
    starts = [int(one[1]) for one in found if one]
    if len(starts) < 3 or len(starts) < len(filled) or starts != list(range(1, len(starts) + 1)):
        return rows
    other = [rows[n][one.end() :] for n, one in zip(filled, found, strict=True) if one]
    if not all(tokens(rest) and tokens(rest)[-1].kind == "number" for rest in other):
        return rows
    for n, rest in zip(filled, other, strict=True):
        rows[n] = rest
    return rows
