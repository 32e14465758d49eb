"""A row of a text in parts: between commas, semicolons, tabs, « et », and the ends of sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from domain.inventory_reader.number_words import spelled
from domain.inventory_reader.numerals import Names
from domain.inventory_reader.places import is_place
from domain.inventory_reader.tokens import Token, tokens
from domain.inventory_reader.vocabulary import vocabulary

_BULLET = re.compile(r"^\s*(?:(?:[•·*▪◦☐☑✓✔►▶→‣●○–—>]+|-+(?!\d*\s*°))\s*|[a-z]\)\s+)+")
_ORDER = re.compile(r"^\s*(\d{1,3})\s?(?:[.)]|[-–](?=\s)|°)\s*(?!\d*[x*]\d)(?=\S)")
_OUTLINE = re.compile(r"^\s*(\d{1,2}(?:\.\d{1,2})+)\s?[.):–-]?\s+(?=\S)")
_LETTER = re.compile(r"^\s*(?:[IVX]{1,4}|[A-H])\s?(?:[.)]|[-–](?=\s))\s+(?=\S)")
_BARE_ORDER = re.compile(r"^\s*(\d{1,3})\s+(?=\S)")
EDGES = ' \t.,:;!?-–—=*()|/+"«»…~≈_#•'
_BARE = re.compile(r"\s*\d+\s*$")
_ENDS = frozenset({";", ",", "|"})
_WITH = frozenset({"/", "avec", "with"})
_TENS = frozenset({"vingt", "trente", "quarante", "cinquante", "soixante", "hundred", "thousand"})
_ANDS = frozenset({"et", "and", "&", "+", "puis", "plus"})


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a row: its tokens, without the remark that was taken out."""

    row: str
    found: tuple[Token, ...]
    text: str
    remark: str = ""

    def slice(self, at: int, end: int) -> str:
        return self.row[self.found[at].start : self.found[end - 1].end]

    def written(self, run: Sequence[Token]) -> str:
        return self.row[run[0].start : run[-1].end]

    def slice_between(self, one: Token, other: Token) -> str:
        return self.row[one.end : other.start]


def bullet_of(row: str) -> str:
    """Return the sign that a row begins with as a bullet; "" for none."""
    found = _BULLET.match(row)
    return found[0].strip()[:1] if found else ""


def bullets_off(rows: Sequence[str]) -> list[str]:
    """Take bullets and the numbers of an enumeration off the rows."""
    plain = _outline_off([_BULLET.sub("", row) for row in rows])
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


def segments(row: str, found: Sequence[Token], names: Names) -> list[Segment]:
    """Part the tokens of a row; brackets are kept together, remarks are set aside."""
    parts: list[list[Token]] = [[]]
    depth = 0
    for n, token in enumerate(found):
        depth = max(0, depth + (token.text in "([") - (token.text in ")]"))
        if depth == 0 and _parts_here(row, found, n, names, parts[-1]):
            parts.append([])
            if token.text in _ENDS or token.folded in _ANDS | _WITH or token.kind == "mark":
                continue
        parts[-1].append(token)
    return [
        _segment(row, part) for part in parts if any(t.kind not in {"mark", "dots"} for t in part)
    ]


def _parts_here(
    row: str, found: Sequence[Token], n: int, names: Names, part: Sequence[Token]
) -> bool:
    token = found[n]
    if token.text in _ENDS:
        return True
    if n and "\t" in row[found[n - 1].end : token.start]:
        return True
    if n and "   " in row[found[n - 1].end : token.start]:
        return True
    after = found[n + 1] if n + 1 < len(found) else None
    if after is None:
        return False
    if token.kind == "number" and part and part[0].kind == "number" and names(after.folded):
        apart = vocabulary().is_a("parts", after.folded) or part[-1].kind != "word"
        return _has_name(part, names) and not apart
    counts = _counts(found, n + 1)
    if token.folded in _ANDS and counts:
        between = any(one.folded in {"entre", "between"} for one in part)
        inner = part and part[-1].folded in _TENS
        return bool(part) and not between and not inner and _has_name(part, names)
    if token.text in {"-", "–", "—", "/"} and counts and token.start > found[n - 1].end:
        ahead = any(names(one.folded) for one in found[n + 2 : n + 4])
        return ahead and _has_name(part, names) and any(one.kind == "number" for one in part)
    if (
        token.text == "+"
        and part
        and _has_name(part, names)
        and _has_name(found[n + 1 : n + 3], names)
    ):
        return True
    if token.folded in _WITH and token.start > found[n - 1].end:
        return _another(found[n + 1 :], part, names, counted=token.text != "/")
    return bool(
        token.text == "."
        and token.end < after.start
        and n
        and len(found[n - 1].text) > 3
        and (after.text[:1].isupper() or any(names(one.folded) for one in found[n + 2 : n + 4]))
    )


def _another(ahead: Sequence[Token], part: Sequence[Token], names: Names, *, counted: bool) -> bool:
    """Tell whether another thing with its number follows a thing with a number of its own."""
    if (
        not ahead
        or not _has_name(part, names)
        or not any(_counts(part, n) for n in range(len(part)))
    ):
        return False
    if counted:
        words = vocabulary()
        apart = any(words.is_a("parts", one.folded) for one in ahead[1:3])
        return _counts(ahead, 0) and not apart and _has_name(ahead[1:3], names)
    return _has_name(ahead[:2], names) and any(one.kind == "number" for one in ahead)


def _counts(found: Sequence[Token], n: int) -> bool:
    return found[n].kind == "number" or (
        found[n].kind == "word"
        and (spelled(found, n) is not None or vocabulary().is_a("articles", found[n].folded))
    )


def _has_name(part: Sequence[Token], names: Names) -> bool:
    return any(names(one.folded) for one in part)


def _segment(row: str, part: Sequence[Token]) -> Segment:
    """Set remarks aside: brackets that are more than a number, and from « dont » on."""
    words = vocabulary()
    kept: list[Token] = []
    remarks: list[str] = []
    n = 0
    while n < len(part):
        token = part[n]
        if token.text in "([":
            end = next((m for m in range(n, len(part)) if part[m].text in ")]"), len(part) - 1)
            inner = part[n + 1 : end + (part[end].text not in ")]")]
            if inner and (begun := _counted_first(inner)):
                kept += [token, *inner[:begun]]
                remarks.append(row[inner[begun].start : inner[-1].end])
            elif _is_remark(inner) and not is_place(inner):
                remarks.append(row[inner[0].start : inner[-1].end])
            else:
                kept += part[n : end + 1]
            n = end + 1
            continue
        two = " ".join(one.folded for one in part[n : n + 2])
        if kept and (words.is_a("remarks", token.folded) or words.is_a("remarks", two)):
            remarks.append(row[token.start : part[-1].end])
            break
        kept.append(token)
        n += 1
    text = row[part[0].start : part[-1].end]
    return Segment(row, tuple(kept), text, ", ".join(remarks))


def _counted_first(inner: Sequence[Token]) -> int:
    """Find where the remark begins in « (18 dont 6 périmés) »; 0 where it does not."""
    remarks = vocabulary().words["remarks"]
    begun = next((n for n, token in enumerate(inner) if token.folded in remarks), 0)
    return begun if begun and any(token.kind == "number" for token in inner[:begun]) else 0


def _is_remark(inner: Sequence[Token]) -> bool:
    """Tell whether brackets hold more than a quantity or a size: « (dont 3 cassées) »."""
    words = vocabulary()
    if not inner:
        return False
    plain = [one for one in inner if one.kind not in {"mark", "times", "dots"}]
    counts = all(
        one.kind in {"number", "size"}
        or (one.folded,) in words.units
        or words.is_a("quantity", one.folded)
        or words.is_a("about", one.folded)
        or words.is_a("counting", one.folded)
        or words.is_a("measures", one.folded)
        for one in plain
    )
    return not counts and (
        any(one.kind == "number" for one in inner) or all(one.folded in words.idle for one in plain)
    )


def name_of(segment: Segment, kept: Sequence[Token], names: Names) -> str:
    """Write what is left as the name of the thing, without what leads up to it."""
    words = vocabulary()
    start = 0
    while start < len(kept) and not names(kept[start].folded):
        token = kept[start]
        leads = token.folded in words.idle or token.kind in {"mark", "dots", "times"}
        if not (leads or words.is_a("leads", token.folded)):
            break
        start += 1
    kept = kept[start:] or [token for token in kept if token.kind not in {"mark", "dots", "times"}]
    return " ".join(_runs(segment, kept)).strip(EDGES)


def _runs(segment: Segment, kept: Sequence[Token]) -> Iterator[str]:
    """Write tokens as they stood, with one blank where something was taken out."""
    run: list[Token] = []
    for token in kept:
        gap = segment.slice_between(run[-1], token) if run else ""
        if run and gap.strip(" "):
            yield segment.written(run)
            run = []
        run.append(token)
    if run:
        yield segment.written(run)
