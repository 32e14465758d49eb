"""What a client wants of a job beside the work itself (§2.3), and where the bill goes (§2.1)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from domain.json_fields import to_json


class Bound(StrEnum):
    """What a client lays down about where things go."""

    CHARITY = "charity"
    CONVENTION = "convention"
    CERTIFICATE = "certificate"
    ON_SITE = "on_site"
    NO_RESALE = "no_resale"


class ClientKind(StrEnum):
    """Who is billed (§2.1): a public body by Chorus Pro, a household by consumers' law."""

    FIRM = "firm"
    PUBLIC = "public"
    ASSOCIATION = "association"
    HOUSEHOLD = "household"


class Pemd(StrEnum):
    """How far the diagnosis of products, equipment, materials and waste is."""

    MADE = "made"
    ONGOING = "ongoing"
    NOT_REQUIRED = "not_required"
    UNKNOWN = "unknown"


class WastePaper(StrEnum):
    """What a client wants to hold when all is gone."""

    REGISTER = "register"
    SLIPS = "slips"
    REUSE = "reuse"
    CO2 = "co2"
    PHOTOS = "photos"


@dataclass(frozen=True, slots=True)
class JobPreferences:
    """The answers; None where nothing was said. `budget` in whole euros, without VAT."""

    hard_deadline: bool | None = None
    phases: int | None = None
    reuse_goal: int | None = None  # percent
    reuse_contract: bool | None = None
    bounds: tuple[Bound, ...] | None = None
    bound_words: str | None = None
    insertion_hours: int | None = None
    clause_officer: str | None = None
    pemd: Pemd | None = None
    budget: Decimal | None = None
    decision: date | None = None
    papers: tuple[WastePaper, ...] | None = None
    bill_kind: ClientKind | None = None
    bill_name: str | None = None
    bill_address: str | None = None  # postal
    bill_email: str | None = None
    bill_reference: str | None = None
    bill_vat: str | None = None

    def plain(self) -> dict[str, Any]:
        return to_json(self, omit_none=True)


NO_WISHES = JobPreferences()
