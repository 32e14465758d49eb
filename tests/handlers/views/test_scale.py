"""10,000 requests and quotes of 500 companies: every screen asks the database as often as of 10."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from sqlalchemy import Table, func, select

from domain.people import Role
from handlers.cards.home_card import show_home
from handlers.context.update_context import UpdateContext
from handlers.quotes import inactive_quotes
from handlers.requests import search
from handlers.views import client_history, client_home, request_card
from storage import people, requests
from storage.engine import Database
from storage.tables import companies, quotes, request_lines, revisions
from storage.tables import requests as request_rows
from storage.transaction import Reading, Transaction
from tests.conftest import NOW
from tests.handlers.contexts import context_of
from tests.statements import counting
from tests.trade import CLIENT, sent_quote

MANY, COMPANIES = 10_000, 500
NADIA = 601


async def found(guest: UpdateContext) -> None:
    assert await search.show_matches(guest, "hoche 93500")


async def card(guest: UpdateContext) -> None:
    await request_card.draw(guest, await requests.get(guest.tx, 1))


SCREENS: Mapping[str, tuple[int, Callable[[UpdateContext], Awaitable[Any]]]] = {
    "the client's home": (CLIENT, client_home.draw),
    "the client's history": (CLIENT, client_history.draw),
    "what waits for a decision": (NADIA, show_home),
    "quotes that go cold": (NADIA, inactive_quotes.show),
    "requests found by words": (NADIA, found),
    "the card of a request": (NADIA, card),
}


async def test_ten_thousand_requests_take_as_many_statements_as_ten(db: Database) -> None:
    async with db.begin(NOW) as tx:
        for _ in range(10):
            await sent_quote(tx)
        nadia = await people.meet(tx, NADIA, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)
    few = await statements(db)
    async with db.begin(NOW) as tx:
        await multiply(tx)
    many = await statements(db)

    assert many == few
    assert min(few.values()) > 0


async def statements(db: Database) -> dict[str, int]:
    """Count what each screen asks of the database."""
    counts = {}
    for name, (person_id, show) in SCREENS.items():
        async with db.begin(NOW) as tx:
            guest = await context_of(tx, person_id)
            with counting(db) as asked:
                await show(guest)
        counts[name] = len(asked)
    return counts


async def multiply(tx: Transaction) -> None:
    """Make copies of the first request with its line, quote and revision, for many companies."""
    sample = {table: await _first(tx, table) for table in (companies, request_rows, quotes)}
    line, revision = await _first(tx, request_lines), await _first(tx, revisions)
    names = range(2, COMPANIES + 1)
    await tx.run(
        companies.insert(), [sample[companies] | {"id": n, "siret": f"{n:014d}"} for n in names]
    )
    numbers = range(11, MANY + 1)
    made = [
        sample[request_rows]
        | {"id": n, "number": f"DEM-2026-{n:05d}", "company_id": 1 + n % COMPANIES}
        for n in numbers
    ]
    await tx.run(request_rows.insert(), made)
    await tx.run(request_lines.insert(), [line | {"request_id": n} for n in numbers])
    quoted = [
        sample[quotes] | {"id": n, "number": f"DEV-2026-{n:05d}", "request_id": n} for n in numbers
    ]
    await tx.run(quotes.insert(), quoted)
    await tx.run(revisions.insert(), [revision | {"id": n, "quote_id": n} for n in numbers])
    count = await tx.first(select(func.count()).select_from(request_rows))
    assert count is not None
    assert count[0] == MANY


async def _first(tx: Reading, table: Table) -> dict[str, Any]:
    row = await tx.first(select(table).limit(1))
    assert row is not None
    return dict(row._mapping)
