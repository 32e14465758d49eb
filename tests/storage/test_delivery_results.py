"""What became of letters, and where cards and questions stand after it."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from storage import delivery_results, outbox, sessions
from storage.delivery_results import DeliveryResult
from storage.engine import Database
from storage.outbox import Asks, Letter, LetterState, Post, Urgency
from storage.tables import cards
from storage.tables import outbox as rows
from storage.transaction import Reading, Transaction
from tests.conftest import NOW

ANNA, BRUNO, DESK, BOARD = 11, 12, -13, -14
BUTTONS = {"inline_keyboard": [[{"text": "Oui", "callback_data": "a:x:1:0"}]]}
BELOW = {"keyboard": [[{"text": "📍"}]]}
DAY = timedelta(days=1)


async def claim(tx: Transaction, *posts: Post) -> list[Letter]:
    """Put posts and take them in hand, in the order in which they were put."""
    await outbox.put(tx, *posts)
    found = await outbox.claim(tx, limit=99, at_most=Urgency.DIGEST, states=[LetterState.PENDING])
    return sorted(found, key=lambda letter: letter.id)


async def arrive(tx: Transaction, post: Post, message_id: int | None) -> None:
    """Have a post arrive as this message."""
    (letter,) = await claim(tx, post)
    result = DeliveryResult(letter, LetterState.SENT, message_id, buttons=bool(post.markup))
    await delivery_results.mark(tx, [result])


async def stored(tx: Reading, *columns: str) -> list[tuple[Any, ...]]:
    query = select(*(rows.c[name] for name in columns)).order_by(rows.c.id)
    return [tuple(row) for row in await tx.rows(query)]


async def stands(tx: Reading) -> dict[tuple[int, str], tuple[int, bool]]:
    """Tell where each card stands: by chat and name, the message and whether it has buttons."""
    found = await tx.rows(
        select(cards.c.chat_id, cards.c.card, cards.c.message_id, cards.c.buttons)
    )
    return {(row[0], row[1]): (row[2], bool(row[3])) for row in found}


async def test_what_was_sent_is_marked_with_its_time(db: Database) -> None:
    async with db.begin(NOW) as tx:
        letters = await claim(tx, Post(ANNA, "one"), Post(BRUNO, "two"))
    async with db.begin(NOW + DAY) as tx:
        await delivery_results.mark(
            tx, [DeliveryResult(letter, LetterState.SENT, 5) for letter in letters]
        )
        assert await stored(tx, "state", "sent_at") == [(LetterState.SENT, NOW + DAY)] * 2


async def test_each_letter_of_a_round_gets_its_own_result(db: Database) -> None:
    async with db.begin(NOW) as tx:
        sent, dropped, dead, back = await claim(tx, *(Post(ANNA, f"{n}") for n in range(4)))
        await delivery_results.mark(
            tx,
            [
                DeliveryResult(sent, LetterState.SENT, 5),
                DeliveryResult(dropped, LetterState.DROPPED),
                DeliveryResult(dead, LetterState.DEAD, error="é" * 3000, attempts=8),
                DeliveryResult(back, LetterState.PENDING, attempts=2),
            ],
        )
        found = await stored(tx, "state", "error", "attempts", "sent_at")

    assert found == [
        (LetterState.SENT, None, 0, NOW),
        (LetterState.DROPPED, None, 0, None),
        (LetterState.DEAD, "é" * 1000, 8, None),
        (LetterState.PENDING, None, 2, None),
    ]


async def test_a_round_without_results_writes_nothing(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await delivery_results.mark(tx, [])
        assert await stored(tx, "state") == []


async def test_a_card_stands_where_its_last_version_arrived(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await arrive(tx, Post(ANNA, "draft", card="job:1", markup=BUTTONS), 5)
        await arrive(tx, Post(BRUNO, "draft", card="job:1"), 6)
        assert await stands(tx) == {(ANNA, "job:1"): (5, True), (BRUNO, "job:1"): (6, False)}
        await arrive(tx, Post(ANNA, "done", card="job:1"), 9)
        assert (await stands(tx))[ANNA, "job:1"] == (9, False)


async def test_of_two_versions_in_one_round_the_later_one_stands(db: Database) -> None:
    async with db.begin(NOW) as tx:
        (first,) = await claim(tx, Post(ANNA, "first", card="home"))
        (second,) = await claim(tx, Post(ANNA, "second", card="home"))
        await delivery_results.mark(
            tx,
            [
                DeliveryResult(first, LetterState.SENT, 5),
                DeliveryResult(second, LetterState.SENT, 6),
            ],
        )
        assert await stands(tx) == {(ANNA, "home"): (6, False)}


@pytest.mark.parametrize(
    "last",
    [
        Post(ANNA, "send your place", card="home", markup=BELOW),
        Post(ANNA, "thank you", card="home", markup={"remove_keyboard": True}),
    ],
)
async def test_a_card_with_a_keyboard_below_the_chat_is_not_edited_again(
    db: Database, last: Post
) -> None:
    async with db.begin(NOW) as tx:
        await arrive(tx, Post(ANNA, "hello", card="home", markup=BUTTONS), 5)
        await arrive(tx, last, 6)
        assert await stands(tx) == {}
        (letter,) = await claim(tx, Post(ANNA, "next", card="home"))

    assert letter.message_id is None


async def test_a_card_that_did_not_arrive_stands_where_it_stood(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await arrive(tx, Post(ANNA, "hello", card="home", markup=BUTTONS), 5)
        (letter,) = await claim(tx, Post(ANNA, "changed", card="home"))
        await delivery_results.mark(tx, [DeliveryResult(letter, LetterState.DEAD, error="no")])
        assert await stands(tx) == {(ANNA, "home"): (5, True)}


async def test_a_message_is_known_as_the_question_that_it_asked(db: Database) -> None:
    async with db.begin(NOW) as tx:
        talk = await sessions.begin(
            tx, chat_id=ANNA, user_id=ANNA, form="request", state={}, turn=3, about=None
        )
        await arrive(tx, Post(ANNA, "where?", asks=Asks(talk.id, 3, "site.address")), 71)
        await arrive(tx, Post(ANNA, "no question"), 72)
        assert await sessions.prompt_of(tx, ANNA, 71) == (talk.id, 3, "site.address")
        assert await sessions.prompt_of(tx, ANNA, 72) is None
        assert await sessions.prompt_of(tx, BRUNO, 71) is None
        await arrive(tx, Post(ANNA, "when?", asks=Asks(talk.id, 4, "earliest")), 71)
        assert await sessions.prompt_of(tx, ANNA, 71) == (talk.id, 4, "earliest")


async def test_what_a_dead_process_had_in_hand_is_in_doubt_and_the_rest_is_not(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        await arrive(tx, Post(ANNA, "sent"), 5)
        await claim(tx, Post(ANNA, "in hand"), Post(BRUNO, "his"))
        await outbox.put(tx, Post(DESK, "waits"))
    async with db.begin(NOW) as tx:
        assert await delivery_results.doubtful_chats(tx) == set()
        assert await delivery_results.doubt_claimed(tx) == 2
        assert await delivery_results.doubtful_chats(tx) == {ANNA, BRUNO}
        assert [state for (state,) in await stored(tx, "state")] == [
            LetterState.SENT,
            LetterState.DOUBT,
            LetterState.DOUBT,
            LetterState.PENDING,
        ]
        assert await delivery_results.doubt_claimed(tx) == 0


async def test_a_card_in_hand_that_has_a_newer_version_is_dropped(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await claim(tx, Post(ANNA, "old", card="job:1"), Post(BRUNO, "his", card="job:1"))
        await outbox.put(tx, Post(ANNA, "new", card="job:1"), Post(BRUNO, "other", card="job:2"))
    async with db.begin(NOW) as tx:
        assert await delivery_results.doubt_claimed(tx) == 1
        assert [state for (state,) in await stored(tx, "state")] == [
            LetterState.DROPPED,
            LetterState.DOUBT,
            LetterState.PENDING,
            LetterState.PENDING,
        ]


async def test_messages_to_groups_are_told_oldest_first_since_an_instant(db: Database) -> None:
    for hours, chat in ((0, DESK), (2, BOARD), (1, ANNA), (1, DESK)):
        async with db.begin(NOW + timedelta(hours=hours)) as tx:
            await arrive(tx, Post(chat, "news"), 5)
    async with db.begin(NOW + DAY) as tx:
        await outbox.put(tx, Post(DESK, "not sent yet"))

    async with db.read(NOW) as tx:
        hour = timedelta(hours=1)
        assert await delivery_results.sent_to_groups(tx, NOW + hour) == [
            (DESK, NOW + hour),
            (BOARD, NOW + 2 * hour),
        ]
        assert len(await delivery_results.sent_to_groups(tx, NOW)) == 3
