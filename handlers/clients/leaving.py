"""Somebody leaves a company: they see nothing of it, what they asked for is a colleague's."""

from domain.followups import NudgeKind
from handlers import alerts, takeover
from handlers.clients import inviting
from handlers.clients.colleagues import nickname
from handlers.conversation.screen import Screen
from handlers.coordinators import desk
from handlers.posts import post_of
from handlers.visit import GROUP_LANGUAGE, Visit
from storage import colleagues as roster
from storage import events, outbox, people, reminders, sessions, takeovers
from storage.outbox import Urgency
from storage.people import ClientCompany, Person


async def put_out(visit: Visit, mate: Person, company: ClientCompany, heir: Person) -> bool:
    """Take them out and say so; tell whether a link was cut by which they could come back."""
    await _hush(visit, mate)
    requests = await roster.put_out(visit.work, mate, heir.id)
    await events.record(
        visit.work,
        "colleague_out",
        "person",
        mate.id,
        actor_id=visit.person.id,
        company=company.id,
        heir=heir.id,
    )
    cut = await inviting.cut(visit, company.id)
    words = Screen(visit.shop.words.say(mate.language)("team-you-are-out", company=company.name))
    await outbox.put(visit.work, post_of(words, mate.id, remove_keyboard=True))
    for request_id in requests:
        await desk.refresh(visit, request_id)
    await _tell_office(visit, mate, company, heir)
    return cut


async def _hush(visit: Visit, mate: Person) -> None:
    """End what they were about to say, and their talk with a coordinator."""
    await sessions.end(visit.work, mate.id)
    await reminders.stop(visit.work, (NudgeKind.DRAFT,), person_id=mate.id)
    now = await people.get(visit.work, mate.id)
    talk = await takeovers.get(visit.work, now.takeover_id) if now.takeover_id else None
    if talk is not None and talk.client_id == mate.id:
        await takeover.end(visit.work, visit.shop, talk, actor_id=visit.person.id)


async def _tell_office(visit: Visit, mate: Person, company: ClientCompany, heir: Person) -> None:
    """Tell the coordinators quietly whom to call now."""
    chat_id = await alerts.coordinator_chat(visit.work, visit.shop)
    if chat_id is not None:
        say = visit.shop.words.say(GROUP_LANGUAGE)
        names = {"name": nickname(mate), "heir": nickname(heir), "company": company.name}
        words = Screen(say("team-told", **names))
        await outbox.put(visit.work, post_of(words, chat_id, silent=True, urgency=Urgency.NOTICE))
