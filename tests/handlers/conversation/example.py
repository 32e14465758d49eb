"""A form that has every kind of answer, and the facts it needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

from handlers.conversation.form import ask, each, form, registry
from handlers.conversation.kinds import (
    Choice,
    Confirm,
    Contact,
    Day,
    Documents,
    Facts,
    Integer,
    Location,
    MapPin,
    MultiChoice,
    Photos,
    Pick,
    Postcode,
    Quantity,
    Review,
    SentFile,
    Text,
    Time,
)
from handlers.requests.company_number_kind import CompanyNumber

TODAY = date(2026, 11, 23)  # a Monday


@dataclass(frozen=True)
class Thing:
    """One thing of the catalogue below."""

    code: str
    fr: str
    en: str
    unit: str = "u"

    def label(self, lang: str) -> str:
        return self.fr if lang == "fr" else self.en


class Things:
    """A catalogue with a plain search: every name that holds the word."""

    def __init__(self, categories: Mapping[str, Sequence[Thing]]) -> None:
        self.categories = categories

    def find(self, code: str) -> Thing | None:
        return next((thing for thing in self._all() if thing.code == code), None)

    def search(self, word: str, lang: str, limit: int) -> list[Thing]:
        found = [thing for thing in self._all() if word.casefold() in thing.label(lang).casefold()]
        return found[:limit]

    def _all(self) -> list[Thing]:
        return [thing for things in self.categories.values() for thing in things]


CATALOGUE = Things(
    {
        "desks": [Thing(f"D-{n}", f"Bureau {n}", f"Desk {n}") for n in range(1, 21)],
        "chairs": [Thing("C-1", "Chaise", "Chair"), Thing("C-2", "Fauteuil", "Armchair")],
        "floors": [Thing("F-1", "Moquette", "Carpet", "m2")],
    }
)
FACTS: Mapping[str, Any] = {
    "today": TODAY,
    "catalogue": CATALOGUE,
    "vans": [("van-1", "Le grand camion"), ("van-2", "Le petit <camion>")],
}


class Access(StrEnum):
    GROUND = "ground"
    STAIRS = "stairs"
    LIFT = "lift"


class Tool(StrEnum):
    SAW = "saw"
    TROLLEY = "trolley"
    STRAPS = "straps"


class State(StrEnum):
    GOOD = "good"
    BROKEN = "broken"


def upstairs(so_far: Any) -> bool:
    return bool(so_far.access is not Access.GROUND)


def first_day(so_far: Any) -> date | None:
    day: date | None = so_far.earliest
    return day


def unit_of_item(facts: Facts) -> str | None:
    found = CATALOGUE.find(facts.so_far.item)
    return found.unit if found else None


def broken(so_far: Any) -> bool:
    return bool(so_far.state is State.BROKEN)


def with_lift(so_far: Any) -> bool:
    return bool(so_far.above.access is Access.LIFT)


@form("part")
class Part:
    """A piece of a thing."""

    name: str = ask(Text(at_most=40))
    weight: Decimal | None = ask(Quantity(unit="kg", hi=Decimal(500)), optional=True)


@form("line")
class Line:
    """One kind of thing."""

    item: str = ask(Pick("catalogue", page=6))
    quantity: Decimal = ask(Quantity(unit=unit_of_item, buttons=(1, 2)), needs="catalogue")
    state: State = ask(Choice(State))
    fits: bool | None = ask(Confirm(own_words=True), when=with_lift)
    parts: tuple[Part, ...] = each(Part, at_least=0, at_most=2, when=broken)


def one_name(answers: dict[str, Any]) -> dict[str, Any]:
    """Version 1 asked for the family name as "surname"."""
    return {("name" if path == "surname" else path): raw for path, raw in answers.items()}


def floors_are_numbers(answers: dict[str, Any]) -> dict[str, Any]:
    """Version 2 kept floors as words."""
    return {path: (int(raw) if path == "floor" else raw) for path, raw in answers.items()}


@form("visit", version=3, upgrades={1: one_name, 2: floors_are_numbers})
class Visit:
    """Everything that can be asked."""

    name: str = ask(Text(at_least=2, at_most=60, needs_letter=True))
    phone: str = ask(Contact())
    siret: str = ask(CompanyNumber())
    postcode: str = ask(Postcode())
    access: Access = ask(Choice(Access))
    floor: int | None = ask(Integer(-5, 60, buttons=(1, 2, 5, 10)), when=upstairs)
    tools: tuple[Tool, ...] = ask(MultiChoice(Tool))
    van: str = ask(Choice(needs="vans"))
    lines: tuple[Line, ...] = each(Line, at_most=4)
    photos: tuple[SentFile, ...] = ask(Photos(1, 4))
    papers: tuple[SentFile, ...] = ask(Documents(0, 2))
    place: MapPin | None = ask(Location(), optional=True)
    earliest: date = ask(Day(notice=2))
    deadline: date = ask(Day(after=first_day))
    start: time = ask(Time(time(7), time(18), buttons=(time(8), time(9, 30))))
    agreed: bool = ask(Confirm())
    note: str | None = ask(Text(at_most=500, multiline=True), optional=True)
    reviewed: bool = ask(Review())


FORMS = registry(Visit)
