"""A quote is followed up twice at most, in our hours, until the client gives a sign of life."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.people import Role
from domain.quotes import QuoteEvent
from domain.reminders import FOLLOW_UPS
from handlers.context.deep_links import FollowedLink
from handlers.conversation.given import Typed
from handlers.conversation.kinds import Told
from handlers.quotes import client_answer, client_changes
from handlers.quotes.decision_forms import ChangeForm
from handlers.relay import live_chat
from handlers.requests import client_questions
from handlers.requests.thread_forms import ReplyForm
from handlers.sessions import lifecycle
from storage import (
    media,
    people,
    quote_activity,
    quotes,
    relays,
    reminders,
    sessions,
    surveys,
)
from storage.engine import Database
from storage.quotes import Revision
from storage.surveys import Slot
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.handlers.contexts import context_of, tap
from tests.scheduler.ticking import tick
from tests.trade import CLIENT, sent_quote, services
from tests.waiting_letters import pending

GROUP, NADIA = -77, 601
LAST_DAY = date(2026, 12, 23)
J3 = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
J10 = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)
LAST_DAYS = datetime(2026, 12, 18, 8, 0, tzinfo=UTC)
OVER = datetime(2026, 12, 23, 23, 0, tzinfo=UTC)
Sign = Callable[[Database, Revision], Awaitable[object]]


@pytest.fixture
async def quote(db: Database) -> Revision:
    """A quote that its client has in the chat since Monday, 10:00."""
    async with db.begin(NOW) as tx:
        revision = await sent_quote(tx, valid_until=LAST_DAY)
        media_id = await media.keep(
            tx, key="quote:1", sha256="ab" * 32, name="q.pdf", mime="application/pdf", size=9
        )
        await quotes.change(tx, revision, media_id=media_id)
        revision = await quotes.get(tx, revision.id)
        await client_answer.ready(tx, services().words.say("fr"), revision, CLIENT)
    return revision


async def said(db: Database, chat: int = CLIENT) -> list[str]:
    async with db.read(NOW) as tx:
        told = [letter.post.text for letter in await pending(tx, chat)]
    return [text.splitlines()[0] for text in told if text]


async def test_two_follow_ups_are_enough(db: Database, quote: Revision) -> None:
    assert await tick(db, J3 - timedelta(seconds=1)) == []
    assert await tick(db, J3) == [("follow_up", True)]
    assert (await said(db))[-1].startswith("👋 Notre devis vous attend")
    assert await tick(db, J3) == []
    assert await tick(db, J10) == [("follow_up", True)]
    assert await tick(db, LAST_DAYS) == [("last_days", True)]
    async with db.read(LAST_DAYS) as tx:
        assert await reminders.said(tx, FOLLOW_UPS, quote.id) == 2
    assert not [one for one in await said(db) if one.startswith("⏳")]


async def test_one_that_was_missed_leaves_room_for_the_last(db: Database, quote: Revision) -> None:
    """The bot was away for a week: it does not write twice on one day."""
    assert await tick(db, J10) == [("follow_up", False), ("follow_up", True)]
    assert await tick(db, LAST_DAYS) == [("last_days", True)]
    assert (await said(db))[-1].startswith("⏳ Ce devis n’est valable que jusqu’au mercredi 23")


async def test_at_night_a_late_one_waits_for_the_morning(db: Database, quote: Revision) -> None:
    assert await tick(db, J3 + timedelta(hours=9)) == [("follow_up", False)]
    assert await tick(db, datetime(2026, 11, 27, 7, 59, tzinfo=UTC)) == []
    assert await tick(db, datetime(2026, 11, 27, 8, 0, tzinfo=UTC)) == [("follow_up", True)]


async def opens(db: Database, quote: Revision) -> None:
    await tap(db, CLIENT, "quoted", quote.id)


async def begins_to_accept(db: Database, quote: Revision) -> None:
    await tap(db, CLIENT, "accept", quote.id, quote.version)


async def asks_a_change(db: Database, quote: Revision) -> None:
    async with db.begin(NOW) as tx:
        about = {"revision": quote.id}
        await client_changes.change_asked(
            await context_of(tx, CLIENT), ChangeForm("plus tard"), about
        )


async def replies(db: Database, quote: Revision) -> None:
    async with db.begin(NOW) as tx:
        about = {"request": quote.request_id}
        await client_questions.replied(await context_of(tx, CLIENT), ReplyForm(Told("oui")), about)


async def wants_it_in_english(db: Database, quote: Revision) -> None:
    await tap(db, CLIENT, "english", quote.id)


async def asks_how_it_is_reckoned(db: Database, quote: Revision) -> None:
    await tap(db, CLIENT, "reckoned", quote.id)


async def begins_to_reply(db: Database, quote: Revision) -> None:
    await tap(db, CLIENT, "reply", quote.request_id)


async def taps_an_old_button(db: Database, quote: Revision) -> None:
    await tap(db, CLIENT, "order", quote.id)


async def says_when_to_visit(db: Database, quote: Revision) -> None:
    async with db.begin(NOW) as tx:
        survey = await surveys.propose(tx, quote.request_id, [Slot(J10)], CLIENT, actor_id=None)
    await tap(db, CLIENT, "visit", survey.id, survey.version, "0")


async def talks_with_a_person(db: Database, quote: Revision) -> None:
    async with db.begin(NOW) as tx:
        office = await people.meet(tx, NADIA, first_name="Nadia", language="fr")
        await people.give(tx, office, Role.COORDINATOR)
        await live_chat.take(
            await context_of(tx, NADIA), FollowedLink("take", str(quote.request_id))
        )
        client = await context_of(tx, CLIENT)
        said = replace(client.input, tapped=None, given=Typed("Bonjour"))
        assert await live_chat.relayed(replace(client, input=said))


@pytest.mark.parametrize(
    "sign",
    [
        opens,
        begins_to_accept,
        asks_a_change,
        replies,
        wants_it_in_english,
        asks_how_it_is_reckoned,
        begins_to_reply,
        taps_an_old_button,
        says_when_to_visit,
        talks_with_a_person,
    ],
)
async def test_a_sign_of_life_stops_them(db: Database, quote: Revision, sign: Sign) -> None:
    await sign(db, quote)

    due = [one for at in (J3, J10, LAST_DAYS) for one, _ in await tick(db, at)]
    assert not FOLLOW_UPS & set(due)
    assert await tick(db, OVER) == [("expiry", True)]


async def test_shown_again_it_is_not_followed_up_again(db: Database, quote: Revision) -> None:
    await opens(db, quote)
    async with db.begin(NOW) as tx:
        await client_answer.ready(tx, services().words.say("fr"), quote, CLIENT)

    assert await tick(db, J10) == []


async def test_when_the_last_day_is_over_it_expires(db: Database, quote: Revision) -> None:
    await opens(db, quote)
    assert await tick(db, OVER - timedelta(seconds=1)) == []
    await tick(db, OVER)
    async with db.read(OVER) as tx:
        now = await quotes.get(tx, quote.id)
        (letter,) = [one for one in await pending(tx, CLIENT) if one.post.card]
    assert now.state == "expired"
    assert letter.post.card == f"quote:{quote.id}"
    assert not letter.post.fresh
    assert "n’est plus valable" in letter.post.text
    assert "Mettre à jour ce devis" in str(letter.post.markup)
    assert await said(db, GROUP) != []


async def test_an_answered_quote_does_not_expire(db: Database, quote: Revision) -> None:
    async with db.begin(NOW) as tx:
        await quotes.move(tx, quote, QuoteEvent.ACCEPT, actor_id=CLIENT)
    await tick(db, OVER + timedelta(days=30))
    async with db.read(OVER) as tx:
        assert (await quotes.get(tx, quote.id)).state == "accepted"


async def test_silence_makes_a_quote_cold(db: Database, quote: Revision) -> None:
    await tick(db, J3)
    async with db.read(J10) as tx:
        (one,) = await quote_activity.cold(tx, J10 - timedelta(days=10), 10)
        assert await quote_activity.cold(tx, J10 - timedelta(days=11), 10) == []
    assert (one.revision.id, one.company, one.since, one.told) == (quote.id, "Bâti Nord", NOW, 1)
    await opens(db, quote)
    async with db.read(J10) as tx:
        (still,) = await quote_activity.cold(tx, NOW, 10)
        assert await quote_activity.cold(tx, NOW - timedelta(seconds=1), 10) == []
    assert still.since == NOW


NADIA = 601


async def begin_request(tx: Transaction) -> None:
    await lifecycle.start(await context_of(tx, CLIENT), "request")


async def test_a_draft_is_recalled_once_after_a_day(db: Database, quote: Revision) -> None:
    await opens(db, quote)
    async with db.begin(NOW) as tx:
        await begin_request(tx)
        place = await sessions.find(tx, CLIENT)
        assert place is not None
    noon = NOW + timedelta(hours=2)
    async with db.begin(noon) as tx:  # an answer came two hours later
        answered = {**place.state, "answers": {"activity": "clearance"}}
        await sessions.save_all(tx, [replace(place, state=answered)])
    await tick(db, NOW + timedelta(days=1))
    assert not [one for one in await said(db) if "commencé une demande" in one]
    assert await tick(db, noon + timedelta(days=1)) == [("draft", True)]
    async with db.read(noon) as tx:
        letter = (await pending(tx, CLIENT))[-1]
    assert "Vous avez commencé une demande" in letter.post.text
    assert f"a:goon:{place.id}:" in str(letter.post.markup)
    assert await tick(db, noon + timedelta(days=9)) == []


async def test_a_draft_without_an_answer_is_not_recalled(db: Database, quote: Revision) -> None:
    await opens(db, quote)
    async with db.begin(NOW) as tx:
        await begin_request(tx)
    await tick(db, NOW + timedelta(days=2))
    assert not [one for one in await said(db) if "commencé une demande" in one]


async def test_no_draft_is_recalled_while_somebody_talks_with_us(
    db: Database, quote: Revision
) -> None:
    await opens(db, quote)
    async with db.begin(NOW) as tx:
        await begin_request(tx)
        place = await sessions.find(tx, CLIENT)
        assert place is not None
        answered = {**place.state, "answers": {"activity": "clearance"}}
        await sessions.save_all(tx, [replace(place, state=answered)])
        office = await people.meet(tx, NADIA, first_name="Nadia", language="fr")
        assert await relays.begin(tx, quote.request_id, CLIENT, office.id) is not None
    await tick(db, NOW + timedelta(days=2))
    assert not [one for one in await said(db) if "commencé une demande" in one]


async def test_a_stopped_draft_is_not_recalled(db: Database, quote: Revision) -> None:
    await opens(db, quote)
    async with db.begin(NOW) as tx:
        guest = await context_of(tx, CLIENT)
        await lifecycle.start(guest, "request")
        await lifecycle.cancel(guest)
    assert await tick(db, NOW + timedelta(days=2)) == []
