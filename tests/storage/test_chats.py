"""A group that becomes a supergroup has another id from then on."""

from sqlalchemy import select

from storage import chats, delivery_results, outbox
from storage.delivery_results import DeliveryResult
from storage.engine import Database
from storage.outbox import LetterState, Post, Urgency
from storage.tables import cards
from storage.transaction import Transaction
from tests.conftest import NOW

GROUP, SUPERGROUP, ANNA = -13, -1001300, 11


async def deliver(tx: Transaction) -> None:
    """Have everything that waits arrive as message 5 of its chat."""
    letters = await outbox.claim(tx, limit=9, at_most=Urgency.DIGEST, states=[LetterState.PENDING])
    await delivery_results.mark(
        tx, [DeliveryResult(letter, LetterState.SENT, 5, buttons=True) for letter in letters]
    )


async def test_what_waits_for_the_group_goes_to_the_supergroup(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await outbox.put(tx, Post(GROUP, "news"), Post(ANNA, "hers"))
    async with db.begin(NOW) as tx:
        await chats.rename(tx, GROUP, SUPERGROUP)
        letters = await outbox.claim(
            tx, limit=9, at_most=Urgency.DIGEST, states=[LetterState.PENDING]
        )

    assert {letter.post.text: letter.post.chat_id for letter in letters} == {
        "news": SUPERGROUP,
        "hers": ANNA,
    }


async def test_cards_of_the_group_are_sent_anew_and_those_of_others_edited(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await outbox.put(tx, Post(GROUP, "request", card="r:1"), Post(ANNA, "hers", card="r:1"))
        await deliver(tx)
        await chats.rename(tx, GROUP, SUPERGROUP)
        rows = await tx.rows(select(cards.c.chat_id, cards.c.message_id))
        assert [tuple(row) for row in rows] == [(ANNA, 5)]
        await outbox.put(tx, Post(SUPERGROUP, "changed", card="r:1", fresh=False))
        (letter,) = await outbox.claim(
            tx, limit=9, at_most=Urgency.DIGEST, states=[LetterState.PENDING]
        )

    assert (letter.message_id, letter.had_buttons) == (None, False)
