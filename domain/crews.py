"""The people and vehicles that a job is planned with."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

FIRST_AID = "SST"
MEDICAL = "MEDICAL"
LEGAL_WEEK = Decimal(35)


class CrewRole(StrEnum):
    """What a member is in the company for (§7.1)."""

    LEADER = "leader"
    INSTRUCTOR = "instructor"
    HANDLER = "handler"
    DRIVER = "driver"
    CARPENTER = "carpenter"
    SURVEYOR = "surveyor"
    COUNSELLOR = "counsellor"


LEADING = frozenset({CrewRole.LEADER, CrewRole.INSTRUCTOR})


@dataclass(frozen=True, slots=True)
class Certificate:
    """Proof of a skill ("SST", "CACES_R489_3", "LICENCE_C1"); no date where it does not run out.

    `photo` is a picture of the paper, for coordinators only.
    """

    kind: str
    valid_until: date | None = None
    issued_on: date | None = None
    photo: int | None = None

    def holds_on(self, on: date) -> bool:
        """Tell whether it is valid on a day, the last one included."""
        return self.valid_until is None or on <= self.valid_until


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who can be put on a crew; `weekly_hours` as in their contract, `phone` in E.164.

    `language` is the one of our messages; `languages` are all that they speak.
    """

    id: int
    name: str
    certificates: tuple[Certificate, ...] = ()
    weekly_hours: Decimal = LEGAL_WEEK
    contract_end: date | None = None
    language: str = "fr"
    roles: frozenset[CrewRole] = frozenset()
    contract_start: date | None = None
    phone: str | None = None
    languages: tuple[str, ...] = ()
    active: bool = True  # not after they left the company

    @property
    def leader(self) -> bool:
        """Tell whether they may lead on site."""
        return bool(self.roles & LEADING)

    @property
    def driver(self) -> bool:
        return CrewRole.DRIVER in self.roles

    def certificate(self, kind: str) -> Certificate | None:
        """Return the certificate of a kind that runs longest, if there is one."""
        known = [each for each in self.certificates if each.kind == kind]
        return max(known, key=lambda each: each.valid_until or date.max, default=None)

    def holds(self, kind: str, on: date) -> bool:
        """Tell whether a skill is proved on a day; missing proof is no proof (§7.2)."""
        found = self.certificate(kind)
        return found is not None and found.holds_on(on)


@dataclass(frozen=True, slots=True)
class Vehicle:
    """One vehicle of the company; its type names the entry in the price book.

    What is None is not known. A volume of 0 means that it carries glass alone.
    """

    id: int
    name: str
    type: str
    licence: str = "B"
    inspected_until: date | None = None
    out_from: date | None = None
    out_until: date | None = None
    volume_m3: Decimal | None = None
    payload_kg: Decimal | None = None
    glass_frame: bool = False
    height_m: Decimal | None = None
    gross_t: Decimal | None = None  # when full

    @property
    def certificate(self) -> str | None:
        """Name the certificate its driver must prove; none for what a car licence allows."""
        return None if self.licence == "B" else f"LICENCE_{self.licence}"

    def out_on(self, on: date) -> bool:
        """Tell whether it is out of service on a day; a side without a date is open."""
        if self.out_from is None and self.out_until is None:
            return False
        return (self.out_from or on) <= on <= (self.out_until or on)

    def inspected_on(self, on: date) -> bool:
        """Tell whether its inspection holds on a day, the last one included, or is unknown."""
        return self.inspected_until is None or on <= self.inspected_until
