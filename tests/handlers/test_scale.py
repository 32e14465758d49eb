"""10,000 requests and quotes of 500 companies: every screen asks the database as often as of 10."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from sqlalchemy import Table, func, select

from domain.people import Role
from handlers import home
from handlers.clients import overview
from handlers.coordinators import cold, finding, request_card
from handlers.visit import Visit
from storage import people, requests
from storage.engine import Database
from storage.tables import companies, quotes, request_lines, revisions
from storage.tables import requests as request_rows
from storage.work import Work
from tests.conftest import NOW
from tests.handlers.test_overview import counting
from tests.handlers.visits import visit
from tests.trade import CLIENT, sent_quote

MANY, COMPANIES = 10_000, 500
NADIA = 601


async def found(guest: Visit) -> None:
    assert await finding.found(guest, "hoche 93500")


async def card(guest: Visit) -> None:
    await request_card.draw(guest, await requests.get(guest.work, 1))


SCREENS: Mapping[str, tuple[int, Callable[[Visit], Awaitable[Any]]]] = {
    "the client's home": (CLIENT, overview.draw),
    "what waits for a decision": (NADIA, home.show),
    "quotes that go cold": (NADIA, cold.show),
    "requests found by words": (NADIA, found),
    "the card of a request": (NADIA, card),
}


async def test_ten_thousand_requests_take_as_many_statements_as_ten(db: Database) -> None:
    async with db.begin(NOW) as work:
        for _ in range(10):
            await sent_quote(work)
        nadia = await people.meet(work, NADIA, first_name="Nadia", language="fr")
        await people.give(work, nadia, Role.COORDINATOR)
    few = await statements(db)
    async with db.begin(NOW) as work:
        await multiply(work)
    many = await statements(db)

    assert many == few
    assert min(few.values()) > 0


async def statements(db: Database) -> dict[str, int]:
    """Count what each screen asks of the database."""
    counts = {}
    for name, (person_id, show) in SCREENS.items():
        async with db.begin(NOW) as work:
            guest = await visit(work, person_id)
            with counting(db) as asked:
                await show(guest)
        counts[name] = len(asked)
    return counts


async def multiply(work: Work) -> None:
    """Make copies of the first request with its line, quote and revision, for many companies."""
    sample = {table: await _first(work, table) for table in (companies, request_rows, quotes)}
    line, revision = await _first(work, request_lines), await _first(work, revisions)
    names = range(2, COMPANIES + 1)
    await work.conn.execute(
        companies.insert(), [sample[companies] | {"id": n, "siret": f"{n:014d}"} for n in names]
    )
    numbers = range(11, MANY + 1)
    made = [
        sample[request_rows]
        | {"id": n, "number": f"DEM-2026-{n:05d}", "company_id": 1 + n % COMPANIES}
        for n in numbers
    ]
    await work.conn.execute(request_rows.insert(), made)
    await work.conn.execute(request_lines.insert(), [line | {"request_id": n} for n in numbers])
    quoted = [
        sample[quotes] | {"id": n, "number": f"DEV-2026-{n:05d}", "request_id": n} for n in numbers
    ]
    await work.conn.execute(quotes.insert(), quoted)
    await work.conn.execute(
        revisions.insert(), [revision | {"id": n, "quote_id": n} for n in numbers]
    )
    count = await work.first(select(func.count()).select_from(request_rows))
    assert count is not None
    assert count[0] == MANY


async def _first(work: Work, table: Table) -> dict[str, Any]:
    row = await work.first(select(table).limit(1))
    assert row is not None
    return dict(row._mapping)
