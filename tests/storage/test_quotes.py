"""Quotes: numbers without gaps whatever fails, revisions that take the place of those before."""

import asyncio
from datetime import date

import pytest

from domain.costing import Costing, CostingEvent
from domain.inventory import Access
from domain.quotes import QuoteEvent
from storage import costings, quotes
from storage.engine import Database
from storage.requests import Request
from storage.transaction import Changed, Transaction
from tests.conftest import NOW
from tests.trade import CLIENT, ESTIMATE, client, request_of

UNTIL = date(2026, 12, 23)


async def asked(db: Database, count: int) -> list[Request]:
    async with db.begin(NOW) as tx:
        person = await client(tx)
        return [await request_of(tx, person) for _ in range(count)]


async def issue(tx: Transaction, request: Request) -> quotes.Revision:
    return await quotes.issue(tx, request.id, ESTIMATE, actor_id=None, valid_until=UNTIL)


class Broken(Exception):
    pass


async def test_numbers_have_no_gaps_when_some_fail_at_once(db: Database) -> None:
    """Twelve at the same time, every third breaks after its number was taken."""
    made = await asked(db, 12)

    async def send(at: int, request: Request) -> None:
        async with db.begin(NOW) as tx:
            await issue(tx, request)
            if at % 3 == 0:
                raise Broken

    results = await asyncio.gather(
        *(send(at, one) for at, one in enumerate(made)), return_exceptions=True
    )

    assert [type(result) for result in results].count(Broken) == 4
    async with db.read(NOW) as tx:
        found = [
            revision for request in made for revision in await quotes.of_request(tx, request.id)
        ]
    assert sorted(revision.number for revision in found) == [
        f"DEV-2026-{n:04d}" for n in range(1, 9)
    ]


async def test_each_year_counts_from_one(db: Database) -> None:
    first, second = await asked(db, 2)
    async with db.begin(NOW) as tx:
        revision = await issue(tx, first)
    async with db.begin(NOW.replace(year=2027)) as tx:
        other = await issue(tx, second)

    assert (revision.number, other.number) == ("DEV-2026-0001", "DEV-2027-0001")


async def test_revisions_keep_the_number_and_supersede_those_before(db: Database) -> None:
    (request,) = await asked(db, 1)
    async with db.begin(NOW) as tx:
        first = await issue(tx, request)
        await quotes.move(tx, first, QuoteEvent.EXPIRE, actor_id=None)
        await issue(tx, request)
        await issue(tx, request)
        found = await quotes.of_request(tx, request.id)

    assert [(revision.label, revision.state, revision.newer) for revision in found] == [
        ("DEV-2026-0001", "superseded", "DEV-2026-0001-2"),
        ("DEV-2026-0001-2", "superseded", "DEV-2026-0001-3"),
        ("DEV-2026-0001-3", "sent", None),
    ]


async def test_a_superseded_revision_cannot_be_changed_by_who_saw_it_open(db: Database) -> None:
    (request,) = await asked(db, 1)
    async with db.begin(NOW) as tx:
        first = await issue(tx, request)
        await issue(tx, request)
        with pytest.raises(Changed):
            await quotes.move(tx, first, QuoteEvent.ACCEPT, actor_id=CLIENT)


async def test_revisions_of_one_quote_at_once_get_a_number_each_or_none(db: Database) -> None:
    (request,) = await asked(db, 1)
    async with db.begin(NOW) as tx:
        await issue(tx, request)

    async def revise() -> None:
        async with db.begin(NOW) as tx:
            await quotes.lock(tx, request.id)
            await issue(tx, request)

    await asyncio.gather(*(revise() for _ in range(4)))

    async with db.read(NOW) as reading:
        found = await quotes.of_request(reading, request.id)
    assert [revision.revision for revision in found] == [1, 2, 3, 4, 5]
    assert [revision.state for revision in found] == ["superseded"] * 4 + ["sent"]


async def test_a_request_has_one_draft_whoever_opens_it(db: Database) -> None:
    (request,) = await asked(db, 1)

    async def open_(person: int) -> costings.CostingDraft:
        async with db.begin(NOW) as tx:
            return await costings.open_(tx, request.id, Costing((), Access(floor=person)), person)

    draft, other = await asyncio.gather(open_(601), open_(602))
    assert draft == other
    async with db.begin(NOW) as tx:
        await costings.close(
            tx, await costings.lock(tx, draft.id), CostingEvent.SCRAP, actor_id=601
        )
        assert await costings.find_open(tx, request.id) is None
        again = await costings.open_(tx, request.id, Costing((), Access()), 602)
    assert again.id != draft.id
