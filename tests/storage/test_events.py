"""The audit trail: what happened to a thing, by whom, in the order in which it happened."""

from datetime import timedelta

import pytest

from storage import events
from storage.engine import Database
from storage.events import AuditEvent
from storage.transaction import Transaction
from tests.conftest import NOW

NADIA, OSCAR = 701, 702
HOUR = timedelta(hours=1)


async def sent(tx: Transaction, number: str, actor_id: int | None, request_id: int = 1) -> None:
    await events.record(tx, "quote_sent", "request", request_id, actor_id=actor_id, number=number)


async def test_what_happened_to_a_thing_is_listed_oldest_first(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await events.record(tx, "opened", "request", 1, actor_id=11)
        await events.record(tx, "opened", "request", 2, actor_id=12)
        await events.record(tx, "opened", "job", 1, actor_id=13)
        await events.record(tx, "declined", "request", 1, actor_id=None, reason="trop cher")

    async with db.read(NOW) as tx:
        assert await events.of(tx, "request", 1) == [("opened", 11), ("declined", None)]
        assert await events.of(tx, "job", 1) == [("opened", 13)]
        assert await events.of(tx, "job", 2) == []


async def test_an_event_of_a_transaction_that_broke_never_happened(db: Database) -> None:
    with pytest.raises(RuntimeError):
        async with db.begin(NOW) as tx:
            await events.record(tx, "opened", "request", 1, actor_id=11)
            raise RuntimeError

    async with db.read(NOW) as tx:
        assert await events.of(tx, "request", 1) == []


async def test_the_author_of_a_quote_is_who_sent_it_under_its_number(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await sent(tx, "DEV-1", NADIA)
        await sent(tx, "DEV-1-2", OSCAR)
        await sent(tx, "DEV-1", 703, request_id=2)
        await events.record(tx, "quote_declined", "request", 1, actor_id=11, number="DEV-1")

    async with db.read(NOW) as tx:
        assert await events.author_of(tx, "quote_sent", "request", 1, "DEV-1") == NADIA
        assert await events.author_of(tx, "quote_sent", "request", 1, "DEV-1-2") == OSCAR


async def test_who_did_it_last_under_a_number_is_its_author(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await sent(tx, "DEV-1", NADIA)
        await sent(tx, "DEV-1", OSCAR)
        assert await events.author_of(tx, "quote_sent", "request", 1, "DEV-1") == OSCAR


async def test_what_nobody_did_under_a_number_has_no_author(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await events.record(tx, "quote_sent", "request", 1, actor_id=NADIA)
        await sent(tx, "DEV-2", None)
        for number in ("DEV-1", "DEV-2"):
            assert await events.author_of(tx, "quote_sent", "request", 1, number) is None


async def test_the_last_time_counts_and_never_is_none(db: Database) -> None:
    for hours, actor in ((0, NADIA), (1, OSCAR)):
        async with db.begin(NOW + hours * HOUR) as tx:
            await events.record(tx, "shown", "request", 1, actor_id=actor)
    async with db.begin(NOW + 2 * HOUR) as tx:
        await events.record(tx, "shown", "request", 2, actor_id=NADIA)

    async with db.read(NOW) as tx:
        assert await events.last(tx, "shown", "request", 1) == AuditEvent(OSCAR, NOW + HOUR)
        assert await events.last(tx, "hidden", "request", 1) is None
        assert await events.last(tx, "shown", "job", 1) is None
