"""Sends due reminders: follows up or expires a quote, recalls a draft."""

from domain.followups import rules_on
from domain.quotes import AGREED_CHANGE, QuoteEvent, QuoteState
from domain.reminders import FOLLOW_UPS, draft_due
from handlers.cards.request_cards import request_changed
from handlers.context.recipients import to_person
from handlers.context.system_context import SystemContext
from handlers.conversation.screen import Screen
from handlers.sessions import drafts, resume
from handlers.views.quote_card import card_key, draw
from storage import events, people, quotes, reminders, requests, sessions
from storage.outbox import Urgency
from storage.quotes import Revision
from storage.reminders import STOPPED, Reminder


async def follow_up(ctx: SystemContext, reminder: Reminder) -> None:
    """Ask a client about an unanswered quote, up to the allowed number of times."""
    revision = await quotes.get(ctx.tx, reminder.subject_id)
    most = rules_on(ctx.tx.today).at_most
    asked_enough = await reminders.said(ctx.tx, FOLLOW_UPS, revision.id) > most  # with this one
    ours = revision.wish == AGREED_CHANGE  # the client waits for us
    if revision.state is not QuoteState.SENT or asked_enough or ours:
        await reminders.settle(ctx.tx, reminder.id, STOPPED)
        return
    await _show(ctx, revision, key=f"quote-nudge-{reminder.kind.replace('_', '-')}")
    await events.record(
        ctx.tx,
        "quote_followed_up",
        "request",
        revision.request_id,
        actor_id=None,
        number=revision.label,
    )


async def expire(ctx: SystemContext, reminder: Reminder) -> None:
    """Expire a quote after its last day; the client's card then offers renewal."""
    revision = await quotes.get(ctx.tx, reminder.subject_id)
    if revision.state is not QuoteState.SENT:
        await reminders.settle(ctx.tx, reminder.id, STOPPED)
        return
    wish = AGREED_CHANGE if revision.wish == AGREED_CHANGE else None
    expired = await quotes.move(ctx.tx, revision, QuoteEvent.EXPIRE, actor_id=None, wish=wish)
    await _show(ctx, expired)
    await request_changed(ctx, revision.request_id)


async def recall_draft(ctx: SystemContext, reminder: Reminder) -> None:
    """Offer to continue an idle draft; the reminder stops if it is gone or a relay is open."""
    if not await _recall(ctx, reminder):
        await reminders.settle(ctx.tx, reminder.id, STOPPED)


async def _show(ctx: SystemContext, revision: Revision, key: str | None = None) -> None:
    request = await requests.get(ctx.tx, revision.request_id)
    client = to_person(ctx, await people.get(ctx.tx, request.person_id))
    screen, until = draw(client.say, revision), client.say.day(revision.valid_until)
    head = client.say(key, until=until) + "\n\n" if key else ""
    await client.send(
        Screen(head + screen.text, screen.rows),
        card=card_key(revision),
        fresh=key is not None,
        urgency=Urgency.NOTICE,
    )


async def _recall(ctx: SystemContext, reminder: Reminder) -> bool:
    """Offer to continue a draft idle for a day; False if it is gone or a relay is open."""
    person = await people.get(ctx.tx, reminder.subject_id)
    if person.takeover_id is not None:  # the question is asked anew when the relay ends
        return False
    stored = await sessions.find(ctx.tx, person.id)
    draft = next((begun for begun in resume.going(stored) if begun.form in drafts.RECALLED), None)
    touched_at = await sessions.touched_at(ctx.tx, person.id)
    if draft is None or touched_at is None:
        return False
    due_at = draft_due(touched_at, rules_on(ctx.tx.today), ctx.tx.zone)
    if due_at > ctx.tx.now:
        await reminders.postpone(ctx.tx, reminder.id, due_at)
        return True
    recipient = to_person(ctx, person)
    screen = resume.offer(ctx.services, recipient.say, draft, key="draft-nudge")
    await recipient.send(screen, card=resume.CARD_KEY, urgency=Urgency.NOTICE)
    return True
