"""Where a conversation stands, and what is known of how its question was shown."""

from dataclasses import replace
from datetime import timedelta

from storage import delivery_results, outbox, sessions
from storage.delivery_results import DeliveryResult
from storage.engine import Database
from storage.outbox import Asks, LetterState, Post, Urgency
from storage.sessions import StoredSession
from storage.transaction import Transaction
from tests.conftest import NOW

ANNA, BRUNO = 11, 12
DAY = timedelta(days=1)


async def begin(tx: Transaction, turn: int = 3, chat_id: int = ANNA) -> StoredSession:
    return await sessions.begin(
        tx, chat_id=chat_id, user_id=chat_id, form="request", state={}, turn=turn, about=None
    )


async def show(tx: Transaction, stored: StoredSession, message_id: int) -> None:
    """Send the question where the conversation stands as this message."""
    await outbox.put(tx, Post(ANNA, "where?", asks=Asks(stored.id, stored.turn, "address")))
    [letter] = await outbox.claim(tx, limit=1, at_most=Urgency.DIGEST, states=[LetterState.PENDING])
    await delivery_results.mark(tx, [DeliveryResult(letter, LetterState.SENT, message_id)])


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


async def test_a_conversation_comes_back_as_it_was_begun(db: Database) -> None:
    state = {"answers": {"site.address": "12 rue Hoche", "lines": [{"code": "BUR-01"}]}}
    async with db.begin(NOW) as tx:
        begun = await sessions.begin(
            tx,
            chat_id=ANNA,
            user_id=ANNA,
            form="agreement",
            state=state,
            turn=1,
            about={"revision": 7},
        )
    async with db.read(NOW) as tx:
        assert await sessions.find(tx, ANNA) == begun
        assert await sessions.find(tx, BRUNO) is None
        assert await sessions.touched_at(tx, ANNA) == NOW
        assert await sessions.touched_at(tx, BRUNO) is None


async def test_a_chat_has_one_conversation_and_the_newest_is_it(db: Database) -> None:
    async with db.begin(NOW) as tx:
        first = await begin(tx)
        await show(tx, first, 71)
        second = await begin(tx, turn=1)
        his = await begin(tx, chat_id=BRUNO)
        found = await sessions.of_chats(tx, [ANNA, BRUNO, ANNA, 404])
        assert found == {ANNA: second, BRUNO: his}
        assert await sessions.prompt_of(tx, ANNA, 71) is None


async def test_many_conversations_go_on_at_once_each_in_its_own_way(db: Database) -> None:
    async with db.begin(NOW) as tx:
        hers, his = await begin(tx), await begin(tx, chat_id=BRUNO)
    hers, his = replace(hers, turn=4, state={"a": 1}), replace(his, turn=9, doubled_turn=9)
    async with db.begin(NOW + DAY) as tx:
        await sessions.save_all(tx, [hers, his])
        await sessions.save_all(tx, [])
        assert await sessions.of_chats(tx, [ANNA, BRUNO]) == {ANNA: hers, BRUNO: his}
        assert await sessions.touched_at(tx, ANNA) == NOW + DAY


async def test_an_ended_conversation_leaves_nothing_to_answer(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await show(tx, await begin(tx), 71)
        his = await begin(tx, chat_id=BRUNO)
        await sessions.end(tx, ANNA)
        await sessions.end(tx, ANNA)
        assert await sessions.find(tx, ANNA) is None
        assert await sessions.prompt_of(tx, ANNA, 71) is None
        assert await sessions.find(tx, BRUNO) == his


async def test_what_nobody_touched_for_long_is_forgotten(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await show(tx, await begin(tx), 71)
    async with db.begin(NOW + DAY) as tx:
        his = await begin(tx, chat_id=BRUNO)
        assert await sessions.forget(tx, NOW + DAY) == 1
        assert await sessions.of_chats(tx, [ANNA, BRUNO]) == {BRUNO: his}
        assert await sessions.prompt_of(tx, ANNA, 71) is None
        assert await sessions.forget(tx, NOW + DAY) == 0
