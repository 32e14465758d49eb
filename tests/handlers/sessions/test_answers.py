"""Which answers are taken as a set, and which alone."""

from typing import Any

from handlers.context.updates import Input, TelegramUser
from handlers.conversation.engine import begin
from handlers.conversation.given import Typed
from handlers.routing.form_endings import FORMS
from handlers.sessions import answers
from storage import sessions
from storage.engine import Database
from storage.sessions import StoredSession
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.handlers.requests.wrong_values import ANSWERS
from tests.statements import counting
from tests.trade import CLIENT, client, services

SLOTS = ANSWERS["surveying"]


async def opened(tx: Transaction, form: str, given: dict[str, Any]) -> StoredSession:
    """Store a conversation of the client's with these answers."""
    await client(tx)
    session = begin(FORMS[form], given)
    return await sessions.begin(
        tx, chat_id=CLIENT, user_id=CLIENT, form=form, state=session.dump(), turn=0, about=None
    )


def typed(text: str, reply_to: int | None = None) -> Input:
    return Input(
        1, CLIENT, who=TelegramUser(CLIENT), given=Typed(text), message_id=5, reply_to=reply_to
    )


async def test_an_answer_that_only_advances_its_conversation_is_taken_in_a_set(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        await opened(tx, "registration", {"notice": "read"})
    async with db.begin(NOW) as tx:
        answered = await answers.answer_set(tx, services(), [typed("732 829 320 00074")])
        stored = await sessions.find(tx, CLIENT)

    assert answered == {1: None}
    assert stored is not None
    assert (stored.turn, list(stored.state["answers"])) == (1, ["notice", "siret"])


async def test_a_set_reads_only_conversations_and_people_where_the_question_needs_no_more(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        await opened(tx, "surveying", {})
    async with db.begin(NOW) as tx:
        with counting(db) as asked:
            answered = await answers.answer_set(tx, services(), [typed("14/12/2026")])

    assert answered == {1: None}
    reads = [statement for statement in asked if statement.startswith("SELECT")]
    assert [read.split()[1].partition(".")[0] for read in reads] == ["sessions", "people"]


async def test_an_answer_whose_next_question_needs_facts_of_the_chat_is_taken_alone(
    db: Database,
) -> None:
    last = list(SLOTS)[-2]
    async with db.begin(NOW) as tx:
        before = await opened(
            tx, "surveying", {path: raw for path, raw in SLOTS.items() if path < last}
        )
    async with db.begin(NOW) as tx:
        assert await answers.answer_set(tx, services(), [typed("10h")]) == {}
        assert await sessions.find(tx, CLIENT) == before


async def test_an_answer_to_a_question_with_facts_of_the_chat_is_taken_alone(db: Database) -> None:
    asked = {path: raw for path, raw in SLOTS.items() if path != "surveyor"}
    async with db.begin(NOW) as tx:
        before = await opened(tx, "surveying", asked)
    async with db.begin(NOW) as tx:
        assert await answers.answer_set(tx, services(), [typed("Nadia")]) == {}
        assert await sessions.find(tx, CLIENT) == before


async def test_a_reply_is_taken_alone(db: Database) -> None:
    async with db.begin(NOW) as tx:
        before = await opened(tx, "registration", {"notice": "read"})
    async with db.begin(NOW) as tx:
        replied = typed("732 829 320 00074", reply_to=3)
        assert await answers.answer_set(tx, services(), [replied]) == {}
        assert await sessions.find(tx, CLIENT) == before


async def test_an_answer_that_ends_its_conversation_is_taken_alone(db: Database) -> None:
    async with db.begin(NOW) as tx:
        before = await opened(tx, "question", {})
    async with db.begin(NOW) as tx:
        assert await answers.answer_set(tx, services(), [typed("Un badge ?")]) == {}
        assert await sessions.find(tx, CLIENT) == before
