"""What the clock brings about: a quote is followed up or expires, a draft is recalled."""

from domain.followups import FOLLOW_UPS, NudgeKind, draft_due, rules_on
from domain.quotes import QuoteEvent, QuoteState
from handlers.cards.request_cards import request_changed
from handlers.context.posts import post_of
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.conversation.screen import Screen
from handlers.sessions import drafts, resume
from handlers.views.quote_card import card, draw
from storage import events, outbox, people, quotes, reminders, requests, sessions
from storage.outbox import Urgency
from storage.quotes import Revision
from storage.reminders import STOPPED, Reminder
from storage.transaction import Transaction


async def nudge(tx: Transaction, services: Services, due: Reminder) -> None:
    """Say it, unless it makes no sense any more."""
    if due.kind == NudgeKind.DRAFT:
        said = await _recall(tx, services, due)
    else:
        revision = await quotes.get(tx, due.revision_id or 0)
        if revision.state is not QuoteState.SENT:
            said = False
        elif due.kind == NudgeKind.EXPIRY:
            await _expire(tx, services, revision)
            said = True
        else:
            said = await _follow_up(tx, services, NudgeKind(due.kind), revision)
    if not said:
        await reminders.settle(tx, due.id, STOPPED)


async def _follow_up(
    tx: Transaction, services: Services, kind: NudgeKind, revision: Revision
) -> bool:
    """Show the card anew under a friendly sentence; False where we wrote often enough."""
    most = rules_on(tx.today).at_most
    if await reminders.said(tx, FOLLOW_UPS, revision.id) > most:  # this one is counted
        return False
    await _show(tx, services, revision, key=f"quote-nudge-{kind.replace('_', '-')}")
    await _record(tx, "quote_followed_up", revision)
    return True


async def _expire(tx: Transaction, services: Services, revision: Revision) -> None:
    """The last day is over: the card says so, and how to renew."""
    expired = await quotes.move(tx, revision, QuoteEvent.EXPIRE, actor_id=None, wish=None)
    await _show(tx, services, expired)
    await request_changed(SystemContext(tx, services), revision.request_id)


async def _show(
    tx: Transaction, services: Services, revision: Revision, key: str | None = None
) -> None:
    request = await requests.get(tx, revision.request_id)
    person = await people.get(tx, request.person_id)
    say = services.words.say(person.language)
    screen = draw(say, revision)
    head = say(key, until=say.day(revision.valid_until)) + "\n\n" if key else ""
    post = post_of(
        Screen(head + screen.text, screen.rows),
        person.id,
        card=card(revision),
        fresh=key is not None,
        urgency=Urgency.NOTICE,
    )
    await outbox.put(tx, post)


async def _recall(tx: Transaction, services: Services, due: Reminder) -> bool:
    """Offer to go on with a draft left alone for a day; False where it is gone, or we talk."""
    person = await people.get(tx, due.person_id or 0)
    if person.takeover_id is not None:  # the question is asked anew when the talk is given back
        return False
    place = await sessions.find(tx, person.id)
    draft = next((one for one in resume.going(place) if one.form in drafts.RECALLED), None)
    touched_at = await sessions.touched_at(tx, person.id)
    if draft is None or touched_at is None:
        return False
    due_at = draft_due(touched_at, rules_on(tx.today), tx.zone)
    if due_at > tx.now:
        await reminders.postpone(tx, due.id, due_at)
        return True
    screen = resume.offer(services, services.words.say(person.language), draft, key="draft-nudge")
    post = post_of(screen, person.id, card=resume.CARD, urgency=Urgency.NOTICE)
    await outbox.put(tx, post)
    return True


async def _record(tx: Transaction, what: str, revision: Revision) -> None:
    await events.record(
        tx, what, "request", revision.request_id, actor_id=None, number=revision.label
    )
