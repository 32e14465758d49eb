"""The link by which who leads a company brings colleagues in: one at a time, cut with one tap."""

from handlers import rights
from handlers.actions import Tap, button
from handlers.conversation.screen import Button, Screen
from handlers.deeplinks import url
from handlers.visit import Visit
from storage import colleagues as roster
from storage import events, invitations, outbox, people
from storage.invitations import Invitation, Kind

CARD = "invitation"
JOIN = "join"
MOST = 10  # people by one link


async def command(visit: Visit) -> bool:
    """Show the link to who leads a company; False for others."""
    company_id = visit.person.company_id
    if company_id is None or not await _leads(visit, company_id):
        return False
    await _offer(visit, company_id)
    return True


async def link_tapped(visit: Visit, tap: Tap) -> None:
    """Make a link, or show the one that leads in now: a second one would end it."""
    if await _allowed(visit, tap):
        await _offer(visit, tap.id)


async def _leads(visit: Visit, company_id: int) -> bool:
    """Tell whether the person leads the very company; nobody else changes it meanwhile."""
    if visit.person.company_id != company_id:
        return False
    await roster.lock(visit.work, company_id)
    return await roster.leads(visit.work, visit.person)


async def _allowed(visit: Visit, tap: Tap) -> bool:
    if not await _leads(visit, tap.id):
        await rights.refuse(visit, tap.action, tap.id)
        return False
    return True


async def _offer(visit: Visit, company_id: int) -> None:
    found = await invitations.open_to(visit.work, Kind.COMPANY, company_id)
    if found is None:
        await _make(visit, company_id)
    else:
        await visit.show(_control(visit, company_id, found), card=CARD)


async def new_tapped(visit: Visit, tap: Tap) -> None:
    """Replace the link that was on show; a second tap makes no other."""
    if await _allowed(visit, tap) and await _current(visit, tap):
        await _make(visit, tap.id)


async def cut_tapped(visit: Visit, tap: Tap) -> None:
    """End the link that was on show."""
    if not await _allowed(visit, tap) or not await _current(visit, tap):
        return
    await cut(visit, tap.id)
    if visit.input.message_id is not None:
        await outbox.adopt_all(visit.work, CARD, {visit.chat_id: visit.input.message_id})
    again = button(visit.say.plain("invitation-new"), "newlink", tap.id)
    await visit.show(Screen(visit.say("invitation-cut"), ((again,),)), card=CARD, fresh=False)


async def cut(visit: Visit, company_id: int) -> bool:
    """End the link into a company; False where there was none."""
    if not await invitations.revoke(visit.work, Kind.COMPANY, company_id):
        return False
    await _record(visit, "invitation_cut", company_id)
    return True


async def _current(visit: Visit, tap: Tap) -> bool:
    """Tell whether the link that was on show still is the one that leads in."""
    found = await invitations.open_to(visit.work, Kind.COMPANY, tap.id)
    if (found.mark if found else 0) == tap.version:
        return True
    visit.tell(visit.say.plain("stale"))
    return False


async def _make(visit: Visit, company_id: int) -> None:
    """Show the link's card, and below it a message that can be passed on as it is."""
    code = await invitations.make(visit.work, Kind.COMPANY, company_id, most=MOST)
    await _record(visit, "invited", company_id)
    made = await invitations.valid(visit.work, Kind.COMPANY, code)
    company = await people.company(visit.work, company_id)
    await visit.show(_control(visit, company_id, made), card=CARD)
    link = url(visit.shop, JOIN, code)
    words = visit.say(
        "invitation-link", company=company.name, ours=visit.shop.company.name, link=link
    )
    await visit.show(Screen(words))


def _control(visit: Visit, company_id: int, link: Invitation) -> Screen:
    say = visit.say
    words = say("invitation-open", uses=link.uses, most=link.most, until=link.expires_at)
    rows: tuple[tuple[Button, ...], ...] = (
        (button(say.plain("invitation-cut-it"), "cutlink", company_id, link.mark, style="danger"),),
        (button(say.plain("invitation-replace"), "newlink", company_id, link.mark),),
    )
    return Screen(words, rows)


async def _record(visit: Visit, what: str, company_id: int) -> None:
    await events.record(visit.work, what, "company", company_id, actor_id=visit.person.id)
