"""Administrators let coordinators in by a link, and take them out; rights follow at once."""

from domain.people import Role
from handlers.cards.home_card import show_home
from handlers.context import language_card
from handlers.context.alerts import tell_coordinators
from handlers.context.callbacks import CardTap, button
from handlers.context.deep_links import FollowedLink, url
from handlers.context.recipients import to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Button, Screen
from handlers.relay import live_chat
from handlers.surveys import coordinator_survey
from storage import events, invitations, people, relays, sessions
from storage.invitations import InvitationKind, InvitationSpent
from storage.people import Person

CARD_KEY = "coordinators"
JOIN = "office"
KIND = InvitationKind.OFFICE


async def command(ctx: UpdateContext) -> None:
    await _show(ctx)


async def list_tapped(ctx: UpdateContext, _tap: CardTap) -> None:
    await _show(ctx, fresh=False)


async def _show(ctx: UpdateContext, *, fresh: bool = True) -> None:
    """List who is coordinator; who is no administrator can be taken out."""
    found = sorted(await people.with_role(ctx.tx, Role.COORDINATOR), key=lambda one: one.id)
    lines = [ctx.say("office-head"), *(_line(ctx, person) for person in found)]
    rows: list[tuple[Button, ...]] = [
        (button(ctx.say.plain("office-out", name=person.display_name), "officeout", person.id),)
        for person in found
        if person.id not in ctx.services.admins
    ]
    rows.append((button(ctx.say.plain("office-invite"), "officelink", 0, style="primary"),))
    if await invitations.open_to(ctx.tx, KIND, ctx.person.id) is not None:
        rows.append((button(ctx.say.plain("office-cut"), "officecut", 0),))
    lines += ["", ctx.say("office-how")]
    await ctx.show(Screen("\n".join(lines), tuple(rows)), card=CARD_KEY, fresh=fresh)


def _line(ctx: UpdateContext, person: Person) -> str:
    key = "office-admin" if person.id in ctx.services.admins else "office-line"
    return ctx.say(key, name=person.display_name)


async def link_tapped(ctx: UpdateContext, _tap: CardTap) -> None:
    """Make a link for one person, to be passed on by hand; an earlier one of theirs ends."""
    code = await invitations.make(ctx.tx, KIND, ctx.person.id)
    made = await invitations.valid(ctx.tx, KIND, code)
    await events.record(ctx.tx, "invited", "person", ctx.person.id, actor_id=ctx.person.id)
    await ctx.show(
        Screen(
            ctx.say(
                "office-link",
                company=ctx.services.company.name,
                link=url(ctx.services, JOIN, code),
                until=made.expires_at,
            )
        )
    )
    ctx.tell(ctx.say.plain("roster-pass-on"))


async def cut_tapped(ctx: UpdateContext, _tap: CardTap) -> None:
    """End the link that nobody has followed yet."""
    if not await invitations.revoke(ctx.tx, KIND, ctx.person.id):
        ctx.tell(ctx.say.plain("stale"))
        return
    await events.record(ctx.tx, "invitation_cut", "person", ctx.person.id, actor_id=ctx.person.id)
    ctx.tell(ctx.say.plain("office-is-cut"))
    await _show(ctx, fresh=False)


async def follow(ctx: UpdateContext, link: FollowedLink) -> None:
    """Make who follows a good link a coordinator; who is one already leaves it to another."""
    if ctx.has(Role.COORDINATOR):
        await ctx.show(Screen(ctx.say("office-already")))
        return
    try:
        used = await invitations.spend(ctx.tx, KIND, link.code, ctx.person.id)
    except InvitationSpent:
        await ctx.show(Screen(ctx.say("joining-spent")))
        return
    inviter = await people.find(ctx.tx, used.thing_id)
    if inviter is None or inviter.id not in ctx.services.admins:
        await ctx.show(Screen(ctx.say("joining-spent")))
        return
    ctx.person = await people.give(ctx.tx, ctx.person, Role.COORDINATOR)
    await sessions.end(ctx.tx, ctx.person.id)  # what they were asked as somebody else
    await _record(ctx, "coordinator_in", ctx.person.id)
    company = ctx.services.company.name
    await ctx.show(Screen(ctx.say("office-welcome", company=company)), remove_keyboard=True)
    if ctx.person.language_chosen:
        await show_home(ctx)
    else:
        await language_card.ask(ctx)
    name = ctx.person.display_name
    await tell_coordinators(ctx, "office-told", silent=True, name=name, by=inviter.display_name)


async def _record(ctx: UpdateContext, what: str, person_id: int) -> None:
    await events.record(ctx.tx, what, "person", person_id, actor_id=ctx.person.id)


async def out_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take a coordinator out: their rights end in this transaction."""
    person = await _coordinator(ctx, tap.id)
    if person is None:
        return
    if person.id in ctx.services.admins:
        ctx.tell(ctx.say.plain("office-is-admin", name=person.display_name), alert=True)
        return
    relay = await relays.get(ctx.tx, person.takeover_id) if person.takeover_id else None
    if relay is not None and relay.coordinator_id == person.id:
        await live_chat.end(ctx.tx, ctx.services, relay, actor_id=ctx.person.id)
    await people.take(ctx.tx, person, Role.COORDINATOR)
    await sessions.end(ctx.tx, person.id)
    await _record(ctx, "coordinator_out", person.id)
    recipient = to_person(ctx, person)
    words = recipient.say("office-you-are-out", company=ctx.services.company.name)
    await recipient.send(words, remove_keyboard=True)
    undo = button(ctx.say.plain("absence-undo"), "officeback", person.id)
    words = ctx.say("office-is-out", name=person.display_name)
    if numbers := await coordinator_survey.surveyor_out(ctx, person):
        words += "\n\n" + ctx.say("office-visits", numbers=", ".join(numbers))
    await ctx.show(Screen(words, ((undo,),)), card=f"office-out:{person.id}")
    await tell_coordinators(
        ctx,
        "office-told-out",
        silent=True,
        name=person.display_name,
        by=ctx.person.display_name,
    )


async def _coordinator(ctx: UpdateContext, person_id: int) -> Person | None:
    """Find a coordinator; None, and it is said, where they are none."""
    person = await people.find(ctx.tx, person_id)
    if person is not None and Role.COORDINATOR in person.roles:
        return person
    ctx.tell(ctx.say.plain("stale"))
    return None


async def back_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Let a coordinator in again who was taken out by mistake."""
    person = await people.find(ctx.tx, tap.id)
    if person is None or Role.COORDINATOR in person.roles or not await _was_in(ctx, person):
        ctx.tell(ctx.say.plain("stale"))
        return
    person = await people.give(ctx.tx, person, Role.COORDINATOR)
    await _record(ctx, "coordinator_back", person.id)
    recipient = to_person(ctx, person)
    await recipient.send(recipient.say("office-welcome", company=ctx.services.company.name))
    await coordinator_survey.surveyor_back(ctx, person)
    words = ctx.say("office-line", name=person.display_name)
    await ctx.show(Screen(words), card=f"office-out:{person.id}", fresh=False)


async def _was_in(ctx: UpdateContext, person: Person) -> bool:
    """Tell whether somebody was taken out by a tap: the data of a button gives no right."""
    trail = await events.of(ctx.tx, "person", person.id)
    return any(what == "coordinator_out" for what, _ in trail)
