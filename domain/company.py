"""Who issues the documents: the identity that the law wants on every quote."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from domain.fields import Fields
from domain.file_faults import FileFault
from domain.promises import Promise

EXAMPLE = Path(__file__).parent / "data" / "company.example.toml"

_STREAM = re.compile(r"[A-Z][A-Z_]*")
_PROMISE = re.compile("|".join(Promise))


class CompanyFaults(ValueError):
    """The company file cannot be used; every fault is named at once."""

    def __init__(self, faults: tuple[FileFault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Insurance:
    """Liability cover; `area` says where it holds (§4.3)."""

    insurer: str
    contract: str
    area: str


@dataclass(frozen=True, slots=True)
class Payment:
    """Days after performance, at most 60 (art. L441-10); percents of the total incl. VAT."""

    days: int
    deposit_percent: int
    recovery_fee_cents: int
    late_points: int


@dataclass(frozen=True, slots=True)
class Carrier:
    """Waste-carrier receipt of the prefect, valid five years (§1.2)."""

    receipt: str
    valid_until: date


@dataclass(frozen=True, slots=True)
class Destination:
    """Where streams are dropped off: name, address and type (§4.3, waste block)."""

    name: str
    address: str
    kind: str
    streams: frozenset[str]


@dataclass(frozen=True, slots=True)
class Company:
    """The issuer as printed; `registration` is the RNA or RCS number with its town."""

    name: str
    legal_form: str
    address: tuple[str, ...]
    siret: str
    registration: str
    capital_cents: int | None
    vat_number: str
    phone: str
    email: str
    website: str | None
    complaints: str
    insurance: Insurance
    payment: Payment
    carrier: Carrier | None
    destinations: tuple[Destination, ...]
    terms_approved_on: date | None = None  # by the company's lawyer; until then a template
    promises: frozenset[Promise] = frozenset()  # what is delivered by hand; no other is offered
    contact: str | None = None  # who answers the telephone; clients are told
    vat_exempt: bool = False  # small-business or non-profit exemption (§4.4)

    @property
    def siren(self) -> str:
        return self.siret[:9]

    def destination(self, stream: str) -> Destination | None:
        """The first place that takes the stream; None: to be agreed."""
        return next((place for place in self.destinations if stream in place.streams), None)


def load_company(text: str) -> Company:
    """The company of a TOML text; raises `CompanyFaults` with every missing or invalid field."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise CompanyFaults((FileFault("file", "file", {"why": str(problem)}),)) from problem
    fields = Fields(raw)
    company = _company(fields)
    faults = fields.faults()
    if faults:
        raise CompanyFaults(faults)
    return company


def example_company() -> Company:
    """The invented company of the demonstration."""
    return load_company(EXAMPLE.read_text(encoding="utf-8"))


def _company(fields: Fields) -> Company:
    identity = fields.table("identity")
    siret = identity.siret("siret")
    registration = identity.text("registration", at_most=60)
    return Company(
        name=identity.text("name", at_most=80),
        legal_form=identity.text("legal_form", at_most=120),
        address=identity.lines("address"),
        siret=siret,
        registration=registration,
        capital_cents=identity.capital("capital_eur", registration),
        vat_number=identity.vat_number("vat_number", siret),
        phone=identity.phone("phone"),
        email=identity.email("email"),
        website=identity.optional_text("website", at_most=120),
        complaints=identity.text("complaints", at_most=120),
        insurance=_insurance(fields.table("insurance")),
        payment=_payment(fields.table("payment")),
        carrier=_carrier(fields),
        destinations=tuple(_destination(place) for place in fields.tables("destinations")),
        terms_approved_on=_terms(fields),
        promises=_promises(fields),
        contact=identity.optional_text("contact", at_most=60),
        vat_exempt="vat_exempt" in identity and identity.flag("vat_exempt"),
    )


def _insurance(table: Fields) -> Insurance:
    return Insurance(
        insurer=table.text("insurer", at_most=120),
        contract=table.text("contract", at_most=60),
        area=table.text("area", at_most=120),
    )


def _payment(table: Fields) -> Payment:
    return Payment(
        days=table.integer("days", 0, 60),
        deposit_percent=table.integer("deposit_percent", 0, 100),
        recovery_fee_cents=100 * table.integer("recovery_fee_eur", 40, 1000),
        late_points=table.integer("late_points", 0, 50),
    )


def _carrier(fields: Fields) -> Carrier | None:
    if "carrier" not in fields:
        return None
    table = fields.table("carrier")
    return Carrier(table.text("receipt", at_most=60), table.day("valid_until"))


def _promises(fields: Fields) -> frozenset[Promise]:
    if "promises" not in fields:
        return frozenset()
    codes = fields.table("promises").codes("by_hand", _PROMISE)
    return frozenset(promise for promise in Promise if promise in codes)


def _terms(fields: Fields) -> date | None:
    return fields.table("terms").day("approved_on") if "terms" in fields else None


def _destination(table: Fields) -> Destination:
    return Destination(
        name=table.text("name", at_most=120),
        address=table.text("address", at_most=200),
        kind=table.text("kind", at_most=120),
        streams=table.codes("streams", _STREAM),
    )
