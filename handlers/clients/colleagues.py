"""Who comes second from a company is let in by who leads it: each sees its requests only."""

from domain.people import Role
from handlers import alerts, rights
from handlers.actions import Tap, button
from handlers.conversation.kinds.phone import show_phone
from handlers.conversation.screen import Screen
from handlers.posts import post_of
from handlers.visit import GROUP_LANGUAGE, Visit
from handlers.words.catalogue import Say
from storage import colleagues as roster
from storage import events, outbox, people
from storage.people import ClientCompany, Person


def card(person_id: int) -> str:
    return f"colleague:{person_id}"


async def ask(visit: Visit, company: ClientCompany) -> bool:
    """Ask who leads the company, and the coordinators; False where nobody is in it yet."""
    inside = await roster.of_company(visit.work, company.id)
    if not inside:
        return False
    visit.person = await people.change(visit.work, visit.person, asks_company_id=company.id)
    for one in roster.leading(inside):
        say = visit.shop.words.say(one.language)
        screen = _asking(say, visit.person, company)
        await outbox.put(visit.work, post_of(screen, one.id, card=card(visit.person.id)))
    home = await alerts.coordinator_chat(visit.work, visit.shop)
    if home is not None:
        screen = _asking(visit.shop.words.say(GROUP_LANGUAGE), visit.person, company)
        await outbox.put(visit.work, post_of(screen, home, card=card(visit.person.id)))
    words = visit.say("colleague-waits", company=company.name)
    await visit.show(Screen(words), remove_keyboard=True)
    return True


def nickname(person: Person) -> str:
    return person.full_name or person.first_name


def _asking(say: Say, person: Person, company: ClientCompany) -> Screen:
    text = say(
        "colleague-asks",
        name=nickname(person),
        phone=show_phone(person.phone) if person.phone else "—",
        company=company.name,
    )
    yes = button(say.plain("colleague-yes"), "letin", person.id, style="success")
    no = button(say.plain("colleague-no"), "keepout", person.id, style="danger")
    return Screen(text, ((yes, no),))


async def decide_tapped(visit: Visit, tap: Tap) -> None:
    """Let somebody in or not: who leads that company may, and a coordinator."""
    asking = await people.find(visit.work, tap.id)
    company_id = asking.asks_company_id if asking else None
    if asking is None or company_id is None:
        visit.tell(visit.say.plain("stale"))
        return
    await roster.lock(visit.work, company_id)
    theirs = visit.person.company_id == company_id and await roster.leads(visit.work, visit.person)
    if not theirs and not visit.has(Role.COORDINATOR):
        await rights.refuse(visit, tap.action, tap.id)
        return
    company = await people.company(visit.work, company_id)
    welcome = tap.action == "letin"
    if welcome:
        joined = await roster.let_in(visit.work, asking, company_id)
    else:
        joined = await people.change(visit.work, asking, asks_company_id=None)
    if joined is None:
        visit.tell(visit.say.plain("stale"))
        return
    what = "colleague_in" if welcome else "colleague_kept_out"
    await events.record(visit.work, what, "person", asking.id, actor_id=visit.person.id)
    await _tell(visit, asking, company, welcome=welcome)
    await _close(visit, asking, company, welcome=welcome)


async def _close(visit: Visit, asking: Person, company: ClientCompany, *, welcome: bool) -> None:
    """Say what was decided on every card that asked."""
    key = "colleague-is-in" if welcome else "colleague-is-out"
    name, home = nickname(asking), await alerts.coordinator_chat(visit.work, visit.shop)
    screen = Screen(visit.say(key, name=name, company=company.name))
    await visit.show(screen, card=card(asking.id), fresh=False)
    inside = await roster.of_company(visit.work, company.id)
    chats = {one.id: one.language for one in inside if one.id != asking.id}
    if home is not None:
        chats[home] = GROUP_LANGUAGE
    for chat_id in await outbox.holders(visit.work, card(asking.id), set(chats) - {visit.chat_id}):
        say = visit.shop.words.say(chats[chat_id])
        words = Screen(say(key, name=name, company=company.name))
        await outbox.put(
            visit.work, post_of(words, chat_id, card=card(asking.id), fresh=False, silent=True)
        )


async def _tell(visit: Visit, asking: Person, company: ClientCompany, *, welcome: bool) -> None:
    say = visit.shop.words.say(asking.language)
    if not welcome:
        screen = Screen(say("colleague-refused", company=company.name))
    else:
        new = button(say.plain("new-request"), "new", 0, style="primary")
        words = say("registered", name=asking.full_name or "", company=company.name)
        screen = Screen(words, ((new,),))
    await outbox.put(visit.work, post_of(screen, asking.id))
