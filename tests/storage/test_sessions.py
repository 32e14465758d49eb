"""Where a conversation stands, and what is known of how its question was shown."""

from storage import delivery_results, outbox, sessions
from storage.delivery_results import DeliveryResult
from storage.engine import Database
from storage.outbox import Asks, Post, State, Urgency
from storage.sessions import StoredSession
from storage.transaction import Transaction
from tests.conftest import NOW

ANNA = 11


async def begin(tx: Transaction, turn: int = 3) -> StoredSession:
    return await sessions.begin(
        tx, chat_id=ANNA, user_id=ANNA, form="request", state={}, turn=turn, about=None
    )


async def show(tx: Transaction, stored: StoredSession, message_id: int) -> None:
    """Send the question where the conversation stands as this message."""
    await outbox.put(tx, Post(ANNA, "where?", asks=Asks(stored.id, stored.turn, "address")))
    [letter] = await outbox.claim(tx, limit=1, at_most=Urgency.DIGEST, states=[State.PENDING])
    await delivery_results.mark(tx, [DeliveryResult(letter, State.SENT, message_id)])


async def test_a_question_shown_twice_is_noted_while_it_stands(db: Database) -> None:
    async with db.begin(NOW) as tx:
        stored = await begin(tx)

        assert await sessions.doubled(tx, stored.id, 3)
        found = await sessions.find(tx, ANNA)
    assert found is not None
    assert found.doubled_turn == 3


async def test_a_question_that_was_answered_is_not_noted(db: Database) -> None:
    async with db.begin(NOW) as tx:
        stored = await begin(tx)

        assert not await sessions.doubled(tx, stored.id, 2)
        assert await sessions.find(tx, ANNA) == stored


async def test_a_place_knows_the_first_message_that_put_its_question(db: Database) -> None:
    async with db.begin(NOW) as tx:
        stored = await begin(tx)
        await show(tx, stored, 71)
        await show(tx, stored, 75)
        shown = await sessions.find(tx, ANNA)
        await sessions.save_all(tx, [StoredSession(stored.id, ANNA, ANNA, "request", 4, {})])
        later = await sessions.find(tx, ANNA)

    assert shown is not None
    assert later is not None
    assert (shown.shown, later.shown) == (71, None)
