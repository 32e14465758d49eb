"""What is to be said goes out in order, once, and a newer card replaces an unsent one."""

from datetime import timedelta

import pytest

from storage import outbox, posted, sessions
from storage.engine import Database
from storage.outbox import Asks, Letter, Post, State, Urgency
from storage.posted import Outcome
from storage.work import Work
from tests.conftest import NOW
from tests.handlers.test_overview import counting

ANNA, BRUNO, DESK = 11, 12, -13


async def claim(
    work: Work, *, limit: int = 10, states: tuple[State, ...] = (State.PENDING,)
) -> list[Letter]:
    return await outbox.claim(work, limit=limit, at_most=Urgency.DIGEST, states=states)


async def test_a_post_comes_out_as_it_was_put(db: Database) -> None:
    markup = {"inline_keyboard": [[{"text": "Oui", "callback_data": "a:x:1:0"}]]}
    post = Post(ANNA, "Bonjour <b>é</b>", markup=markup, card="home", fresh=False, silent=True)
    async with db.begin(NOW) as work:
        await outbox.put(work, post)
    async with db.begin(NOW) as work:
        letters = await claim(work)

    assert [letter.post for letter in letters] == [post]


async def test_a_claimed_letter_is_not_claimed_again(db: Database) -> None:
    async with db.begin(NOW) as work:
        await outbox.put(work, Post(ANNA, "one"))
        first = await claim(work)
        second = await claim(work)

    assert (len(first), second) == (1, [])


async def test_answers_come_before_notices_and_order_is_kept(db: Database) -> None:
    async with db.begin(NOW) as work:
        await outbox.put(work, Post(ANNA, "notice", urgency=Urgency.NOTICE))
        await outbox.put(work, Post(ANNA, "first"), Post(ANNA, "second"))
        letters = await claim(work)

    assert [letter.post.text for letter in letters] == ["first", "second", "notice"]


async def test_a_newer_version_of_a_card_replaces_the_unsent_one(db: Database) -> None:
    async with db.begin(NOW) as work:
        await outbox.put(work, Post(ANNA, "old", card="home"), Post(BRUNO, "his", card="home"))
        await outbox.put(work, Post(ANNA, "new", card="home"))
        letters = await claim(work)

    assert {letter.post.text for letter in letters} == {"his", "new"}


async def test_what_a_transaction_says_is_written_at_its_end_in_two_statements(
    db: Database,
) -> None:
    async with db.begin(NOW) as work:
        await outbox.put(work, Post(ANNA, "hello", card="home"))
        await outbox.put(work, Post(BRUNO, "first"), Post(DESK, "new", card="request:1"))
        await outbox.put(work, Post(BRUNO, "second"), Post(ANNA, "hello again", card="home"))
        with counting(db) as asked:
            await outbox.write(work)
            await outbox.write(work)
        letters = await claim(work)

    assert len(asked) == 2
    assert [letter.post.text for letter in letters] == ["first", "new", "second", "hello again"]


async def test_what_a_failed_transaction_said_is_never_sent(db: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with db.begin(NOW) as work:
            await outbox.put(work, Post(ANNA, "sent", card="home"))
            raise ZeroDivisionError
    async with db.begin(NOW) as work:
        assert await outbox.pending(work) == []


async def test_a_delayed_post_waits_and_each_newer_one_pushes_it_back(db: Database) -> None:
    album = Post(ANNA, "2 photos", card="prompt", delay_seconds=1)
    async with db.begin(NOW) as work:
        await outbox.put(work, album)
    later = NOW + timedelta(seconds=0.9)
    async with db.begin(later) as work:
        await outbox.put(work, album)
    async with db.begin(NOW + timedelta(seconds=1.5)) as work:
        too_early = await claim(work)
    async with db.begin(later + timedelta(seconds=1)) as work:
        due = await claim(work)

    assert (too_early, len(due)) == ([], 1)


async def test_a_sent_card_is_known_by_its_message(db: Database) -> None:
    async with db.begin(NOW) as work:
        await outbox.put(work, Post(ANNA, "v1", card="home"))
        [letter] = await claim(work)
        await posted.mark(work, [Outcome(letter, State.SENT, 501, buttons=True)])
        await outbox.put(work, Post(ANNA, "v2", card="home"))
        [again] = await claim(work)

    assert (again.message_id, again.had_buttons) == (501, True)


async def test_what_a_dead_process_claimed_is_in_doubt(db: Database) -> None:
    async with db.begin(NOW) as work:
        await outbox.put(work, Post(ANNA, "perhaps sent"))
        await claim(work)
    async with db.begin(NOW) as work:
        await posted.doubt_claimed(work)
        fresh = await claim(work)
        doubtful = await claim(work, states=(State.DOUBT,))

    assert (fresh, [letter.in_doubt for letter in doubtful]) == ([], [True])


async def test_a_prompt_of_an_earlier_turn_is_no_longer_current(db: Database) -> None:
    async with db.begin(NOW) as work:
        place = await sessions.begin(
            work, chat_id=ANNA, user_id=ANNA, form="request", state={}, turn=3, about=None
        )
        asks = [Asks(place.id, turn, "address") for turn in (2, 3)]
        await outbox.put(work, *(Post(ANNA, f"turn {one.turn}", asks=one) for one in asks))
        letters = await claim(work)

    assert [(one.post.text, one.current) for one in letters] == [
        ("turn 2", False),
        ("turn 3", True),
    ]


async def test_a_sent_prompt_is_known_as_the_question_it_asked(db: Database) -> None:
    async with db.begin(NOW) as work:
        place = await sessions.begin(
            work, chat_id=ANNA, user_id=ANNA, form="request", state={}, turn=3, about=None
        )
        await outbox.put(work, Post(ANNA, "where?", asks=Asks(place.id, 3, "address")))
        [letter] = await claim(work)
        await posted.mark(work, [Outcome(letter, State.SENT, 77)])

        assert await sessions.prompt_of(work, ANNA, 77) == (place.id, 3, "address")


async def test_a_dead_letter_keeps_its_error_and_does_not_hold_back_the_next(db: Database) -> None:
    async with db.begin(NOW) as work:
        await outbox.put(work, Post(ANNA, "broken"), Post(ANNA, "next"))
        broken, following = await claim(work)
        await posted.mark(
            work,
            [
                Outcome(broken, State.DEAD, error="Bad Request", attempts=1),
                Outcome(following, State.SENT, 5),
            ],
        )

        assert await outbox.pending(work) == []


async def test_messages_to_groups_are_remembered_with_their_time(db: Database) -> None:
    async with db.begin(NOW) as work:
        await outbox.put(work, Post(DESK, "a"), Post(ANNA, "b"), Post(DESK, "c"))
        letters = await claim(work)
        await posted.mark(work, [Outcome(one, State.SENT, 1) for one in letters])

        sent = await posted.sent_to_groups(work, NOW - timedelta(minutes=1))
        assert sent == [(DESK, NOW), (DESK, NOW)]


async def test_a_newer_version_replaces_one_in_doubt(db: Database) -> None:
    async with db.begin(NOW) as work:
        await outbox.put(work, Post(ANNA, "old", card="home"))
        await claim(work)
        await posted.doubt_claimed(work)
        await outbox.put(work, Post(ANNA, "new", card="home"))

        assert [letter.post.text for letter in await outbox.pending(work)] == ["new"]


async def test_what_the_dead_had_in_hand_is_dropped_where_a_newer_version_waits(
    db: Database,
) -> None:
    async with db.begin(NOW) as work:
        await outbox.put(work, Post(ANNA, "old", card="home"), Post(BRUNO, "his", card="home"))
        await claim(work)
        await outbox.put(work, Post(ANNA, "new", card="home"))
    async with db.begin(NOW) as work:
        assert await posted.doubt_claimed(work) == 1
        assert await posted.doubtful_chats(work) == {BRUNO}


async def test_a_letter_put_back_keeps_its_attempts(db: Database) -> None:
    async with db.begin(NOW) as work:
        await outbox.put(work, Post(ANNA, "again"))
        [letter] = await claim(work)
        await posted.mark(work, [Outcome(letter, State.DOUBT, attempts=2)])
        [again] = await claim(work, states=(State.DOUBT,))

    assert (again.attempts, again.in_doubt) == (2, True)
