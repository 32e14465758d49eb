"""Requests of clients, with their lines."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from domain.activities import Activity, Parking
from domain.addresses import AddressCheck
from domain.communes import Commune, Pin
from domain.inventory import Access, Condition, InventoryLine, Lift
from domain.requests import RequestState
from domain.survey import AsbestosSurvey, CutOff
from storage import numbers
from storage.finding import searchable
from storage.tables import media, messages, request_lines, requests
from storage.work import AnyRow, Unknown, Work

SERIES = "DEM"


@dataclass(frozen=True, slots=True)
class Site:
    """Where it is and how things leave it; `pin` where it was shown on the map."""

    address: str
    postcode: str
    commune: Commune
    access: Access
    parking: Parking
    pin: Pin | None = None

    @property
    def town(self) -> str:
        """Write « 93200 Saint-Denis »."""
        return f"{self.postcode} {self.commune.town}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a client asks, before it has a number."""

    activity: Activity
    site: Site
    lines: tuple[InventoryLine, ...]
    earliest_on: date
    deadline_on: date
    note: str | None
    asbestos: AsbestosSurvey | None = None
    cut_off: CutOff | None = None


@dataclass(frozen=True, slots=True)
class Books:
    """The versions of price book and catalogue that a request is priced with."""

    prices_id: int | None = None
    catalogue_id: int | None = None


AS_SHIPPED = Books()


@dataclass(frozen=True, slots=True)
class Request:
    id: int
    number: str
    company_id: int
    person_id: int
    state: str
    version: int
    asked: Asked
    reason: str | None
    created_at: datetime
    books: Books = AS_SHIPPED
    address_check: AddressCheck | None = None
    held: tuple[str, ...] = ()  # kinds of hazard that wait for a decision


@dataclass(frozen=True, slots=True)
class Message:
    """Words, a file (`kind` and `name` of it), or a file with words."""

    from_client: bool
    text: str
    at: datetime
    kind: str | None = None
    name: str | None = None


class Changed(Exception):
    """Somebody else changed the thing since it was shown."""


_OF_ID = select(requests).where(requests.c.id == bindparam("wanted"))
_OF_COMPANY = (
    select(requests)
    .where(requests.c.company_id == bindparam("company"))
    .order_by(requests.c.id.desc())
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)
_NEW_LINES = request_lines.insert()
_LINES = (
    select(*(request_lines.c[name] for name in InventoryLine.__dataclass_fields__))
    .where(request_lines.c.request_id == bindparam("request"))
    .order_by(request_lines.c.position)
)
_THREAD = (
    select(messages.c.from_client, messages.c.text, messages.c.at, media.c.kind, media.c.name)
    .outerjoin(media, media.c.id == messages.c.media_id)
    .where(messages.c.request_id == bindparam("request"))
    .order_by(messages.c.id)
)


async def open_(
    work: Work, asked: Asked, *, company_id: int, person_id: int, books: Books = AS_SHIPPED
) -> Request:
    """Write down a request under the next number of the year."""
    number = f"{SERIES}-{work.now.year}-{await numbers.take(work, SERIES, work.now.year):04d}"
    identity = await work.insert(
        requests,
        number=number,
        company_id=company_id,
        person_id=person_id,
        state="submitted",
        activity=asked.activity,
        address=asked.site.address,
        postcode=asked.site.postcode,
        insee=asked.site.commune.insee,
        commune=asked.site.commune.name,
        latitude=asked.site.pin and asked.site.pin.latitude,
        longitude=asked.site.pin and asked.site.pin.longitude,
        floor=asked.site.access.floor,
        lift=asked.site.access.lift,
        carry_m=int(asked.site.access.carry_m),
        parking=asked.site.parking,
        occupied=asked.site.access.occupied,
        earliest_on=asked.earliest_on,
        deadline_on=asked.deadline_on,
        note=asked.note,
        asbestos=asked.asbestos,
        cut_off=asked.cut_off,
        words=searchable(number, asked.site.address, asked.site.town, asked.note or ""),
        prices_id=books.prices_id,
        catalogue_id=books.catalogue_id,
        created_at=work.now,
    )
    rows = [_line_row(identity, n, line) for n, line in enumerate(asked.lines)]
    await work.conn.execute(_NEW_LINES, rows)
    return Request(
        id=identity,
        number=number,
        company_id=company_id,
        person_id=person_id,
        state=RequestState.SUBMITTED,
        version=1,
        asked=asked,
        reason=None,
        created_at=work.now,
        books=books,
    )


def _line_row(request_id: int, position: int, line: InventoryLine) -> dict[str, Any]:
    return {
        "request_id": request_id,
        "position": position,
        "code": line.code,
        "quantity": str(line.quantity),
        "condition": line.condition,
        "careful": line.careful,
        "fixed": line.fixed,
    }


async def get(work: Work, request_id: int) -> Request:
    """Load a request. Raises Unknown."""
    row = await work.first(_OF_ID, {"wanted": request_id})
    if row is None:
        raise Unknown(f"request {request_id}")
    return _request(row, await _lines(work, request_id))


async def of_company(work: Work, company_id: int, limit: int = 10, skip: int = 0) -> list[Request]:
    """List the newest requests of a company, without their lines."""
    page = {"company": company_id, "most": limit, "skip": skip}
    rows = await work.rows(_OF_COMPANY, page)
    return [_request(row, ()) for row in rows]


async def count_of_company(work: Work, company_id: int) -> int:
    query = select(func.count()).where(requests.c.company_id == company_id)
    row = await work.first(query)
    return int(row[0]) if row else 0


async def open_ones(work: Work, states: Sequence[str], limit: int = 20) -> list[Request]:
    """List requests in these states, oldest first, without their lines."""
    query = select(requests).where(requests.c.state.in_(states)).order_by(requests.c.id)
    return [_request(row, ()) for row in await work.rows(query.limit(limit))]


async def change(work: Work, request: Request, **values: Any) -> int:
    """Write the changed fields and a new version; return it. Raises Changed."""
    where = (requests.c.id == request.id, requests.c.version == request.version)
    version = request.version + 1
    if not await work.run(update(requests).where(*where).values(version=version, **values)):
        raise Changed(request.number)
    return version


async def agree_on(
    work: Work, request: Request, lines: Sequence[InventoryLine], access: Access
) -> None:
    """Take what was agreed for what is to be done: crews count these lines. Raises Changed."""
    await work.run(request_lines.delete().where(request_lines.c.request_id == request.id))
    rows = [_line_row(request.id, n, line) for n, line in enumerate(lines)]
    await work.conn.execute(request_lines.insert(), rows)
    await change(
        work,
        request,
        floor=access.floor,
        lift=access.lift,
        carry_m=int(access.carry_m),
        occupied=access.occupied,
    )


async def hold(work: Work, request_id: int, kinds: Sequence[str]) -> None:
    """Note which hazards wait for a decision; the version stays, nothing that is asked changed."""
    where = requests.c.id == request_id
    await work.run(update(requests).where(where).values(held=list(kinds) or None))


async def drop_lines(work: Work, request: Request, lines: Collection[InventoryLine]) -> None:
    """Take lines out of a request, for good; others of the same item stay."""
    c = request_lines.c
    for line in lines:
        same = (c.code == line.code, c.condition == line.condition, c.fixed == line.fixed)
        await work.run(delete(request_lines).where(c.request_id == request.id, *same))


async def address_checked(work: Work, request_id: int, check: AddressCheck) -> None:
    """Note what the address base found; no new version, since nobody decided anything."""
    where = requests.c.id == request_id
    values = {"address_found": check.found[:200], "address_score": check.score}
    await work.run(update(requests).where(where).values(**values))


async def say(
    work: Work,
    request_id: int,
    person_id: int,
    text: str,
    *,
    from_client: bool,
    media_id: int | None = None,
) -> None:
    """Add words, or a file with its caption, to the thread between client and coordinators."""
    await work.insert(
        messages,
        request_id=request_id,
        person_id=person_id,
        from_client=from_client,
        text=text,
        media_id=media_id,
        at=work.now,
    )


async def thread(work: Work, request_id: int) -> list[Message]:
    return [Message(*row) for row in await work.rows(_THREAD, {"request": request_id})]


async def _lines(work: Work, request_id: int) -> tuple[InventoryLine, ...]:
    rows = await work.rows(_LINES, {"request": request_id})
    return tuple(
        InventoryLine(
            row.code, Decimal(row.quantity), Condition(row.condition), row.careful, row.fixed
        )
        for row in rows
    )


def _request(row: AnyRow, lines: tuple[InventoryLine, ...]) -> Request:
    access = Access(row.floor, Lift(row.lift), Decimal(row.carry_m), row.occupied)
    site = Site(
        row.address,
        row.postcode,
        Commune(row.insee, row.commune),
        access,
        Parking(row.parking),
        None if row.latitude is None else Pin(row.latitude, row.longitude),
    )
    asked = Asked(
        Activity(row.activity),
        site,
        lines,
        row.earliest_on,
        row.deadline_on,
        row.note,
        AsbestosSurvey(row.asbestos) if row.asbestos else None,
        CutOff(row.cut_off) if row.cut_off else None,
    )
    return Request(
        row.id,
        row.number,
        row.company_id,
        row.person_id,
        row.state,
        row.version,
        asked,
        row.reason,
        row.created_at,
        Books(row.prices_id, row.catalogue_id),
        None if row.address_score is None else AddressCheck(row.address_found, row.address_score),
        tuple(row.held or ()),
    )
