"""A colleague follows the link of who leads their company: name, number, and they are in."""

from collections.abc import Mapping
from typing import Any

from domain.people import Role
from handlers import home, talks
from handlers.clients import registration
from handlers.clients.colleagues import nickname
from handlers.conversation.kinds.company import show_siret
from handlers.conversation.screen import Screen
from handlers.flows.colleague import Colleague
from handlers.posts import post_of
from handlers.visit import Visit
from storage import colleagues as roster
from storage import events, invitations, outbox, people
from storage.invitations import Invitation, InvitationSpent, Kind
from storage.people import ClientCompany

FORM = "colleague"


async def follow(visit: Visit, code: str) -> None:
    """Greet who holds a good link and has no part in anything yet; nothing changes for others."""
    found = await invitations.find(visit.work, Kind.COMPANY, code)
    if await _elsewhere(visit, found.thing_id if found else None):
        return
    if found is None or not found.works(visit.work.now):
        await visit.show(Screen(visit.say("invitation-spent")))
        return
    company = await people.company(visit.work, found.thing_id)
    siret = show_siret(company.siret)
    words = visit.say("invitation-hello", company=company.name, siret=siret)
    await visit.show(Screen(words), silent=True)
    await registration.notice(visit)
    await talks.start_once(visit, FORM, about={"code": code})


async def _elsewhere(visit: Visit, company_id: int | None) -> bool:
    """Tell those who are somebody here already that the link is not for them."""
    if not visit.person.roles:
        return False
    inside = visit.has(Role.CLIENT) and visit.person.company_id == company_id
    key = "invitation-inside" if inside and company_id is not None else "invitation-for-others"
    await visit.show(Screen(visit.say(key)), remove_keyboard=True)
    return True


async def joined(visit: Visit, answers: Colleague, about: Mapping[str, Any]) -> None:
    """Let the person in at once, where the link still holds, and tell the others quietly."""
    found = await _spent(visit, str(about["code"]))
    if found is None:
        return
    known = await people.change(
        visit.work,
        visit.person,
        full_name=answers.name,
        phone=answers.phone,
        noticed_at=visit.work.now,
    )
    visit.person = await roster.let_in(visit.work, known, found.thing_id) or known
    company = await people.company(visit.work, found.thing_id)
    await events.record(
        visit.work, "colleague_in", "person", known.id, actor_id=known.id, company=company.id
    )
    words = visit.say("invitation-welcome", name=answers.name, company=company.name)
    await visit.show(Screen(words), remove_keyboard=True, silent=True)
    await home.show(visit)
    await _announce(visit, company)


async def _spent(visit: Visit, code: str) -> Invitation | None:
    """Use the link for this person; None where it ended, or somebody let them in meanwhile."""
    before = await invitations.find(visit.work, Kind.COMPANY, code)
    if await _elsewhere(visit, before.thing_id if before else None):
        return None
    try:
        return await invitations.spend(visit.work, Kind.COMPANY, code, visit.person.id)
    except InvitationSpent:
        await visit.show(Screen(visit.say("invitation-spent")), remove_keyboard=True)
        return None


async def _announce(visit: Visit, company: ClientCompany) -> None:
    for one in await roster.of_company(visit.work, company.id):
        if one.id != visit.person.id and one.blocked_at is None:
            say = visit.shop.words.say(one.language)
            words = say("colleague-is-in", name=nickname(visit.person), company=company.name)
            await outbox.put(visit.work, post_of(Screen(words), one.id, silent=True))
