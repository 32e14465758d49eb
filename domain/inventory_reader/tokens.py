"""A text as tokens: sizes, numbers, words and marks, each with where it stands."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from domain.search import fold

_UNIT = r"(?:\s?(?:cm|mm|m)(?![^\W_]))?"
_NUMBER = r"\d+(?:[.,]\d+)?"
_FEET = r"\d+(?:\.\d+)?\s?(?:'|\"|″|′|''|ft|in)"
_SPOKEN = "single|two|three|four|five|six|eight|deux|trois|quatre"
_PARTS = "seat|seater|drawer|door|person|people|shelf|legged|leg|bay|tier|place|tiroir|porte|case"
_TOKEN = re.compile(
    rf"""
      (?P<size>\d+\s?[x*]\s?\d+\s?(?:w|watts?)(?!\w)
              |{_FEET}\s?[x*]\s?{_FEET}
              |(?:{_SPOKEN})-(?:{_PARTS})s?(?!\w)
              |Ø\s?{_NUMBER}{_UNIT}
              |{_NUMBER}{_UNIT}(?:[x*]{_NUMBER}{_UNIT})+(?!\w)
              |{_NUMBER}{_UNIT}(?:\s[x*]\s{_NUMBER}{_UNIT})+(?![\w-])
              |{_NUMBER}{_UNIT}(?:\s[x*]|[x*]\s){_NUMBER}{_UNIT}(?![\w-])
              |{_NUMBER}(?:/{_NUMBER}){{1,}}(?!\w)
              |\d+(?:-|(?=p\b|pl\b|t\b))[^\W\d_]+
              |\d+m\d{{2}}(?!\w)
              |\d+-[^\W\d_]\w*|\d{{2,}}[.]\d+[.]\d+(?!\w))
    | (?P<misread>\d+O\d*(?!\w))
    | (?P<ordinal>\d+\s?(?:er|ere|ère|e|eme|ème|nd|nde|st|rd|th)(?![^\W_]))
    | (?P<number>
               \d{{1,3}}(?:[ ']\d{{3}})+(?!\d|\s?[x*]\s?\d)
              |\d{{1,3}}(?:[.,]\d{{3}})+(?!\d)
              |{_NUMBER})
    | (?P<times>(?<![^\W\d_])[x*](?=\s?\d)|(?<=\d)[x*](?![^\W_])|(?<=\s)[x*](?=\s))
    | (?P<code>[^\W\d_]+(?:[-+]\d+|\d)\w*)
    | (?P<word>[^\W\d_]+'?)
    | (?P<dots>\.{{2,}}|…+|_{{2,}})
    | (?P<mark>[^\s\w]|_)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PLAIN = str.maketrans({"²": "2", "³": "3", "×": "x", "’": "'", "\u2212": "-", "✕": "x", "✖": "x"})
_BLANK = re.compile(r"[^\S\r\n\t]")
_TIMES = re.compile(r"(\d+)(?=\s|[x*]\s)\s?([x*])\s?(\d+)")  # « 2 x 24 pouces », not « 160 x 80 »
_METRES = re.compile(r"(\d+(?:[.,]\d+)?)\s?(cm|m)\s([x*])\s?(\d{1,2})")  # « table 4 m x 1 »
_MARGIN = re.compile(r"(?<=\d)\s?(?:\+\s?/\s?-|±)\s?\d+(?:\s?%)?")  # « 12 +/- 2 »
SMALLEST = 30  # cm; nothing that has a size is smaller
_GROUPED = re.compile(r"\d{1,3}[.,]\d{3}")


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a text: its kind, how it is written and folded, and where it stands."""

    kind: str
    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """What digits are worth; `decimal` too where « 1,200 » may be 1.2 in the other language."""

    value: Decimal
    decimal: Decimal | None = None


def plain(text: str) -> str:
    """Write signs that mean the same alike, every blank as a space; tabs and ends of line stay."""
    return _BLANK.sub(" ", text.translate(_PLAIN))


def tokens(text: str) -> list[Token]:
    """Take a plain text apart."""
    found: list[Token] = []
    for match in _TOKEN.finditer(_MARGIN.sub(_blank, text)):
        kind, start = match.lastgroup or "", match.start()
        if kind == "size" and (metres := _METRES.fullmatch(match[0])):
            for part, name in enumerate(("number", "word", "times", "number"), 1):
                at, end = metres.span(part)
                found.append(Token(name, metres[part], metres[part], start + at, start + end))
        elif kind == "size" and (apart := _TIMES.fullmatch(match[0])) and int(apart[1]) < SMALLEST:
            for part, name in enumerate(("number", "times", "number"), 1):
                at, end = apart.span(part)
                found.append(Token(name, apart[part], apart[part], start + at, start + end))
        else:
            found.append(Token(kind, match[0], _folded(match[0]), start, match.end()))
    return found


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return fold(text).strip("'")


def figure(written: str) -> WrittenNumber:
    """Read digits: groups of three by blank, point or comma; otherwise a decimal mark."""
    marks = [mark for mark in written if not mark.isdigit()]
    whole = Decimal("".join(digit for digit in written if digit.isdigit()))
    if not marks or marks[0] in " '" or len(marks) > 1:
        return WrittenNumber(whole)
    decimal = Decimal(written.replace(",", "."))
    if _GROUPED.fullmatch(written) and not written.startswith("0"):
        return WrittenNumber(whole, decimal)
    return WrittenNumber(decimal)
