"""A client says who they are, once."""

from collections.abc import Mapping
from typing import Any

from domain.people import Role
from handlers import talks
from handlers.clients import colleagues, sites
from handlers.conversation.screen import Screen
from handlers.flows.registration import Registration
from handlers.visit import Visit
from storage import colleagues as roster
from storage import events, people
from storage import sites as known_sites

FORM = "registration"


async def needed(visit: Visit) -> bool:
    """Tell whether this is a newcomer: no company, no part in the company's own work."""
    return not visit.person.roles and visit.person.asks_company_id is None


async def follow_site(visit: Visit, code: str) -> None:
    """Begin a request where a poster hangs; a newcomer says first who they are."""
    site = await known_sites.of_code(visit.work, code)
    if await needed(visit):
        await start(visit, about={"site": site.id})
    elif visit.has(Role.CLIENT):
        await sites.begin_request(visit, site.id)
    else:
        await visit.show(Screen(visit.say("site-for-clients")))


async def start(visit: Visit, about: Mapping[str, Any] | None = None) -> None:
    await notice(visit)
    await talks.start(visit, FORM, about=about)


async def notice(visit: Visit) -> None:
    """Say what we do with what we are told."""
    words = visit.say("privacy-notice", company=visit.shop.company.name)
    await visit.show(Screen(words), silent=True)


async def finish(visit: Visit, answers: Registration, about: Mapping[str, Any]) -> None:
    """Write down the person and their company, and go on to the request they came for.

    Who comes first leads the company; whoever comes next is asked about first.
    """
    company = await people.register_company(visit.work, siret=answers.siret, name=answers.company)
    visit.person = await people.change(
        visit.work,
        visit.person,
        full_name=answers.name,
        phone=answers.phone,
        noticed_at=visit.work.now,
    )
    await roster.lock(visit.work, company.id)
    if await colleagues.ask(visit, company):
        return
    first = await roster.let_in(visit.work, visit.person, company.id, lead=True)
    visit.person = first or visit.person
    await events.record(visit.work, "registered", "company", company.id, actor_id=visit.person.id)
    await visit.show(
        Screen(visit.say("registered", name=answers.name, company=company.name)),
        remove_keyboard=True,
        silent=True,
    )
    await sites.begin_request(visit, about.get("site"))
