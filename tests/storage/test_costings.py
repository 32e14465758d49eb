"""What a quote is priced from: one draft a request, taken up by any coordinator."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from domain.costing import Costing, CostingEvent, CostingState, Discount
from domain.inventory import Access, Condition, InventoryLine, Lift
from domain.lifecycle import NotAllowed
from domain.pricing import Extra
from storage import costings, events, people
from storage.costings import Past
from storage.engine import Database
from storage.transaction import Transaction, Unknown
from tests.conftest import NOW
from tests.trade import COORDINATOR, client, request_of

OSCAR = 702
LINES = (
    InventoryLine("BUR-01", Decimal("3.50"), Condition.A, careful=True),
    InventoryLine("CLO-02", Decimal("0.125"), fixed=True),
)
FULL = Costing(
    LINES,
    Access(3, Lift.PASSENGER, Decimal(40), occupied=True),
    Decimal("37.75"),
    (Extra("Monte-meubles <loué>", 45_000),),
    Discount(5_000, "Fidélité & suite"),
    {"kind": "reverse"},
)
PLAIN = Costing(LINES, Access())


async def request(tx: Transaction) -> int:
    """Open a request, with two coordinators."""
    nadia = await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
    await people.change(tx, nadia, full_name="Nadia Benali")
    await people.meet(tx, OSCAR, first_name="Oscar", language="fr")
    return (await request_of(tx, await client(tx))).id


async def test_every_figure_comes_back_as_it_was_put(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request_id = await request(tx)
        draft = await costings.open_(tx, request_id, FULL, COORDINATOR)
    async with db.read(NOW) as tx:
        assert await costings.get(tx, draft.id) == draft
        assert await costings.find_open(tx, request_id) == draft
    assert draft.content == FULL
    assert (draft.state, draft.version, draft.person_id) == (CostingState.DRAFT, 1, COORDINATOR)


async def test_who_comes_second_takes_up_the_draft_that_is_there(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request_id = await request(tx)
        first = await costings.open_(tx, request_id, FULL, COORDINATOR)
        assert await costings.open_(tx, request_id, PLAIN, OSCAR) == first


async def test_each_request_has_a_draft_of_its_own(db: Database) -> None:
    async with db.begin(NOW) as tx:
        one, other = await request(tx), await request(tx)
        draft = await costings.open_(tx, one, FULL, COORDINATOR)
        assert await costings.find_open(tx, other) is None
        assert (await costings.open_(tx, other, PLAIN, COORDINATOR)).id != draft.id


async def test_a_change_is_a_new_version_by_who_made_it(db: Database) -> None:
    later = NOW + timedelta(hours=1)
    async with db.begin(NOW) as tx:
        draft = await costings.open_(tx, await request(tx), FULL, COORDINATOR)
    async with db.begin(later) as tx:
        locked = await costings.lock(tx, draft.id)
        changed = await costings.change(tx, locked, PLAIN, OSCAR, [{"what": "hours"}])

    assert changed == replace(draft, version=2, content=PLAIN, person_id=OSCAR, changed_at=later)


async def test_what_others_changed_meanwhile_is_told_oldest_first(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request_id = await request(tx)
        draft = await costings.open_(tx, request_id, FULL, COORDINATOR)
        hours = await costings.change(tx, draft, PLAIN, COORDINATOR, [{"what": "hours"}])
        lines = await costings.change(tx, hours, FULL, OSCAR, [{"what": "line"}, {"what": "vat"}])

        assert await costings.since(tx, lines, draft.version) == [
            Past(COORDINATOR, "Nadia Benali", [{"what": "hours"}]),
            Past(OSCAR, "Oscar", [{"what": "line"}, {"what": "vat"}]),
        ]
        assert len(await costings.since(tx, lines, hours.version)) == 1
        assert await costings.since(tx, lines, lines.version) == []


async def test_changes_of_a_draft_before_are_not_told(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request_id = await request(tx)
        first = await costings.open_(tx, request_id, FULL, COORDINATOR)
        first = await costings.change(tx, first, PLAIN, OSCAR, [{"what": "hours"}])
        await costings.close(tx, first, CostingEvent.SCRAP, actor_id=OSCAR)
        second = await costings.open_(tx, request_id, FULL, COORDINATOR)
        assert second.id != first.id
        assert await costings.since(tx, second, 0) == []


async def test_a_draft_that_was_sent_is_closed_for_good(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request_id = await request(tx)
        draft = await costings.open_(tx, request_id, FULL, COORDINATOR)
        await costings.close(tx, draft, CostingEvent.SEND, actor_id=OSCAR)
        closed = await costings.get(tx, draft.id)
        assert (closed.state, closed.version, closed.person_id) == (CostingState.CLOSED, 2, OSCAR)
        assert await costings.find_open(tx, request_id) is None
        with pytest.raises(NotAllowed):
            await costings.close(tx, closed, CostingEvent.SCRAP, actor_id=OSCAR)
        assert (CostingEvent.SEND, OSCAR) in await events.of(tx, "request", request_id)


async def test_a_price_that_nobody_touched_is_kept_and_is_no_draft(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request_id = await request(tx)
        kept = await costings.get(tx, await costings.keep(tx, request_id, PLAIN, COORDINATOR))
        assert (kept.content, kept.state) == (PLAIN, CostingState.CLOSED)
        assert await costings.find_open(tx, request_id) is None
        with pytest.raises(Unknown):
            await costings.lock(tx, 404)
