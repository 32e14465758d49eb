"""Somebody leaves the company: no right is left, coming jobs ask for another, history stays."""

from datetime import timedelta

from domain.crews import Member
from domain.people import Role
from domain.windows import TimeWindow
from handlers.absences.jobs_touched import decline_touched
from handlers.context.callbacks import CardTap, button, read_id
from handlers.context.recipients import to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Button, Screen
from handlers.crews import week_reminder
from handlers.views import member_card
from storage import crews, events, people, sessions
from storage.transaction import Unknown

FOR_GOOD = timedelta(days=3650)


async def show_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show what is known of a member, and what can be done."""
    member = await _member(ctx, tap.id)
    await _show(ctx, member)


async def _show(ctx: UpdateContext, member: Member, *, fresh: bool = True) -> None:
    joined = member.id in await crews.joined(ctx.tx)
    screen = member_card.draw(ctx.say, member, joined=joined)
    await ctx.show(screen, card=member_card.card_key(member.id), fresh=fresh)


async def _member(ctx: UpdateContext, member_id: int) -> Member:
    member = await crews.find(ctx.tx, member_id)
    if member is None:
        raise Unknown(f"member {member_id}")
    return member


async def leave_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask once more before somebody is taken out."""
    member = await _member(ctx, tap.id)
    rows: tuple[tuple[Button, ...], ...] = (
        (button(ctx.say.plain("member-leave-yes"), "leaveyes", member.id, style="danger"),),
        (button(ctx.say.plain("member-leave-no"), "member", member.id),),
    )
    words = ctx.say("member-leave-sure", name=member.name)
    await ctx.show(Screen(words, rows), card=member_card.card_key(member.id), fresh=False)


async def leave_confirmed(ctx: UpdateContext, tap: CardTap) -> None:
    """Take a member out: their rights end in this transaction."""
    tx, member = ctx.tx, await _member(ctx, tap.id)
    person_id = (await crews.joined(tx)).get(member.id)
    if not await crews.leave(tx, member.id):
        ctx.tell(ctx.say.plain("stale"))
        return
    numbers = await decline_touched(ctx, member, TimeWindow(tx.now, tx.now + FOR_GOOD))
    if person_id is not None:
        await _end_rights(ctx, person_id)
    await events.record(
        tx, "member_left", "member", member.id, actor_id=ctx.person.id, person=person_id
    )
    parts = [ctx.say("member-left", name=member.name)]
    if numbers:
        parts.append(ctx.say("absence-touches", numbers=", ".join(numbers), count=len(numbers)))
    more = str(person_id or 0)
    undo = button(ctx.say.plain("absence-undo"), "unleave", member.id, more=more)
    await ctx.show(
        Screen("\n\n".join(parts), ((undo,),)), card=member_card.card_key(member.id), fresh=False
    )


async def _end_rights(ctx: UpdateContext, person_id: int) -> None:
    """Take the crew's role away, end what was being asked, and say so once."""
    person = await people.get(ctx.tx, person_id)
    await people.take(ctx.tx, person, Role.CREW)
    await sessions.end(ctx.tx, person.id)
    recipient = to_person(ctx, person)
    words = recipient.say("member-you-left", company=ctx.services.company.name)
    await recipient.send(words, remove_keyboard=True)


async def undo_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take somebody back who was taken out by mistake; declined jobs are asked by hand."""
    member, person_id = await _member(ctx, tap.id), read_id(tap.more) or None
    if not await crews.come_back(ctx.tx, member.id, person_id):
        ctx.tell(ctx.say.plain("stale"))
        return
    if person_id is not None:
        await people.give(ctx.tx, await people.get(ctx.tx, person_id), Role.CREW)
        await week_reminder.plan(ctx.tx, member.id)
    await events.record(ctx.tx, "member_back", "member", member.id, actor_id=ctx.person.id)
    await _show(ctx, await _member(ctx, member.id), fresh=False)
