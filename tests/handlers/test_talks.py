"""A conversation begins and ends with no more statements than it has things to write."""

from collections.abc import Sequence

from sqlalchemy import select

from handlers import talks
from storage import sessions
from storage.engine import Database
from storage.tables import prompts, reminders
from storage.work import Work
from tests.conftest import NOW
from tests.handlers.test_overview import counting
from tests.handlers.visits import visit
from tests.trade import CLIENT, client


def kinds(statements: Sequence[str]) -> list[str]:
    """Write « INSERT sessions » for each statement."""
    names = ("sessions", "prompts", "reminders", "outbox")
    return [
        f"{one.split()[0]} {min((n for n in names if n in one), key=one.index)}"
        for one in statements
    ]


async def recalls(work: Work) -> list[tuple[str, str]]:
    rows = await work.rows(select(reminders.c.key, reminders.c.state).order_by(reminders.c.id))
    return [(row.key, row.state) for row in rows]


async def test_a_request_begins_where_nothing_is_open(db: Database) -> None:
    async with db.begin(NOW) as work:
        await client(work)
    async with db.begin(NOW) as work:
        guest = await visit(work, CLIENT)
        with counting(db) as asked:
            await talks.start_once(guest, "request")
        place = await sessions.find(work, CLIENT)

        assert kinds(asked) == [
            "SELECT sessions",
            "DELETE sessions",
            "INSERT sessions",
            "INSERT reminders",
        ]
        assert place is not None
        assert await recalls(work) == [(f"draft:{place.id}", "waiting")]


async def test_a_request_begun_anew_has_one_recall_and_leaves_no_prompt(db: Database) -> None:
    async with db.begin(NOW) as work:
        await client(work)
        guest = await visit(work, CLIENT)
        await talks.start(guest, "request")
        first = await sessions.find(work, CLIENT)
        assert first is not None
        shown = {"chat_id": CLIENT, "message_id": 9, "path": "address", "sent_at": NOW}
        await work.insert(prompts, session_id=first.id, turn=first.turn, **shown)

        await talks.start(guest, "request")
        second = await sessions.find(work, CLIENT)

        assert second is not None
        assert await recalls(work) == [
            (f"draft:{first.id}", "stopped"),
            (f"draft:{second.id}", "waiting"),
        ]
        assert await work.rows(select(prompts)) == []


async def test_what_was_left_is_recalled_no_more(db: Database) -> None:
    async with db.begin(NOW) as work:
        await client(work)
        guest = await visit(work, CLIENT)
        await talks.start(guest, "request")
        place = await sessions.find(work, CLIENT)
        assert place is not None

        await talks.leave(guest, place)

        assert await sessions.find(work, CLIENT) is None
        assert await recalls(work) == [(f"draft:{place.id}", "stopped")]
