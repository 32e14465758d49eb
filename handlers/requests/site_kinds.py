"""Measures of a site: opening hours, the inner size of the lift."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from functools import partial

from domain.inventory import Lift
from domain.site_rules import Box, Opening
from handlers.conversation.given import Given, Tapped, Typed
from handlers.conversation.kind import OPEN, Facts, Json, Kind, Open, Option, Rejected, reject
from handlers.conversation.kinds import Choice, Integer
from handlers.conversation.kinds.hour import read_hours
from handlers.conversation.signs import folded, plain
from handlers.words.catalogue import Say

NIGHT = "night"
AT_NIGHT = Opening(time(21), time(6))
CENTIMETRES, SIDES = 100, 3
ENTRESOL = (0, 1)  # between the ground floor and the first
_ORDINALS = {
    "premier": 1,
    "deuxieme": 2,
    "second": 2,
    "troisieme": 3,
    "quatrieme": 4,
    "cinquieme": 5,
    "sixieme": 6,
    "septieme": 7,
    "huitieme": 8,
    "neuvieme": 9,
    "dixieme": 10,
    "first": 1,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
}
_AT = re.compile(r"^(?:(?:au|a|le|la|en|on|in|at|the)\s+)+")
_GROUND = re.compile(
    r"rdc|rez[\s-]+de[\s-]+(?:chaussee|jardin)|(?:de\s+)?plain[\s-]pied|ground(?:\s+floor)?"
)
_R = re.compile(r"r\s*([+-])\s*(\d{1,2})", re.ASCII)
_NTH = rf"(?P<before>\d{{1,2}}|{'|'.join(_ORDINALS)})\s*(?:er|e|eme|ere|nd|st|rd|th)?\s+"
_BASEMENT = re.compile(
    rf"(?:{_NTH})?(?:sous[\s-]*sols?|ss|basement)\s*-?\s*(?P<after>\d{{1,2}})?", re.ASCII
)
_STOREY = re.compile(
    rf"(?:{_NTH})(?:etages?|floors?|storeys?)|(?:etage|floor|niveau|level)\s+(?P<after>\d{{1,2}})",
    re.ASCII,
)
MOST_FLOORS = 12
_COUNTED = re.compile(
    r"^(?:sur\s+)?(?:\d+|deux|trois|quatre|cinq|two|three|four|five)\s+"
    r"(?:etages|niveaux|floors|levels)\s*"
)
_AND = re.compile(r"[;:/&()]|,(?!\d)|\bet\b|\band\b|\bpuis\b|\bthen\b")
_BARE = re.compile(r"(-?\d{1,2})(?:er|e|eme|nd|st|rd|th)?(?: etages?| floors?)?", re.ASCII)
_FROM_TO = re.compile(r"(?:du|de|from)\s+(?P<first>\d{1,2})\s*(?:au|a|to)\s+(?P<last>\d{1,2})")
_PARTS = re.compile(r"\s*(?:[x×*]|\bpar\b|\bby\b)\s*")
_SIDE = re.compile(r"(?:[lh]\s*)?(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:cm|m)?")


@dataclass(frozen=True)
class OpeningHours(Kind[Opening]):
    """A start and an end; usual hours and night hours are buttons."""

    buttons: tuple[Opening, ...] = ()

    expects = "opening"
    columns = 3

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        match given:
            case Tapped(code=code):
                return self._codes.get(code) or reject("not-offered")
            case Typed(text):
                return self._typed(text)
        return self.unexpected(given)

    def _typed(self, text: str) -> Json | Rejected:
        hours = read_hours(text)
        if hours is None or hours.end is None:
            return reject("expected-opening", got="text")
        if hours.end == hours.start:
            return reject("opening-empty")
        return str(Opening(hours.start, hours.end))

    def load(self, raw: Json) -> Opening | Rejected:
        try:
            return Opening.from_text(str(raw))
        except (TypeError, ValueError):
            return reject("expected-opening", got="other")

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        shown = [Option(_code(button), text=partial(_words, button)) for button in self.buttons]
        return [*shown, Option(NIGHT, f".{NIGHT}")]

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        opening = self.load(raw)
        return _words(opening, say) if isinstance(opening, Opening) else ""

    def attributes(self) -> Sequence[str]:
        return (NIGHT,)

    @property
    def _codes(self) -> dict[str, str]:
        return {**{_code(button): str(button) for button in self.buttons}, NIGHT: str(AT_NIGHT)}


def _code(opening: Opening) -> str:
    return f"{opening.start:%H%M}-{opening.end:%H%M}"


def _words(opening: Opening, say: Say) -> str:
    return f"{say.time(opening.start)}–{say.time(opening.end)}"


class Floor(Integer):
    """A floor: a number, « RDC », « R+2 », « 2e sous-sol »; of an entresol, 0 or 1 is asked.

    Several floors (« le 3 et le 4 ») are a list, and load as a tuple.
    """

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        several = read_floors(given.text) if isinstance(given, Typed) else None
        if several:
            return next(filter(None, map(self._fault, several)), None) or [*several]
        told = read_floor(given.text) if isinstance(given, Typed) else None
        if told == ENTRESOL:
            return {"open": [*ENTRESOL]}
        if isinstance(told, int):
            given = Typed(str(told))
        return super().read(given, before, facts)

    def load(  # type: ignore[override]
        self, raw: Json
    ) -> int | tuple[int, ...] | Rejected | Open:
        if isinstance(raw, list):
            floors = [super(Floor, self).load(one) for one in raw]
            refused = next((one for one in floors if isinstance(one, Rejected)), None)
            return refused or tuple(one for one in floors if isinstance(one, int))
        return OPEN if raw == {"open": [*ENTRESOL]} else super().load(raw)

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        floors = raw if isinstance(raw, list) else [raw]
        return ", ".join(say.number(floor) for floor in floors)

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        shown = super().options(before, facts)
        return [shown[floor] for floor in ENTRESOL] if isinstance(before, dict) else shown

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        return [say("floor-entresol")] if isinstance(before, dict) else []


def read_floors(text: str) -> tuple[int, ...]:
    """Read several floors, each in its usual names; empty where there are not two."""
    if found := _FROM_TO.fullmatch(folded(text)):
        first, last = int(found["first"]), int(found["last"])
        return tuple(range(first, last + 1)) if 0 < last - first < MOST_FLOORS else ()
    parts = (_COUNTED.sub("", folded(part)) for part in _AND.split(text.casefold()))
    floors = [_one_floor(part) for part in parts if part]
    known = tuple(dict.fromkeys(floor for floor in floors if floor is not None))
    return known if None not in floors and 1 < len(known) <= MOST_FLOORS else ()


def _one_floor(part: str) -> int | None:
    named = read_floor(part)
    bare = _BARE.fullmatch(_AT.sub("", part))
    if isinstance(named, int):
        return named
    return int(bare[1]) if bare else None


class LiftChoice(Choice[Lift]):
    """The lift; of several floors, that of the one which is served worst."""

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        several = isinstance(facts.so_far.floor, tuple)
        return [say("lift-of-several")] if several else []


def read_floor(text: str) -> int | tuple[int, int] | None:
    """Read a floor's usual names; None leaves the text to be read as a number."""
    said = _AT.sub("", folded(text))
    if said == "entresol":
        return ENTRESOL
    if _GROUND.fullmatch(said):
        return 0
    if found := _R.fullmatch(said):
        return int(f"{found[1]}{found[2]}")
    if found := _BASEMENT.fullmatch(said):
        return -_count(found["before"] or found["after"] or "1")
    found = _STOREY.fullmatch(said)
    return _count(found["before"] or found["after"]) if found else None


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else _ORDINALS[word]


@dataclass(frozen=True)
class InnerSize(Kind[Box]):
    """Length, width and height in one answer, in centimetres or metres."""

    lo: int
    hi: int

    expects = "size"
    free_text = True

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if not isinstance(given, Typed):
            return self.unexpected(given)
        found = [_SIDE.fullmatch(word) for word in _PARTS.split(plain(given.text).casefold())]
        sides = [_centimetres(match[1]) for match in found if match]
        if len(sides) != SIDES or len(found) != SIDES:
            return reject("expected-size", got="text")
        return self._fault(sides) or str(Box(*sides))

    def load(self, raw: Json) -> Box | Rejected:
        found = re.fullmatch(r"(\d{1,4})x(\d{1,4})x(\d{1,4})", str(raw), re.ASCII)
        if found is None:
            return reject("expected-size", got="other")
        sides = [*map(int, found.groups())]
        return self._fault(sides) or Box(*sides)

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        return f"{str(raw).replace('x', ' × ')} cm"

    def _fault(self, sides: Sequence[int]) -> Rejected | None:
        if max(sides) > self.hi:
            return reject("too-much", most=self.hi)
        return reject("too-little", least=self.lo) if min(sides) < self.lo else None


def _centimetres(text: str) -> int:
    """Read a number too small for centimetres as metres."""
    value = float(text.replace(",", "."))
    return round(value * CENTIMETRES if value < CENTIMETRES / 10 else value)
