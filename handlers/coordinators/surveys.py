"""A visit is offered to the client, called off, and remembered the evening before."""

from collections.abc import Mapping
from typing import Any

from domain.calendar import to_utc
from domain.reminders import ReminderKind, eve_of
from domain.requests import UNDECIDED
from handlers import talks
from handlers.actions import Tap, button
from handlers.clients import surveys as client_surveys
from handlers.conversation.kinds.phone import show_phone
from handlers.conversation.screen import Screen
from handlers.coordinators import desk
from handlers.coordinators.requests import of_link
from handlers.deeplinks import link
from handlers.flows.surveying import Slot as ToldSlot
from handlers.flows.surveying import Surveying
from handlers.posts import post_of
from handlers.shop import Shop
from handlers.visit import Visit
from storage import events, outbox, people, reminders, requests, surveys
from storage.reminders import NewReminder, Reminder
from storage.requests import Changed
from storage.surveys import Slot, Survey, SurveyState
from storage.work import Work


def card(survey: Survey) -> str:
    return f"surveyor:{survey.id}"


async def offer(visit: Visit, thing: str) -> None:
    """Ask the coordinator for three slots and for who goes."""
    request = await of_link(visit, "survey", thing)
    if request is None:
        return
    if request.state in UNDECIDED:
        await talks.start_once(visit, "surveying", about={"request": request.id})
    else:
        state = visit.say(f"request-state-{request.state}")
        await visit.show(Screen(visit.say("decided", number=request.number, state=state)))


async def offered(visit: Visit, answers: Surveying, about: Mapping[str, Any]) -> None:
    """Offer the slots to the client; a visit that was booked before is called off."""
    request = await requests.get(visit.work, int(about["request"]))
    before = await surveys.find(visit.work, request.id)
    slots = {one.starts_at: one for one in (_slot(visit.work, one) for one in answers.slots)}
    offer = [slots[start] for start in sorted(slots)]
    survey = await surveys.propose(visit.work, request.id, offer, int(answers.surveyor))
    await remember(visit.work, survey)
    if before is not None and before.state is SurveyState.BOOKED:
        await tell_surveyor(visit.work, visit.shop, survey, person_id=before.surveyor_id)
    await events.record(
        visit.work, "survey_offered", "request", request.id, actor_id=visit.person.id
    )
    await client_surveys.tell(visit.work, visit.shop, survey, fresh=True)
    await visit.show(Screen(visit.say("survey-offered", number=request.number)))
    await desk.refresh(visit, request.id)


def _slot(work: Work, told: ToldSlot) -> Slot:
    end = told.hour.end
    return Slot(
        to_utc(told.day, told.hour.start, work.zone),
        None if end is None else to_utc(told.day, end, work.zone),
    )


async def cancel_tapped(visit: Visit, tap: Tap) -> None:
    """Call a visit off and tell everybody."""
    survey = await surveys.get(visit.work, tap.id)
    if survey.version != tap.version or survey.state is not SurveyState.BOOKED:
        visit.tell(visit.say.plain("changed-meanwhile"))
        return
    try:
        now = await surveys.change(visit.work, survey, state=SurveyState.CANCELLED)
    except Changed:
        visit.tell(visit.say.plain("changed-meanwhile"))
        return
    await events.record(
        visit.work, "survey_cancelled", "request", now.request_id, actor_id=visit.person.id
    )
    await remember(visit.work, now)
    await client_surveys.tell(visit.work, visit.shop, now, fresh=True)
    await tell_surveyor(visit.work, visit.shop, now)
    await desk.refresh(visit, now.request_id)


async def booked(visit: Visit, survey: Survey) -> None:
    """Let surveyor, reminder and card follow what the client chose or called off."""
    await remember(visit.work, survey)
    await tell_surveyor(visit.work, visit.shop, survey)
    await desk.refresh(visit, survey.request_id, fresh=survey.state is not SurveyState.BOOKED)


async def tell_surveyor(
    work: Work,
    shop: Shop,
    survey: Survey,
    *,
    person_id: int | None = None,
    key: str | None = None,
) -> None:
    """Show the surveyor their visit: where, when, whom to call; what is called off has no time."""
    person = await people.get(work, person_id or survey.surveyor_id)
    request = await requests.get(work, survey.request_id)
    client = await people.get(work, request.person_id)
    company = await people.company(work, request.company_id)
    say = shop.words.say(person.language)
    stands = survey.state is SurveyState.BOOKED and person.id == survey.surveyor_id
    text = say(
        "surveyor-card" if stands else "surveyor-off",
        number=request.number,
        when=client_surveys.when(say, survey),
        company=company.name,
        name=client.full_name or client.first_name,
        phone=show_phone(client.phone) if client.phone else "—",
        address=request.asked.site.address,
        postcode=request.asked.site.postcode,
    )
    text = f"{say(key)}\n\n{text}" if key else text
    rows = (
        (link(shop, say.plain("survey-again"), "survey", request.id),),
        (
            button(
                say.plain("survey-cancel"), "unsurvey", survey.id, survey.version, style="danger"
            ),
        ),
    )
    screen = Screen(text, rows if stands else ())
    await outbox.put(work, post_of(screen, person.id, card=card(survey)))


async def remember(work: Work, survey: Survey) -> None:
    """Write down what must be said the evening before, or nothing."""
    kind, chain = ReminderKind.SURVEY_EVE, list[NewReminder]()
    if survey.state is SurveyState.BOOKED and survey.starts_at is not None:
        due_at = eve_of(survey.starts_at, work.zone)
        key = f"survey:{survey.id}:{kind}:{survey.starts_at:%Y-%m-%dT%H:%M}"
        chain = [NewReminder(key, kind, None, due_at)] if due_at > work.now else []
    await reminders.rewrite_thing(work, kind, survey.id, chain)


async def remind(work: Work, shop: Shop, reminder: Reminder) -> None:
    """Say it to surveyor and client the evening before, if the visit still stands."""
    survey = await surveys.get(work, reminder.thing_id or 0)
    if survey.state is SurveyState.BOOKED:
        await tell_surveyor(work, shop, survey, key="survey-tomorrow")
        await client_surveys.tell(work, shop, survey, fresh=True, key="survey-tomorrow")
