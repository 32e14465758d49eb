"""A member follows their invitation: language, own number by one tap, and they are in."""

from collections.abc import Mapping
from typing import Any

from domain.people import Role
from handlers import alerts, home, languages, talks
from handlers import dossier as dossiers
from handlers.conversation.screen import Screen
from handlers.coordinators import board
from handlers.crews import cards
from handlers.flows.joining import Joining
from handlers.posts import post_of
from handlers.visit import GROUP_LANGUAGE, Visit
from storage import crews, events, jobs, outbox, people
from storage.crews import AlreadyJoined
from storage.invitations import InvitationSpent
from storage.jobs import Job
from storage.outbox import Urgency

FORM = "joining"


async def follow(visit: Visit, code: str) -> None:
    """Greet who holds a good link; the question comes once the language is chosen."""
    try:
        member = await crews.invited(visit.work, code)
    except InvitationSpent:
        await visit.show(Screen(visit.say("joining-spent")))
        return
    company = visit.shop.company.name
    await visit.show(Screen(visit.say("joining-hello", name=member.name, company=company)))
    asking = visit.person.language_chosen
    await talks.start(visit, FORM, about={"code": code}, asking=asking)
    if not asking:
        await languages.ask(visit)


async def joined(visit: Visit, answers: Joining, about: Mapping[str, Any]) -> None:
    """Tie the person to the member, once, and show them the jobs that wait for their answer."""
    work, person = visit.work, visit.person
    try:
        member = await crews.join(
            work, str(about["code"]), person.id, answers.phone, person.language
        )
    except InvitationSpent:
        await visit.show(Screen(visit.say("joining-spent")), remove_keyboard=True)
        return
    except AlreadyJoined:
        await visit.show(Screen(visit.say("joining-already")), remove_keyboard=True)
        return
    known = await people.change(work, person, phone=answers.phone, full_name=member.name)
    visit.person = await people.give(work, known, Role.CREW)
    await events.record(work, "joined", "member", member.id, actor_id=person.id)
    await visit.show(Screen(visit.say("joining-done", name=member.name)), remove_keyboard=True)
    waiting = await jobs.of_person(work, person.id, dossiers.since_yesterday(work))
    for job, mine in waiting:
        dossier = await dossiers.of_job(work, job)
        await cards.send(work, visit.shop, dossier, only=[mine], fresh=True)
    if not waiting:
        await home.show(visit)
    await _announce(visit, member.name, [job for job, _ in waiting])


async def _announce(visit: Visit, name: str, waiting: list[Job]) -> None:
    """Tell the coordinators quietly: this one can be asked by the bot from now on."""
    chat_id = await alerts.coordinator_chat(visit.work, visit.shop)
    if chat_id is None:
        return
    say = visit.shop.words.say(GROUP_LANGUAGE)
    screen = Screen(say("joining-told", name=name))
    await outbox.put(visit.work, post_of(screen, chat_id, silent=True, urgency=Urgency.NOTICE))
    for job in waiting:
        await board.refresh(visit.work, visit.shop, await dossiers.of_job(visit.work, job))
