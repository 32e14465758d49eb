"""A row of a text in parts: between commas, semicolons, tabs, « et », and the ends of sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.inventory_reader.number_words import spelled
from domain.inventory_reader.numerals import Names
from domain.inventory_reader.places import is_place
from domain.inventory_reader.tokens import Token
from domain.inventory_reader.vocabulary import vocabulary

EDGES = ' \t.,:;!?-–—=*()|/+"«»…~≈_#•'
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
        return not (token.text == "," and _parts_of(found, n + 1, names, part))
    if n and "\t" in row[found[n - 1].end : token.start]:
        return True
    if n and "   " in row[found[n - 1].end : token.start]:
        return True
    if n + 1 == len(found) or not part:
        return False
    told = _at_word(found, n, names, part)
    if told is None:
        told = _at_sign(found, n, names, part)
    return _ends_sentence(found, n, names) if told is None else told


def _at_word(found: Sequence[Token], n: int, names: Names, part: Sequence[Token]) -> bool | None:
    """Tell whether a number, « et », « avec » or « soit » parts here; None where none stands."""
    token, after = found[n], found[n + 1]
    counts = _counts(found, n + 1)
    if token.kind == "number" and part[0].kind == "number" and names(after.folded):
        words = vocabulary()
        apart = words.is_a("parts", after.folded) or part[-1].kind != "word"
        led = _leads_on(part[-1]) or any(words.is_a("remarks", one.folded) for one in part)
        return _has_name(part, names) and not (apart or led)
    if token.folded == "soit" and any(_counts(found, m) for m in range(n + 1, len(found))[:2]):
        return True
    if token.folded in _ANDS | _WITH and vocabulary().is_a("possessives", after.folded):
        return _has_name(part, names) and _has_name(found[n + 2 : n + 5], names)
    if token.text in {"un", "une"} and names(after.folded) and _counts(part, 0):
        return _has_name(part, names) and part[-1].kind == "word" and not _leads_on(part[-1])
    if token.text == "+" and part[-1].kind == "number" and after.kind == "number":
        return _has_name(found[n + 2 : n + 4], names)  # « 4 + 3 » is one number
    if token.folded in _ANDS and counts:
        begun = _counted_thing(part) and _has_name(found[n + 2 : n + 4], names)
        between = any(one.folded in {"entre", "between"} for one in part)
        inner = part[-1].folded in _TENS
        return not between and not inner and (begun or _has_name(part, names))
    return None


def _leads_on(token: Token) -> bool:
    """Tell whether a word joins what follows to what it stands behind: « avec un tiroir »."""
    words = vocabulary()
    return words.is_a("with", token.folded) or token.folded in words.prepositions | _ANDS


def _at_sign(found: Sequence[Token], n: int, names: Names, part: Sequence[Token]) -> bool | None:
    """Tell whether a dash, a stroke or a plus parts here; None where none stands."""
    token, spaced = found[n], n > 0 and found[n].start > found[n - 1].end
    if token.text in {"-", "–", "—", "/"} and spaced and _counts(found, n + 1):
        ahead = _has_name(found[n + 2 : n + 4], names)
        return ahead and _has_name(part, names) and any(one.kind == "number" for one in part)
    if token.text == "+" and _has_name(part, names) and _has_name(found[n + 1 : n + 3], names):
        return not names.together(_head(part, names), _head(found[n + 1 :], names))
    if token.folded in _WITH and spaced:
        return _another(found[n + 1 :], part, names, counted=token.text != "/")
    return None


def _ends_sentence(found: Sequence[Token], n: int, names: Names) -> bool:
    token, after = found[n], found[n + 1]
    return bool(
        token.text == "."
        and token.end < after.start
        and n
        and len(found[n - 1].text) > 3
        and not vocabulary().is_cut(found[n - 1].folded)
        and (after.text[:1].isupper() or _has_name(found[n + 2 : n + 4], names))
    )


def _parts_of(found: Sequence[Token], n: int, names: Names, part: Sequence[Token]) -> bool:
    """Tell whether « 4 tiroirs » or « 4 pieds » follows, which is of the thing named before."""
    if n + 1 >= len(found) or not _counts(found, n) or not _has_name(part, names):
        return False
    word = found[n + 1].folded
    of_so_much = [one.kind for one in found[n : n + 4]] == ["number", "word", "word", "number"]
    if of_so_much and vocabulary().is_a("counting", word) and found[n + 2].folded in {"de", "of"}:
        return True  # « solives, 30 pièces de 4 m »
    return vocabulary().is_a("parts", word) and not names(word)


def _counted_thing(part: Sequence[Token]) -> bool:
    """Tell whether a part is a number and a word that it may count, known or not."""
    words = vocabulary()
    if len(part) < 2 or part[0].kind != "number" or part[1].kind != "word":
        return False
    word = part[1].folded
    silent = ("about", "parts", "measures", "quantity")
    return (word,) not in words.units and not any(words.is_a(kind, word) for kind in silent)


def _head(found: Sequence[Token], names: Names) -> str:
    return next((one.folded for one in found if names(one.folded)), "")


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
            measured = _measured_last(part, n, kept)
            remarks.append(row[token.start : part[measured - 1].end])
            kept += part[measured:]
            break
        kept.append(token)
        n += 1
    text = row[part[0].start : part[-1].end]
    return Segment(row, tuple(kept), text, ", ".join(remarks))


def _measured_last(part: Sequence[Token], n: int, kept: Sequence[Token]) -> int:
    """Find the measure behind a remark: « carrelage y compris mortier 62 m² »; else the end."""
    unit = vocabulary().units.get((part[-1].folded,), "u")
    measured = len(part) - 2 > n and part[-2].kind == "number" and unit != "u"
    counted = any(token.kind == "number" for token in kept)
    direct = any(vocabulary().is_a("remarks", token.folded) for token in part[n : n + 1])
    return len(part) - 2 if measured and not counted and not direct else len(part)


def _counted_first(inner: Sequence[Token]) -> int:
    """Find where the remark begins in « (18 dont 6 périmés) »; 0 where it does not."""
    remarks = vocabulary().words["remarks"]
    begun = next((n for n, token in enumerate(inner) if token.folded in remarks), 0)
    if any(token.folded in {"service", "usage"} for token in inner[begun : begun + 3]):
        return 0  # « (3 hors service) »
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
    of_parts = [
        n + 1 < len(plain) and words.is_a("parts", plain[n + 1].folded)
        for n, one in enumerate(plain)
        if one.kind == "number"
    ]
    told = of_parts and all(of_parts)  # « (métal, 3 tiroirs) » tells the thing
    return not (counts or told) and (
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
