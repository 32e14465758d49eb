"""A coordinator answers a change: what may be accepted then, and what is asked of whom."""

import pytest

from handlers.quotes import client_answer
from handlers.quotes.decision_forms import AgreementForm
from handlers.quotes.issue import asked_words
from handlers.quotes.signer_kind import Signatory
from handlers.requests import change_replies
from handlers.requests.thread_forms import ChangeReply, ChangeReplyForm
from storage import quote_activity, quotes, request_thread
from storage.engine import Database
from storage.quotes import Revision
from storage.request_thread import ThreadMessage
from tests.conftest import NOW
from tests.handlers.contexts import context_of, tap
from tests.trade import CLIENT, sent_quote
from tests.waiting_letters import pending


async def answered(db: Database, reply: ChangeReply) -> Revision:
    """A client asks for a change of a quote and somebody of the house answers."""
    async with db.begin(NOW) as tx:
        revision = await sent_quote(tx)
        about = {"request": revision.request_id}
        await request_thread.say(tx, revision.request_id, CLIENT, "Plutôt 30", from_client=True)
        await quote_activity.wish(tx, revision.id, "change")
        office = await context_of(tx, CLIENT)  # rights are asked before: see the walk over them
        await change_replies.replied(office, ChangeReplyForm(reply, "D’accord."), about)
        return await quotes.get(tx, revision.id)


async def told(db: Database) -> str:
    async with db.begin(NOW) as tx:
        return " ".join(str(letter.post.text) for letter in await pending(tx, CLIENT))


async def test_an_agreed_change_cannot_be_accepted_in_the_old_quote(db: Database) -> None:
    revision = await answered(db, ChangeReply.AGREED)
    toast = await tap(db, CLIENT, "accept", revision.id, revision.version)
    async with db.begin(NOW) as tx:
        guest = await context_of(tx, CLIENT)
        said = AgreementForm(Signatory("Jeanne Duval"), "Directrice", "4 quai de la Marne, Pantin")
        await client_answer.agreed(guest, said, {"revision": revision.id})

    assert revision.wish == "agreed"
    assert toast is not None
    assert toast.text.startswith("✏️ Votre changement est accepté")
    async with db.read(NOW) as tx:
        assert (await quotes.get(tx, revision.id)).state == "sent"


async def test_another_wish_does_not_undo_what_is_agreed(db: Database) -> None:
    revision = await answered(db, ChangeReply.AGREED)
    await tap(db, CLIENT, "wished", revision.id, revision.version)
    async with db.read(NOW) as tx:
        assert (await quotes.get(tx, revision.id)).wish == "agreed"


@pytest.mark.parametrize(
    ("reply", "waits", "sign"),
    [
        (ChangeReply.AGREED, False, "💬"),
        (ChangeReply.KEPT, False, "💬"),
        (ChangeReply.ASK, True, "❓"),
    ],
)
async def test_an_answer_is_no_question(
    db: Database, reply: ChangeReply, waits: bool, sign: str
) -> None:
    revision = await answered(db, reply)
    async with db.read(NOW) as tx:
        quiet = await quote_activity.last_words(tx, [revision.request_id])
    text = await told(db)

    assert quiet == {revision.request_id: not waits}
    assert f"{sign} <b>DEM-2026-0001</b>" in text
    assert ("Question envoyée" in text) is waits
    assert ("Réponse envoyée" in text) is not waits


def test_the_revision_carries_what_was_asked_before_we_agreed() -> None:
    thread = [
        ThreadMessage(True, "Bonjour", NOW),
        ThreadMessage(True, "Plutôt 30", NOW),
        ThreadMessage(False, "D’accord", NOW, asks=False),
        ThreadMessage(True, "Merci !", NOW),
    ]
    assert asked_words(thread, agreed=True) == "Plutôt 30"
    assert asked_words(thread[:2], agreed=False) == "Plutôt 30"
    assert asked_words([], agreed=True) == ""
