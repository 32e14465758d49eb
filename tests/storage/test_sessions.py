"""Where a conversation stands, and what is known of how its question was shown."""

from storage import outbox, posted, sessions
from storage.engine import Database
from storage.outbox import Asks, Post, State, Urgency
from storage.posted import Outcome
from storage.sessions import Place
from storage.work import Work
from tests.conftest import NOW

ANNA = 11


async def begin(work: Work, turn: int = 3) -> Place:
    return await sessions.begin(
        work, chat_id=ANNA, user_id=ANNA, form="request", state={}, turn=turn, about=None
    )


async def show(work: Work, place: Place, message_id: int) -> None:
    """Send the question where the conversation stands as this message."""
    await outbox.put(work, Post(ANNA, "where?", asks=Asks(place.id, place.turn, "address")))
    [letter] = await outbox.claim(work, limit=1, at_most=Urgency.DIGEST, states=[State.PENDING])
    await posted.mark(work, [Outcome(letter, State.SENT, message_id)])


async def test_a_question_shown_twice_is_noted_while_it_stands(db: Database) -> None:
    async with db.begin(NOW) as work:
        place = await begin(work)

        assert await sessions.doubled(work, place.id, 3)
        found = await sessions.find(work, ANNA)
    assert found is not None
    assert found.doubled_turn == 3


async def test_a_question_that_was_answered_is_not_noted(db: Database) -> None:
    async with db.begin(NOW) as work:
        place = await begin(work)

        assert not await sessions.doubled(work, place.id, 2)
        assert await sessions.find(work, ANNA) == place


async def test_a_place_knows_the_first_message_that_put_its_question(db: Database) -> None:
    async with db.begin(NOW) as work:
        place = await begin(work)
        await show(work, place, 71)
        await show(work, place, 75)
        shown = await sessions.find(work, ANNA)
        await sessions.save_all(work, [Place(place.id, ANNA, ANNA, "request", 4, {})])
        later = await sessions.find(work, ANNA)

    assert shown is not None
    assert later is not None
    assert (shown.shown, later.shown) == (71, None)
