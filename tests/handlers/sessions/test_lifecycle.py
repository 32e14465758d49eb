"""A conversation begins and ends with no more statements than it has things to write."""

from collections.abc import Sequence

from sqlalchemy import select

from handlers.context.update_context import UpdateContext
from handlers.conversation.engine import begin
from handlers.routing.form_endings import FORMS
from handlers.sessions import drafts, lifecycle
from storage import sessions
from storage.engine import Database
from storage.sessions import PARKED, StoredSession
from storage.tables import prompts, reminders
from storage.transaction import Reading
from tests.conftest import NOW
from tests.handlers.contexts import context_of
from tests.statements import counting
from tests.trade import CLIENT, client


def kinds(statements: Sequence[str]) -> list[str]:
    """Write « INSERT sessions » for each statement."""
    names = ("sessions", "prompts", "reminders", "outbox")
    return [
        f"{statement.split()[0]} {min((n for n in names if n in statement), key=statement.index)}"
        for statement in statements
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
            "DELETE reminders",
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
        assert await recalls(tx) == [(f"draft:{second.id}", "waiting")]
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


async def begun_request(ctx: UpdateContext) -> StoredSession:
    """Open a request that has one answer."""
    await lifecycle.start(ctx, "request", session=begin(FORMS["request"], {"street": "1 rue A"}))
    stored = await sessions.find(ctx.tx, CLIENT)
    assert stored is not None
    return stored


async def test_a_conversation_waits_behind_another_and_is_resumed_with_its_answers(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        await client(tx)
        ctx = await context_of(tx, CLIENT)
        request = await begun_request(ctx)
        await lifecycle.start(ctx, "order", about={"revision": 4})
        order = await sessions.find(tx, CLIENT)
        assert order is not None
        assert drafts.drafts(order) == (drafts.draft_of(request),)

        await lifecycle.leave(ctx, order)
        await lifecycle.resume_waiting(ctx)
        resumed = await sessions.find(tx, CLIENT)

    assert resumed is not None
    assert resumed.state["answers"] == request.state["answers"]
    assert (resumed.form, resumed.turn, drafts.drafts(resumed)) == ("request", request.turn + 1, ())


async def test_a_conversation_that_was_stopped_is_kept_but_not_asked_by_itself(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        await client(tx)
        ctx = await context_of(tx, CLIENT)
        request = await begun_request(ctx)

        assert await lifecycle.cancel(ctx)
        await lifecycle.resume_waiting(ctx)
        parked = await sessions.find(tx, CLIENT)

        assert parked is not None
        assert parked.form == PARKED
        assert drafts.drafts(parked) == (drafts.draft_of(request, stopped=True),)
        assert not await lifecycle.cancel(ctx)


async def test_a_draft_that_is_dropped_leaves_the_open_conversation(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await client(tx)
        ctx = await context_of(tx, CLIENT)
        request = await begun_request(ctx)
        await lifecycle.start(ctx, "order", about={"revision": 4})
        order = await sessions.find(tx, CLIENT)
        assert order is not None

        await lifecycle.drop(ctx, order, drafts.draft_of(request))
        left = await sessions.find(tx, CLIENT)

    assert left is not None
    assert (left.form, drafts.drafts(left)) == ("order", ())
