"""A colleague follows the link of who leads their company: name, number, and they are in."""

from collections.abc import Mapping
from typing import Any

from domain.people import Role
from handlers.accounts import registration
from handlers.accounts.colleague_form import ColleagueForm
from handlers.cards.home_card import show_home
from handlers.context.deep_links import FollowedLink
from handlers.context.recipients import to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.requests.company_number_kind import show_siret
from handlers.sessions import lifecycle
from storage import colleagues, events, invitations, people
from storage.invitations import Invitation, InvitationKind, InvitationSpent
from storage.people import ClientCompany

FORM = "colleague"


async def follow(ctx: UpdateContext, link: FollowedLink) -> None:
    """Greet who holds a good link and has no part in anything yet; nothing changes for others."""
    found = await invitations.find(ctx.tx, InvitationKind.COMPANY, link.code)
    if await _elsewhere(ctx, found.thing_id if found else None):
        return
    if found is None or not found.works(ctx.tx.now):
        await ctx.show(Screen(ctx.say("invitation-spent")))
        return
    company = await people.company(ctx.tx, found.thing_id)
    siret = show_siret(company.siret) if company.siret else "none"
    words = ctx.say("invitation-hello", company=company.name, siret=siret)
    await ctx.show(Screen(words), silent=True)
    await registration.notice(ctx)
    await lifecycle.start_once(ctx, FORM, about={"code": link.code})


async def _elsewhere(ctx: UpdateContext, company_id: int | None) -> bool:
    """Tell those who are somebody here already that the link is not for them."""
    if not ctx.person.roles:
        return False
    inside = ctx.has(Role.CLIENT) and ctx.person.company_id == company_id
    key = "invitation-inside" if inside and company_id is not None else "invitation-for-others"
    await ctx.show(Screen(ctx.say(key)), remove_keyboard=True)
    return True


async def joined(ctx: UpdateContext, answers: ColleagueForm, about: Mapping[str, Any]) -> None:
    """Let the person in at once, where the link still holds, and tell the others quietly."""
    found = await _spent(ctx, str(about["code"]))
    if found is None:
        return
    known = await people.change(
        ctx.tx,
        ctx.person,
        full_name=answers.name,
        phone=answers.phone,
        noticed_at=ctx.tx.now,
    )
    ctx.person = await colleagues.let_in(ctx.tx, known, found.thing_id) or known
    company = await people.company(ctx.tx, found.thing_id)
    await events.record(
        ctx.tx, "colleague_in", "person", known.id, actor_id=known.id, company=company.id
    )
    words = ctx.say("invitation-welcome", name=answers.name, company=company.name)
    await ctx.show(Screen(words), remove_keyboard=True, silent=True)
    await show_home(ctx)
    await _announce(ctx, company)


async def _spent(ctx: UpdateContext, code: str) -> Invitation | None:
    """Use the link for this person; None where it ended, or somebody let them in meanwhile."""
    before = await invitations.find(ctx.tx, InvitationKind.COMPANY, code)
    if await _elsewhere(ctx, before.thing_id if before else None):
        return None
    try:
        return await invitations.spend(ctx.tx, InvitationKind.COMPANY, code, ctx.person.id)
    except InvitationSpent:
        await ctx.show(Screen(ctx.say("invitation-spent")), remove_keyboard=True)
        return None


async def _announce(ctx: UpdateContext, company: ClientCompany) -> None:
    for person in await colleagues.of_company(ctx.tx, company.id):
        if person.id != ctx.person.id and person.blocked_at is None:
            mate, name = to_person(ctx, person), ctx.person.display_name
            words = mate.say("colleague-is-in", name=name, company=company.name)
            await mate.send(words, silent=True)
