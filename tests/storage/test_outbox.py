"""What is to be said goes out in order, once, and a newer card replaces an unsent one."""

from datetime import timedelta

import pytest

from storage import delivery_results, outbox, sessions
from storage.delivery_results import DeliveryResult
from storage.engine import Database
from storage.outbox import Asks, Letter, LetterState, Post, Urgency
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.statements import counting
from tests.waiting_letters import pending

ANNA, BRUNO, DESK = 11, 12, -13


async def claim(
    tx: Transaction, *, limit: int = 10, states: tuple[LetterState, ...] = (LetterState.PENDING,)
) -> list[Letter]:
    return await outbox.claim(tx, limit=limit, at_most=Urgency.DIGEST, states=states)


async def test_a_post_comes_out_as_it_was_put(db: Database) -> None:
    markup = {"inline_keyboard": [[{"text": "Oui", "callback_data": "a:x:1:0"}]]}
    post = Post(ANNA, "Bonjour <b>é</b>", markup=markup, card="home", fresh=False, silent=True)
    async with db.begin(NOW) as tx:
        await outbox.put(tx, post)
    async with db.begin(NOW) as tx:
        letters = await claim(tx)

    assert [letter.post for letter in letters] == [post]


async def test_a_claimed_letter_is_not_claimed_again(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await outbox.put(tx, Post(ANNA, "one"))
        first = await claim(tx)
        second = await claim(tx)

    assert (len(first), second) == (1, [])


async def test_answers_come_before_notices_and_order_is_kept(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await outbox.put(tx, Post(ANNA, "notice", urgency=Urgency.NOTICE))
        await outbox.put(tx, Post(ANNA, "first"), Post(ANNA, "second"))
        letters = await claim(tx)

    assert [letter.post.text for letter in letters] == ["first", "second", "notice"]


async def test_a_newer_version_of_a_card_replaces_the_unsent_one(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await outbox.put(tx, Post(ANNA, "old", card="home"), Post(BRUNO, "his", card="home"))
        await outbox.put(tx, Post(ANNA, "new", card="home"))
        letters = await claim(tx)

    assert {letter.post.text for letter in letters} == {"his", "new"}


async def test_what_a_transaction_says_is_written_at_its_end_in_two_statements(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        await outbox.put(tx, Post(ANNA, "hello", card="home"))
        await outbox.put(tx, Post(BRUNO, "first"), Post(DESK, "new", card="request:1"))
        await outbox.put(tx, Post(BRUNO, "second"), Post(ANNA, "hello again", card="home"))
        with counting(db) as asked:
            await outbox.write(tx)
            await outbox.write(tx)
        letters = await claim(tx)

    assert len(asked) == 2
    assert [letter.post.text for letter in letters] == ["first", "new", "second", "hello again"]


async def test_what_a_failed_transaction_said_is_never_sent(db: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with db.begin(NOW) as tx:
            await outbox.put(tx, Post(ANNA, "sent", card="home"))
            raise ZeroDivisionError
    async with db.begin(NOW) as tx:
        assert await pending(tx) == []


async def test_a_delayed_post_waits_and_each_newer_one_pushes_it_back(db: Database) -> None:
    album = Post(ANNA, "2 photos", card="prompt", delay_seconds=1)
    async with db.begin(NOW) as tx:
        await outbox.put(tx, album)
    later = NOW + timedelta(seconds=0.9)
    async with db.begin(later) as tx:
        await outbox.put(tx, album)
    async with db.begin(NOW + timedelta(seconds=1.5)) as tx:
        too_early = await claim(tx)
    async with db.begin(later + timedelta(seconds=1)) as tx:
        due = await claim(tx)

    assert (too_early, len(due)) == ([], 1)


async def test_a_sent_card_is_known_by_its_message(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await outbox.put(tx, Post(ANNA, "v1", card="home"))
        [letter] = await claim(tx)
        await delivery_results.mark(
            tx, [DeliveryResult(letter, LetterState.SENT, 501, buttons=True)]
        )
        await outbox.put(tx, Post(ANNA, "v2", card="home"))
        [again] = await claim(tx)

    assert (again.message_id, again.had_buttons) == (501, True)


async def test_what_a_dead_process_claimed_is_in_doubt(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await outbox.put(tx, Post(ANNA, "perhaps sent"))
        await claim(tx)
    async with db.begin(NOW) as tx:
        await delivery_results.doubt_claimed(tx)
        fresh = await claim(tx)
        doubtful = await claim(tx, states=(LetterState.DOUBT,))

    assert (fresh, [letter.in_doubt for letter in doubtful]) == ([], [True])


async def test_a_prompt_of_an_earlier_turn_is_no_longer_current(db: Database) -> None:
    async with db.begin(NOW) as tx:
        place = await sessions.begin(
            tx, chat_id=ANNA, user_id=ANNA, form="request", state={}, turn=3, about=None
        )
        asks = [Asks(place.id, turn, "address") for turn in (2, 3)]
        await outbox.put(tx, *(Post(ANNA, f"turn {ask.turn}", asks=ask) for ask in asks))
        letters = await claim(tx)

    assert [(letter.post.text, letter.current) for letter in letters] == [
        ("turn 2", False),
        ("turn 3", True),
    ]


async def test_a_sent_prompt_is_known_as_the_question_it_asked(db: Database) -> None:
    async with db.begin(NOW) as tx:
        place = await sessions.begin(
            tx, chat_id=ANNA, user_id=ANNA, form="request", state={}, turn=3, about=None
        )
        await outbox.put(tx, Post(ANNA, "where?", asks=Asks(place.id, 3, "address")))
        [letter] = await claim(tx)
        await delivery_results.mark(tx, [DeliveryResult(letter, LetterState.SENT, 77)])

        assert await sessions.prompt_of(tx, ANNA, 77) == (place.id, 3, "address")


async def test_a_dead_letter_keeps_its_error_and_does_not_hold_back_the_next(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await outbox.put(tx, Post(ANNA, "broken"), Post(ANNA, "next"))
        broken, following = await claim(tx)
        await delivery_results.mark(
            tx,
            [
                DeliveryResult(broken, LetterState.DEAD, error="Bad Request", attempts=1),
                DeliveryResult(following, LetterState.SENT, 5),
            ],
        )

        assert await pending(tx) == []


async def test_messages_to_groups_are_remembered_with_their_time(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await outbox.put(tx, Post(DESK, "a"), Post(ANNA, "b"), Post(DESK, "c"))
        letters = await claim(tx)
        await delivery_results.mark(
            tx, [DeliveryResult(letter, LetterState.SENT, 1) for letter in letters]
        )

        sent = await delivery_results.sent_to_groups(tx, NOW - timedelta(minutes=1))
        assert sent == [(DESK, NOW), (DESK, NOW)]


async def test_a_newer_version_replaces_one_in_doubt(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await outbox.put(tx, Post(ANNA, "old", card="home"))
        await claim(tx)
        await delivery_results.doubt_claimed(tx)
        await outbox.put(tx, Post(ANNA, "new", card="home"))

        assert [letter.post.text for letter in await pending(tx)] == ["new"]


async def test_what_the_dead_had_in_hand_is_dropped_where_a_newer_version_waits(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        await outbox.put(tx, Post(ANNA, "old", card="home"), Post(BRUNO, "his", card="home"))
        await claim(tx)
        await outbox.put(tx, Post(ANNA, "new", card="home"))
    async with db.begin(NOW) as tx:
        assert await delivery_results.doubt_claimed(tx) == 1
        assert await delivery_results.doubtful_chats(tx) == {BRUNO}


async def test_a_letter_put_back_keeps_its_attempts(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await outbox.put(tx, Post(ANNA, "again"))
        [letter] = await claim(tx)
        await delivery_results.mark(tx, [DeliveryResult(letter, LetterState.DOUBT, attempts=2)])
        [again] = await claim(tx, states=(LetterState.DOUBT,))

    assert (again.attempts, again.in_doubt) == (2, True)
