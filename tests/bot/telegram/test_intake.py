"""Each update has its effect once, whatever comes twice, breaks, or kills the process."""

from typing import Any

import pytest
from sqlalchemy import func, select

from bot.clock import SystemClock, real_now
from bot.services import build_services
from bot.settings import read_settings
from bot.telegram.intake import DatabaseAway, Intake, Taken
from handlers.context.services import Services
from handlers.context.update_context import UpdateContext
from handlers.routing import routes
from storage import inbox
from storage.engine import Database
from storage.migrate import migrate
from storage.tables import outbox, seen_updates, troubled_updates
from tests import postgres

BOT, ANNA, DESK = 7, 11, -13


@pytest.fixture(scope="module")
def services() -> Services:
    settings = read_settings(
        telegram_token="1:" + "x" * 30, coordinator_chat_id=DESK, _env_file=None
    )
    return build_services(settings, "r4_bot")


class Bench:
    """An intake, and what followed its commits."""

    def __init__(self, db: Database, services: Services) -> None:
        self.db, self.taken = db, list[Taken]()
        self.intake = Intake(db, BOT, services, SystemClock(), self.taken.append)

    async def letters(self, chat_id: int) -> int:
        query = select(func.count()).where(outbox.c.chat_id == chat_id)
        return await self.count(query)

    async def count(self, query: Any) -> int:
        async with self.db.read(real_now()) as tx:
            row = await tx.first(query)
        assert row is not None
        return int(row[0])

    async def begun(self, update_id: int, times: int) -> None:
        """Have so many processes died with the update in hand."""
        async with self.db.begin(real_now()) as tx:
            for _ in range(times):
                await inbox.count_attempts(tx, BOT, [update_id])

    @property
    def aside(self) -> Any:
        return select(func.count()).where(troubled_updates.c.dead_at.is_not(None))


@pytest.fixture
def bench(db: Database, services: Services) -> Bench:
    return Bench(db, services)


def help_(update_id: int, person: int = ANNA) -> dict[str, Any]:
    """Somebody asks for help: one letter goes out."""
    message = {
        "message_id": update_id,
        "date": 1_800_000_000,
        "chat": {"id": person, "type": "private", "first_name": "Anna"},
        "from": {"id": person, "is_bot": False, "first_name": "Anna", "language_code": "fr"},
        "text": "/help",
    }
    return {"update_id": update_id, "message": message}


async def test_an_update_twice_in_one_batch_has_its_effect_once(bench: Bench) -> None:
    await bench.intake.take([help_(1), help_(1)])

    assert await bench.letters(ANNA) == 1


async def test_an_update_that_comes_again_has_its_effect_once(bench: Bench) -> None:
    await bench.intake.take([help_(1)])
    bench.intake.cautious = False
    await bench.intake.take([help_(1), help_(2)])

    assert await bench.letters(ANNA) == 2


async def test_one_that_kills_is_set_aside_and_those_beside_it_are_not(bench: Bench) -> None:
    await bench.begun(1, times=1)
    await bench.begun(2, times=3)
    await bench.begun(3, times=1)

    await bench.intake.take([help_(1), help_(2, person=12), help_(3)])

    assert await bench.letters(ANNA) == 2
    assert await bench.count(bench.aside) == 1
    assert await bench.letters(DESK) == 1


async def test_one_that_had_its_effect_is_not_set_aside_however_often_we_died(
    bench: Bench,
) -> None:
    await bench.intake.take([help_(1)])
    await bench.begun(1, times=9)
    await bench.intake.take([help_(1), help_(2)])

    assert await bench.count(bench.aside) == 0
    assert await bench.letters(ANNA) == 2


async def test_starts_that_die_count_only_the_update_in_hand(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second of three updates kills every process that takes it."""

    class Killed(BaseException):
        pass

    route = routes.route

    async def deadly(ctx: UpdateContext) -> None:
        if ctx.input.update_id == 2:
            raise Killed
        await route(ctx)

    monkeypatch.setattr("handlers.routing.routes.route", deadly)
    batch = [help_(1), help_(2, person=12), help_(3, person=13)]
    died = 0
    for _ in range(5):
        try:
            await bench.intake.take(batch)
        except Killed:
            died += 1

    assert died == 3
    assert await bench.count(bench.aside) == 1
    assert (await bench.letters(ANNA), await bench.letters(13)) == (1, 1)


async def test_one_that_breaks_is_set_aside_after_a_few_attempts(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_visit: UpdateContext) -> None:
        raise ValueError("a bug of ours")

    monkeypatch.setattr("handlers.routing.routes.route", broken)
    await bench.intake.take([help_(1)])

    assert await bench.count(bench.aside) == 1
    assert (await bench.letters(ANNA), await bench.letters(DESK)) == (1, 1)


async def test_an_outage_of_the_database_takes_nothing_and_blames_nobody(
    postgres_server: str, services: Services
) -> None:
    db = Database(await postgres.new_database(postgres_server))
    await migrate(db.engine)
    bench = Bench(db, services)
    await bench.intake.take([help_(1)])
    bench.intake.cautious = False
    async with postgres.away(postgres_server):
        for _ in range(3):
            with pytest.raises(DatabaseAway):
                await bench.intake.take([help_(2), help_(3, person=12)])
    await bench.intake.take([help_(2), help_(3, person=12)])

    assert await bench.count(select(func.count()).select_from(seen_updates)) == 3
    assert await bench.count(bench.aside) == 0
    assert (await bench.letters(ANNA), await bench.letters(12)) == (2, 1)
    await db.close()
