"""A conversation begins and ends with no more statements than it has things to write."""

from collections.abc import Sequence

from sqlalchemy import select

from handlers.sessions import lifecycle
from storage import sessions
from storage.engine import Database
from storage.tables import prompts, reminders
from storage.transaction import Reading
from tests.conftest import NOW
from tests.handlers.contexts import context_of
from tests.handlers.views.test_client_home import counting
from tests.trade import CLIENT, client


def kinds(statements: Sequence[str]) -> list[str]:
    """Write « INSERT sessions » for each statement."""
    names = ("sessions", "prompts", "reminders", "outbox")
    return [
        f"{one.split()[0]} {min((n for n in names if n in one), key=one.index)}"
        for one in statements
    ]


async def recalls(tx: Reading) -> list[tuple[str, str]]:
    rows = await tx.rows(select(reminders.c.key, reminders.c.state).order_by(reminders.c.id))
    return [(row.key, row.state) for row in rows]


async def test_a_request_begins_where_nothing_is_open(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await client(tx)
    async with db.begin(NOW) as tx:
        guest = await context_of(tx, CLIENT)
        with counting(db) as asked:
            await lifecycle.start_once(guest, "request")
        place = await sessions.find(tx, CLIENT)

        assert kinds(asked) == [
            "SELECT sessions",
            "DELETE sessions",
            "INSERT sessions",
            "INSERT reminders",
        ]
        assert place is not None
        assert await recalls(tx) == [(f"draft:{place.id}", "waiting")]


async def test_a_request_begun_anew_has_one_recall_and_leaves_no_prompt(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await client(tx)
        guest = await context_of(tx, CLIENT)
        await lifecycle.start(guest, "request")
        first = await sessions.find(tx, CLIENT)
        assert first is not None
        shown = {"chat_id": CLIENT, "message_id": 9, "path": "address", "sent_at": NOW}
        await tx.insert(prompts, session_id=first.id, turn=first.turn, **shown)

        await lifecycle.start(guest, "request")
        second = await sessions.find(tx, CLIENT)

        assert second is not None
        assert await recalls(tx) == [
            (f"draft:{first.id}", "stopped"),
            (f"draft:{second.id}", "waiting"),
        ]
        assert await tx.rows(select(prompts)) == []


async def test_what_was_left_is_recalled_no_more(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await client(tx)
        guest = await context_of(tx, CLIENT)
        await lifecycle.start(guest, "request")
        place = await sessions.find(tx, CLIENT)
        assert place is not None

        await lifecycle.leave(guest, place)

        assert await sessions.find(tx, CLIENT) is None
        assert await recalls(tx) == [(f"draft:{place.id}", "stopped")]
