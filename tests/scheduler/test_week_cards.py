"""Each Thursday afternoon a member in the bot is asked about the next week; an outage skips one."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.availability import plan_week_card
from handlers.crews import week_reminder
from storage import crews, reminders
from storage.engine import Database
from tests.conftest import NOW
from tests.scheduler.ticking import tick
from tests.trade import member
from tests.waiting_letters import pending

AWA = 11
THURSDAY = datetime(2026, 11, 26, 15, tzinfo=UTC)  # 16:00 in Paris


@pytest.fixture
async def awa(db: Database) -> int:
    async with db.begin(NOW) as tx:
        member_id = await member(tx, "Awa", person_id=AWA)
        await week_reminder.plan(tx, member_id)
        return member_id


async def told(db: Database) -> list[str]:
    async with db.read(NOW) as tx:
        return [letter.post.text for letter in await pending(tx, AWA)]


async def due(db: Database) -> datetime | None:
    async with db.read(NOW) as tx:
        found = await reminders.next_due(tx)
    return getattr(found, "due_at", None)


def test_the_next_thursday_at_four_on_the_wall() -> None:
    for now, then in (
        (THURSDAY - timedelta(minutes=1), THURSDAY),
        (THURSDAY, THURSDAY + timedelta(7)),
        (datetime(2026, 3, 25, tzinfo=UTC), datetime(2026, 3, 26, 15, tzinfo=UTC)),
        (datetime(2026, 3, 27, tzinfo=UTC), datetime(2026, 4, 2, 14, tzinfo=UTC)),
    ):
        [planned] = plan_week_card(1, now)
        assert planned.due_at == then


async def test_a_member_is_asked_each_week(db: Database, awa: int) -> None:
    await tick(db, THURSDAY)
    [card] = await told(db)
    assert "Semaine du lundi 30 novembre" in card
    assert await due(db) == THURSDAY + timedelta(7)


async def test_an_outage_of_days_asks_about_no_week_that_has_begun(db: Database, awa: int) -> None:
    await tick(db, THURSDAY + timedelta(days=5))

    assert await told(db) == []
    assert await due(db) == THURSDAY + timedelta(7)


async def test_who_left_is_asked_no_more(db: Database, awa: int) -> None:
    async with db.begin(NOW) as tx:
        await crews.leave(tx, awa)
    await tick(db, THURSDAY)

    assert await told(db) == []
    assert await due(db) is None
