"""A member with another number or account is let in again by the office; the old account is out."""

from domain.crews import Member
from domain.people import Role
from handlers.cards.home_card import show_home
from handlers.cards.job_cards import send_to_coordinators, send_to_crew
from handlers.context import coordinator_group
from handlers.context.alerts import tell_coordinators
from handlers.context.callbacks import CardTap, button
from handlers.context.recipients import Recipient, to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.kinds.phone import show_phone
from handlers.conversation.screen import Screen
from handlers.crews import week_reminder
from handlers.views import job_views
from storage import crews, events, jobs, join_requests, people, sessions
from storage.join_requests import JoinRequest
from storage.people import Person


def card_key(request_id: int) -> str:
    return f"join-ask:{request_id}"


async def welcome(ctx: UpdateContext, member: Member, person: Person, phone: str) -> Person:
    """Give somebody who is tied to a member their rights, and the jobs that wait for them."""
    tx = ctx.tx
    known = await people.change(tx, person, phone=phone, full_name=member.name)
    person = await people.give(tx, known, Role.CREW)
    await _close_others(ctx, person.id)
    await events.record(tx, "joined", "member", member.id, actor_id=ctx.person.id)
    recipient = to_person(ctx, person)
    words = recipient.say("joining-done", name=member.name)
    await recipient.send(words, remove_keyboard=True)
    await week_reminder.plan(tx, member.id)
    waiting = await jobs.of_person(tx, person.id, job_views.since_yesterday(tx))
    for job, mine in waiting:
        job_view = await job_views.of_job(tx, job)
        await send_to_crew(ctx, job_view, only=[mine], fresh=True)
    if not waiting and person.id == ctx.person.id:
        ctx.person = person
        await show_home(ctx)
    await tell_coordinators(ctx, "joining-told", silent=True, name=member.name)
    for job, _ in waiting:
        await send_to_coordinators(ctx, await job_views.of_job(tx, job))
    return person


async def ask(ctx: UpdateContext, member: Member, phone: str, *, elsewhere: bool) -> None:
    """Ask the office whether this is the member; until then their rights and number stay."""
    if await crews.of_person(ctx.tx, ctx.person.id) is None:
        await people.change(ctx.tx, ctx.person, phone=phone)
    await _close_others(ctx, ctx.person.id)
    request_id = await join_requests.ask(ctx.tx, member.id, ctx.person.id, phone)
    await events.record(ctx.tx, "join_asked", "member", member.id, actor_id=ctx.person.id)
    await ctx.show(Screen(ctx.say("joining-waits")), remove_keyboard=True)
    key = "joining-other-account" if elsewhere else "joining-other-number"
    for recipient in await coordinator_group.listeners(ctx):
        screen = _asking(recipient, key, member, phone, request_id)
        await recipient.send(screen, card=card_key(request_id))


async def _close_others(ctx: UpdateContext, person_id: int) -> None:
    """End what else somebody asked, and write it on the questions to the office."""
    for request_id in await join_requests.close(ctx.tx, person_id):
        for recipient in await coordinator_group.listeners(ctx):
            words = recipient.say("joining-replaced")
            await recipient.send(words, card=card_key(request_id), fresh=False)


def _asking(recipient: Recipient, key: str, member: Member, phone: str, request_id: int) -> Screen:
    say = recipient.say
    known = show_phone(member.phone) if member.phone else "—"
    words = say(key, name=member.name, phone=show_phone(phone), known=known)
    yes = button(say.plain("joining-let-in"), "letmember", request_id, style="success")
    no = button(say.plain("joining-keep-out"), "denymember", request_id, style="danger")
    return Screen(words, ((yes, no),))


async def let_in_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Tie the member to the account that asked; the account before it loses every right."""
    asked, member, person = await _undecided(ctx, tap.id)
    if member is None or person is None:
        return
    former_id = (await crews.joined(ctx.tx)).get(member.id)
    decided = {"let_in": True, "former_id": former_id, "former_phone": member.phone}
    await join_requests.decide(ctx.tx, asked.id, **decided)
    if former_id == person.id:
        await _renumber(ctx, member, person, asked.phone)
    else:
        if former_id is not None:
            await _shut_out(ctx, former_id, "joining-moved")
        columns = {"phone": asked.phone, "language": person.language}
        await crews.tie(ctx.tx, member.id, person.id, **columns)
        await welcome(ctx, member, person, asked.phone)
    undo = button(ctx.say.plain("absence-undo"), "unletmember", asked.id)
    await _settle(ctx, asked.id, "joining-is-in", member.name)
    words = ctx.say("joining-is-in", name=member.name, by=ctx.person.display_name)
    await ctx.show(Screen(words, ((undo,),)), card=f"join-done:{asked.id}")


async def _undecided(
    ctx: UpdateContext, request_id: int
) -> tuple[JoinRequest, Member | None, Person | None]:
    """Load who asks as whom; no member or person, and it is said, where it cannot be any more."""
    asked = await join_requests.lock(ctx.tx, request_id)
    member = await crews.find(ctx.tx, asked.member_id)
    person = await people.find(ctx.tx, asked.person_id)
    taken = await crews.of_person(ctx.tx, asked.person_id)
    other = taken is not None and taken.id != asked.member_id
    open_still = asked.decided_at is None and member is not None and member.active
    if not open_still or person is None or other:
        ctx.tell(ctx.say.plain("stale"))
        return asked, None, None
    return asked, member, person


async def _renumber(ctx: UpdateContext, member: Member, person: Person, phone: str | None) -> None:
    """Write another number of a member who is in with this account already, and tell them."""
    await crews.change(ctx.tx, member.id, phone=phone)
    await people.change(ctx.tx, person, phone=phone)
    await events.record(ctx.tx, "number_changed", "member", member.id, actor_id=ctx.person.id)
    recipient = to_person(ctx, person)
    shown = show_phone(phone) if phone else "—"
    await recipient.send(recipient.say("joining-number-is", phone=shown))


async def _shut_out(ctx: UpdateContext, person_id: int, key: str) -> None:
    """Take the crew's rights from an account, end what it was asked, and say so."""
    person = await people.get(ctx.tx, person_id)
    await people.take(ctx.tx, person, Role.CREW)
    await sessions.end(ctx.tx, person.id)
    recipient = to_person(ctx, person)
    words = recipient.say(key, company=ctx.services.company.name)
    await recipient.send(words, remove_keyboard=True)


async def _settle(ctx: UpdateContext, request_id: int, key: str, name: str) -> None:
    """Write on the question, wherever it was asked, what became of it."""
    for recipient in await coordinator_group.listeners(ctx):
        words = recipient.say(key, name=name, by=ctx.person.display_name)
        await recipient.send(words, card=card_key(request_id), fresh=False)


async def keep_out_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Refuse: the person has no right, and is told whom to ask."""
    asked, member, person = await _undecided(ctx, tap.id)
    if member is None or person is None:
        return
    await join_requests.decide(ctx.tx, asked.id)
    await events.record(ctx.tx, "join_refused", "member", member.id, actor_id=ctx.person.id)
    recipient = to_person(ctx, person)
    await recipient.send(recipient.say("joining-refused"))
    await _settle(ctx, asked.id, "joining-is-out", member.name)


async def undo_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Put the account and the number back that the member had before."""
    asked = await join_requests.lock(ctx.tx, tap.id)
    member = await crews.find(ctx.tx, asked.member_id)
    now = (await crews.joined(ctx.tx)).get(asked.member_id)
    if member is None or not asked.let_in or now != asked.person_id:
        ctx.tell(ctx.say.plain("stale"))
        return
    await join_requests.decide(ctx.tx, asked.id, let_in=False)
    await events.record(ctx.tx, "join_undone", "member", member.id, actor_id=ctx.person.id)
    await _put_back(ctx, asked, member)
    await _settle(ctx, asked.id, "joining-is-out", member.name)
    words = ctx.say("joining-is-out", name=member.name, by=ctx.person.display_name)
    await ctx.show(Screen(words), card=f"join-done:{asked.id}", fresh=False)


async def _put_back(ctx: UpdateContext, asked: JoinRequest, member: Member) -> None:
    """Give a member the number and the account that they had, which is often the same one."""
    if asked.former_id == asked.person_id:
        person = await people.get(ctx.tx, asked.person_id)
        await _renumber(ctx, member, person, asked.former_phone)
        return
    former = await _former(ctx, asked)
    await _shut_out(ctx, asked.person_id, "joining-refused")
    await crews.tie(ctx.tx, member.id, former.id if former else None, phone=asked.former_phone)
    if former is not None:
        await welcome(ctx, member, former, former.phone or "")


async def _former(ctx: UpdateContext, asked: JoinRequest) -> Person | None:
    """Find the account before; none where it became another member meanwhile."""
    if asked.former_id is None or await crews.of_person(ctx.tx, asked.former_id) is not None:
        return None
    return await people.find(ctx.tx, asked.former_id)
