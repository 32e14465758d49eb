"""People and places that every paper names."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Client:
    """Who asked; `contact` is a person, `phone` E.164, `reference` the buyer's own number."""

    name: str
    siret: str | None = None
    address: tuple[str, ...] = ()
    contact: str | None = None
    phone: str | None = None
    email: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class SiteBlock:
    """Where the work is; `access` says floor, lift and carry distance in words."""

    address: tuple[str, ...]
    access: str | None = None


@dataclass(frozen=True, slots=True)
class AgreementBlock:
    """Who said yes, as what, when, and to which bytes (SHA-256 in hexadecimal).

    `purchase_order` is the buyer's own number for it.
    """

    name: str
    role: str
    agreed_at: datetime
    sha256: str
    purchase_order: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo on a paper; `data` is None where its bytes never came."""

    caption: str
    taken_at: datetime
    data: bytes | None


@dataclass(frozen=True, slots=True)
class WasteStream:
    """One stream of waste kept apart: kg, and where it is dropped off (§4.3)."""

    label: str
    weight_kg: Decimal
    destination: str | None
    cost_cents: int | None = None
