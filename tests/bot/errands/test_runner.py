"""The worker of errands: done once, tried again, given up, and what killed processes before."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.errands.context import ErrandContext
from bot.errands.runner import ErrandRunner
from bot.retry_policy import ERRANDS
from storage import errands
from storage.engine import Database
from storage.errands import CLAIM_LASTS, DEAD, DONE, WAITING, Errand
from storage.migrate import migrate
from storage.tables import errands as rows
from tests import postgres
from tests.bot.errand_helpers import errand_context

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
WITHIN = 30.0


@dataclass
class Works:
    """A runner whose errands do as their key says, and what came of them."""

    db: Database
    begun: list[str] = field(default_factory=list)
    dead: list[tuple[str, str]] = field(default_factory=list)

    async def handle(self, _ctx: ErrandContext, errand: Errand) -> None:
        self.begun.append(errand.key)
        if errand.key.startswith("broken"):
            raise ConnectionError("no line")

    async def note_dead(self, errand: Errand, reason: str) -> None:
        self.dead.append((errand.key, reason))

    @asynccontextmanager
    async def running(self) -> AsyncIterator[ErrandRunner]:
        runner = ErrandRunner(errand_context(self.db), {"test": self.handle}, self.note_dead)
        work = asyncio.create_task(runner.run())
        try:
            yield runner
        finally:
            work.cancel()
            await asyncio.wait([work])

    async def put(self, *keys: str) -> None:
        async with self.db.begin(LONG_AGO) as tx:
            await errands.put_all(tx, "test", {key: {} for key in keys})

    async def begun_before(self, times: int) -> None:
        """Have so many processes claimed all that waits, and died."""
        for n in range(times):
            async with self.db.begin(LONG_AGO + n * (CLAIM_LASTS + timedelta(seconds=1))) as tx:
                await errands.claim(tx)

    async def states(self) -> dict[str, str]:
        async with self.db.read(LONG_AGO) as tx:
            return {row.key: row.state for row in await tx.rows(select(rows.c.key, rows.c.state))}

    async def becomes(self, wanted: dict[str, str]) -> None:
        async with asyncio.timeout(WITHIN):
            while await self.states() != wanted:  # noqa: ASYNC110 nothing tells us
                await asyncio.sleep(0.01)


@pytest.fixture
def works(db: Database) -> Works:
    return Works(db)


async def test_what_waits_is_done_once_and_what_comes_later_too(works: Works) -> None:
    await works.put("first")
    async with works.running() as runner:
        await works.becomes({"first": DONE})
        await works.put("second")
        runner.wake()
        await works.becomes({"first": DONE, "second": DONE})

    assert works.begun == ["first", "second"]


async def test_one_that_fails_waits_and_holds_nobody_up(works: Works) -> None:
    await works.put("broken", "fine")
    async with works.running():
        await works.becomes({"broken": WAITING, "fine": DONE})

    assert works.dead == []


async def test_one_that_fails_for_the_last_time_is_dead_and_somebody_is_told(works: Works) -> None:
    await works.put("broken")
    await works.begun_before((ERRANDS.attempts or 0) - 1)
    async with works.running():
        await works.becomes({"broken": DEAD})

    assert works.begun == ["broken"]
    assert works.dead == [("broken", "ConnectionError: no line")]


async def test_one_that_died_with_every_process_is_not_begun_again(works: Works) -> None:
    await works.put("deadly")
    await works.begun_before(ERRANDS.attempts or 0)
    async with works.running():
        await works.becomes({"deadly": DEAD})

    assert works.begun == []
    assert [key for key, _ in works.dead] == ["deadly"]


async def test_what_a_dead_process_had_in_hand_is_begun_at_once(works: Works) -> None:
    async with works.db.begin(datetime.now(UTC)) as tx:
        await errands.put(tx, "test", "left", {})
        await errands.claim(tx)
    async with works.running():
        await works.becomes({"left": DONE})


async def test_an_outage_of_the_database_is_waited_out(postgres_server: str) -> None:
    db = Database(await postgres.new_database(postgres_server))
    await migrate(db.engine)
    works = Works(db)
    async with works.running() as runner:
        async with postgres.away(postgres_server):
            pass
        await works.put("after")
        runner.wake()
        await works.becomes({"after": DONE})
    await db.close()

    assert works.begun == ["after"]
