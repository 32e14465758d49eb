"""A quote as the client gets it: values only, and a sum that adds up."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

from documents.parties import AgreementBlock, Client, Picture, SiteBlock, WasteStream
from domain.calendar import PARIS, day_of
from domain.company import Company
from domain.outcomes import OutcomeWeights

REUSE_CREDIT = "reuse_credit"


class TotalsDisagree(ValueError):
    """The lines of a quote and its totals do not add up to the cent."""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One line of the price; `key` as in the price book, `quantity` in words of the client.

    `count` and `unit` say the quantity to machines; a share is a count of its base.
    """

    key: str
    label: str
    quantity: str
    unit_price_cents: Decimal | int | None
    amount_cents: int
    count: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class InventoryRow:
    """One line of the inventory: loaded m³ and kg of the whole line; condition A to D."""

    label: str
    quantity: Decimal
    unit: str
    volume_m3: Decimal
    weight_kg: Decimal
    condition: str
    careful: bool = False


@dataclass(frozen=True, slots=True)
class QuoteDocument:
    """One revision of a quote; `vat_share` from 0 to 1, hours are person-hours.

    `number` carries the suffix of later revisions; `vat_mention` is what the law wants said.
    """

    number: str
    revision: int
    request_number: str
    issued_on: date
    valid_until: date
    language: str
    company: Company
    author: str
    client: Client
    site: SiteBlock
    work: str
    start_on: date | None
    days: int
    crew: int
    person_hours: Decimal
    trips: int
    lines: tuple[DocumentLine, ...]
    total_excl_vat_cents: int
    vat_share: Decimal
    vat_cents: int
    reverse_charge: bool
    total_incl_vat_cents: int
    inventory: tuple[InventoryRow, ...]
    outcome: OutcomeWeights
    waste: tuple[WasteStream, ...]
    vat_mention: str = ""
    notes: str = ""
    photos: tuple[Picture, ...] = ()
    photos_left_out: int = 0
    accepted: AgreementBlock | None = None
    vat_category: str = ""  # of EN 16931; left out, it follows from `reverse_charge`
    zone: ZoneInfo = PARIS

    def __post_init__(self) -> None:
        if sum(line.amount_cents for line in self.lines) != self.total_excl_vat_cents:
            raise TotalsDisagree(f"{self.number}: the lines do not add up to the total")
        if self.total_excl_vat_cents + self.vat_cents != self.total_incl_vat_cents:
            raise TotalsDisagree(f"{self.number}: total and VAT do not add up")

    @property
    def dated_on(self) -> date:
        """The day of the latest change: issue, or agreement."""
        if self.accepted is None:
            return self.issued_on
        return day_of(self.accepted.agreed_at, self.zone)
