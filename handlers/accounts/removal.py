"""Somebody leaves a company: they see nothing of it, what they asked for is a colleague's."""

from domain.reminders import ReminderKind, Subject
from handlers.accounts import invitation
from handlers.cards.request_cards import request_changed
from handlers.context import alerts
from handlers.context.recipients import to_person
from handlers.context.update_context import UpdateContext
from handlers.relay import live_chat
from handlers.views import company_phone
from storage import colleagues, events, people, relays, reminders, sessions
from storage.people import ClientCompany, Person


async def put_out(ctx: UpdateContext, mate: Person, company: ClientCompany, heir: Person) -> bool:
    """Take them out and say so; tell whether a link was cut by which they could come back."""
    await _close_conversations(ctx, mate)
    requests = await colleagues.put_out(ctx.tx, mate, heir.id)
    await events.record(
        ctx.tx,
        "colleague_out",
        "person",
        mate.id,
        actor_id=ctx.person.id,
        company=company.id,
        heir=heir.id,
    )
    cut = await invitation.cut(ctx, company.id)
    recipient, phone = to_person(ctx, mate), company_phone.number(ctx.services.company)
    words = recipient.say("team-you-are-out", company=company.name, phone=phone)
    await recipient.send(words, remove_keyboard=True)
    for request_id in requests:
        await request_changed(ctx, request_id)
    await _tell_office(ctx, mate, company, heir)
    return cut


async def _close_conversations(ctx: UpdateContext, mate: Person) -> None:
    """End what they were about to say, and their relay with a coordinator."""
    await sessions.end(ctx.tx, mate.id)
    await reminders.stop(ctx.tx, (ReminderKind.DRAFT,), Subject.PERSON, mate.id)
    now = await people.get(ctx.tx, mate.id)
    relay = await relays.get(ctx.tx, now.takeover_id) if now.takeover_id else None
    if relay is not None and relay.client_id == mate.id:
        await live_chat.end(ctx.tx, ctx.services, relay, actor_id=ctx.person.id)


async def _tell_office(
    ctx: UpdateContext, mate: Person, company: ClientCompany, heir: Person
) -> None:
    """Tell the coordinators quietly whom to call now."""
    names = {"name": mate.display_name, "heir": heir.display_name, "company": company.name}
    await alerts.tell_coordinators(ctx, "team-told", silent=True, **names)
