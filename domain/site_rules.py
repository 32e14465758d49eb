"""What holds at a place (§2.1, §2.2): hours, ways in, limits of lifts and vehicles, whose it is."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from domain.json_fields import to_json

DAY = 24 * 60  # minutes


class Permit(StrEnum):
    """Whether the town must allow the truck to stand there, and who asks for it."""

    NO = "no"
    CLIENT = "client"
    US = "us"


class SiteEntry(StrEnum):
    """How people get in."""

    FREE = "free"
    BADGE = "badge"
    GUARD = "guard"
    KEY_BOX = "key_box"
    INDUCTION = "induction"


class Noise(StrEnum):
    """When loud work may be done."""

    ANY = "any"
    OUT_OF_OFFICE_HOURS = "out_of_office_hours"
    AGREED = "agreed"  # at times to be agreed with the site


class Confidential(StrEnum):
    """What must not be read by others."""

    NONE = "none"
    ARCHIVES = "archives"
    IT = "it"


class Welfare(StrEnum):
    """What a crew finds on site."""

    WATER = "water"
    TOILETS = "toilets"
    CHANGING = "changing"


class ClientRole(StrEnum):
    """What the client is on this site: it decides the VAT, and who the waste producer is."""

    OWNER = "owner"
    MAIN = "main"
    SUB = "sub"
    TENANT = "tenant"
    AGENT = "agent"


BUILDERS = frozenset({ClientRole.MAIN, ClientRole.SUB})
NAMED_AT = frozenset(
    {SiteEntry.BADGE, SiteEntry.GUARD, SiteEntry.INDUCTION}
)  # who may want names beforehand


@dataclass(frozen=True, slots=True)
class Opening:
    """From a time to another; to one of the next day where that is not later."""

    start: time
    end: time

    @property
    def is_night(self) -> bool:
        """Tell whether half of it or more lies outside the day (§3.1)."""
        start, end = _minutes(self.start), _minutes(self.end)
        end += DAY if end <= start else 0
        by_day = sum(
            max(0, min(end, until) - max(start, since)) for since, until in _days_of_work()
        )
        return 2 * by_day <= end - start

    def __str__(self) -> str:
        return f"{self.start:%H:%M}–{self.end:%H:%M}"

    @classmethod
    def from_text(cls, text: str) -> "Opening":
        """Read what `str` wrote."""
        return cls(*map(time.fromisoformat, text.split("–")))


@dataclass(frozen=True, slots=True)
class Box:
    """The inside of a lift, in centimetres."""

    length: int
    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.length}x{self.width}x{self.height}"

    @classmethod
    def from_text(cls, text: str) -> "Box":
        """Read what `str` wrote."""
        return cls(*map(int, text.split("x")))


@dataclass(frozen=True, slots=True)
class SiteRules:
    """The answers; None where nothing was said. Sizes in cm, metres and tonnes as named."""

    permit: Permit | None = None
    hours: Opening | None = None
    entry: SiteEntry | None = None
    names_days: int | None = None  # how long before they want to know who comes; 0: never
    noise: Noise | None = None
    coactivity: bool | None = None
    csps: str | None = None  # who coordinates safety, where other firms work too
    owned: bool | None = None  # nothing is leased
    confidential: Confidential | None = None
    lift_size: Box | None = None
    lift_load: int | None = None  # kg
    lift_reserve: bool | None = None
    other_floors: tuple[int, ...] | None = None  # beside the one that is priced
    building: str | None = None  # and which stair
    stairs_width: int | None = None
    vehicle_height: Decimal | None = None
    vehicle_tonnes: Decimal | None = None
    welfare: tuple[Welfare, ...] | None = None
    role: ClientRole | None = None
    owner_name: str | None = None
    owner_siret: str | None = None

    @property
    def is_night(self) -> bool:
        return self.hours is not None and self.hours.is_night

    @property
    def billed(self) -> str | None:
        """Say whom the bill goes to, as the VAT table names it; None where nobody said."""
        if self.role is None:
            return None
        return "builder" if self.role in BUILDERS else "owner"

    def names_by(self, first: date) -> date | None:
        """Tell until when the site wants the crew's names for a first day of work."""
        return first - timedelta(self.names_days) if self.names_days else None

    def plain(self) -> dict[str, Any]:
        return to_json(self, omit_none=True)


NO_RULES = SiteRules()


def permit_by(first: date) -> date:
    """Tell until when the town must be asked for a first day of work."""
    return first - timedelta(int(_table()["permit_lead_days"]))


def in_low_emission_zone(department: str) -> bool:
    """Tell whether a department lies in a zone for clean vehicles, in whole or in part."""
    return department in _table()["low_emission_departments"]


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _days_of_work() -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the daytime of a day and of the next, in minutes from the first midnight."""
    since, until = _minutes(_table()["day_from"]), _minutes(_table()["day_until"])
    return (since, until), (since + DAY, until + DAY)


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((files("domain") / "data" / "site_rules.toml").read_text("utf-8"))
