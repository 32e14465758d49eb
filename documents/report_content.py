"""A completion report as it is sent: what was done, when, and what became of everything."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from zoneinfo import ZoneInfo

from documents.parties import AgreementBlock, Client, Picture, SiteBlock, WasteStream
from domain.calendar import PARIS
from domain.company import Company
from domain.outcomes import OutcomeWeights

Moment = Literal["before", "after"]
WeightSource = Literal["catalogue", "ticket", "scale"]


@dataclass(frozen=True, slots=True)
class Times:
    """Instants of the day; None where nobody tapped."""

    planned_at: datetime
    en_route_at: datetime | None
    arrived_at: datetime | None
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One item of the inventory with its counts by outcome, in its unit."""

    label: str
    unit: str
    reused: Decimal
    transformed: Decimal
    recycled: Decimal
    disposed: Decimal

    @property
    def moved(self) -> Decimal:
        return self.reused + self.transformed + self.recycled + self.disposed


@dataclass(frozen=True, slots=True)
class ReportPhoto:
    """A proof photo as it was received; `data` None where the file is lost."""

    moment: Moment
    caption: str
    taken_at: datetime
    data: bytes | None

    @property
    def picture(self) -> Picture:
        return Picture(self.caption, self.taken_at, self.data)


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """The report of a job; crew names are printed in the internal copy only (§5.4).

    `weights_from` names the source of the weights, `measured_share` (0 to 1) how much was weighed.
    """

    job_number: str
    quote_number: str
    request_number: str
    reported_on: date
    language: str
    company: Company
    client: Client
    site: SiteBlock
    work: str
    times: Times
    crew: tuple[str, ...]
    person_hours: Decimal | None
    lines: tuple[ReportRow, ...]
    outcome: OutcomeWeights
    weights_from: WeightSource
    measured_share: Decimal
    waste: tuple[WasteStream, ...]
    photos: tuple[ReportPhoto, ...]
    for_client: bool = True
    notes: str = ""
    received: AgreementBlock | None = None
    zone: ZoneInfo = PARIS
