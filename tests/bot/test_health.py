"""Whoever watches the bot learns whether the database answers and somebody hears of requests."""

from bot import health
from handlers.context import coordinator_group
from storage.engine import Database
from tests import trade
from tests.conftest import NOW


async def test_a_group_that_takes_our_messages_is_well(db: Database) -> None:
    assert await health.look(db, trade.services()) == {
        "ok": True,
        "database": "ok",
        "coordinator_group": "ok",
    }


async def test_a_group_that_refuses_is_unreachable_until_it_takes_us_back(db: Database) -> None:
    services = trade.services()
    async with db.begin(NOW) as tx:
        await coordinator_group.note_unreachable(tx, services)
    lost = await health.look(db, services)
    async with db.begin(NOW) as tx:
        assert await coordinator_group.note_reachable(tx, services)
        assert not await coordinator_group.note_reachable(tx, services)

    assert lost["coordinator_group"] == "unreachable"
    assert (await health.look(db, services))["coordinator_group"] == "ok"


async def test_a_database_that_does_not_answer_is_not_well() -> None:
    away = Database("postgresql+asyncpg://nobody@127.0.0.1:1/none")

    found = await health.look(away, trade.services())
    await away.close()

    assert not found["ok"]
