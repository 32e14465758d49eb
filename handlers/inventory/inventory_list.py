"""A list as people write it: so many of this, so many of that; in French and in English."""

import re
from collections.abc import Iterator
from decimal import Decimal

from domain.search import fold
from handlers.conversation.kind import Rejected
from handlers.conversation.kinds.numbers import read_number, unit_named
from handlers.inventory.inventory_state import InventoryEntry

LONGEST = 200  # letters of one entry; more is a story
_FIGURES = r"(?:\d{1,3}(?:[ '’]\d{3})+(?![\dx×])|\d+(?:[.,]\d+)*)"
_AHEAD = re.compile(rf"(?P<sign>[-−–])?\s?(?P<figures>{_FIGURES})(?P<rest>.*)", re.DOTALL)
_BEHIND = re.compile(
    rf"(?P<name>.*[^\W\d_].*?)(?:\s+[x×*]\s*|\s*[:=\t]\s*|\s+[-–—]\s+|\s*\()"
    rf"(?P<figures>[-−]?{_FIGURES})\s*(?P<unit>[^\W\d_]{{0,12}}\d?)\s*\)?",
    re.DOTALL,
)
_SIZE = re.compile(r"[x×]\d|-[^\W\d_]|\s?(?:mm|cm)\b|°|\s?%")  # 160x80, 2-seat, 6 mm
_TIMES = re.compile(r"\s*(?:[x×*](?!\w)|[x×*](?=\s))\s*")
_OF = re.compile(r"(?:de\s+|d['’]\s*|of\s+|du\s+|des\s+)", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[•·*▪◦☐✓–—-]\s+|\d{1,2}[.)]\s+(?=\d))")
_ENDS = re.compile(r"[\r\n;]+|,(?!\d)|(?<!\d),")
_NUMBERS = {
    word: Decimal(value)
    for value, words in {
        1: "un une one",
        2: "deux two",
        3: "trois three",
        4: "quatre four",
        5: "cinq five",
        6: "six",
        7: "sept seven",
        8: "huit eight",
        9: "neuf nine",
        10: "dix ten dizaine",
        11: "onze eleven",
        12: "douze twelve douzaine dozen",
        15: "quinze fifteen quinzaine",
        20: "vingt twenty vingtaine",
        30: "trente thirty trentaine",
        40: "quarante forty quarantaine",
        50: "cinquante fifty cinquantaine",
        100: "cent hundred centaine",
    }.items()
    for word in words.split()
}
_ARTICLES = {"un", "une", "a", "an", "one"}
_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_AND = re.compile(
    rf"\s+(?:et|and|puis|plus|&|\+)\s+(?=[-−]?\d|(?:{_WORDS})\b|an?\s)", re.IGNORECASE
)


def read_list(text: str) -> tuple[InventoryEntry, ...]:
    """Split a text into entries; what has no quantity says so, nothing written is dropped."""
    plain = text.replace("²", "2").replace("³", "3")
    plain = re.sub(r"[^\S\r\n\t]", " ", plain)
    pieces = (_BULLET.sub("", piece) for piece in _pieces(plain))
    found = (piece.strip(" \t.!") for piece in pieces)
    return tuple(_entry(piece) for piece in found if any(map(str.isalnum, piece)))


def _pieces(text: str) -> Iterator[str]:
    for piece in _ENDS.split(text):
        yield from _AND.split(piece)


def _entry(text: str) -> InventoryEntry:
    if len(text) > LONGEST:
        return InventoryEntry(text, text)
    return _ahead(text) or _behind(text) or _spelled(text) or InventoryEntry(text, text)


def _ahead(text: str) -> InventoryEntry | None:
    """Read « 20 bureaux », « 12x caisson », « 1,5 t de câbles »."""
    found = _AHEAD.fullmatch(text)
    if found is None or _SIZE.match(found["rest"]):
        return None
    quantity = _quantity((found["sign"] or "") + found["figures"])
    rest = _TIMES.sub("", found["rest"], count=1) if _TIMES.match(found["rest"]) else found["rest"]
    unit, name = _unit(rest.strip())
    return InventoryEntry(text, name, quantity, unit) if quantity is not None and name else None


def _behind(text: str) -> InventoryEntry | None:
    """Read « bureaux x 20 », « bureaux : 20 », « bureaux (20) »."""
    found = _BEHIND.fullmatch(text)
    if found is None:
        return None
    quantity, unit = _quantity(found["figures"]), unit_named(found["unit"])
    if quantity is None or (found["unit"] and unit is None):
        return None
    return InventoryEntry(text, found["name"].strip(), quantity, unit)


def _spelled(text: str) -> InventoryEntry | None:
    """Read « deux armoires », « une vingtaine de chaises », “a dozen desks”."""
    first, _, rest = text.partition(" ")
    second, _, further = rest.partition(" ")
    if fold(first) in _ARTICLES and fold(second) in _NUMBERS and further:
        return InventoryEntry(text, _less_of(further), _NUMBERS[fold(second)])
    if fold(first) in {*_NUMBERS, *_ARTICLES} and rest:
        return InventoryEntry(text, _less_of(rest), _NUMBERS.get(fold(first), Decimal(1)))
    return None


def _unit(text: str) -> tuple[str | None, str]:
    """Take a unit off the front: « m² de cloison » -> "m2", « cloison »."""
    words = text.split()
    for count in (2, 1):
        unit = unit_named(" ".join(words[:count])) if len(words) > count else None
        if unit is not None:
            return unit, _less_of(" ".join(words[count:]))
    return None, _less_of(text)


def _less_of(name: str) -> str:
    return _OF.sub("", name.strip(), count=1) if _OF.match(name.strip()) else name.strip()


def _quantity(figures: str) -> Decimal | None:
    read = read_number(figures)
    return None if isinstance(read, Rejected) else read[0]
