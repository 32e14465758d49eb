"""A survey is offered to the client, cancelled, and recalled the evening before."""

from collections.abc import Mapping
from typing import Any

from domain.calendar import to_utc
from domain.people import Role
from domain.reminders import Subject, plan_survey_reminder
from domain.requests import UNDECIDED
from domain.surveys import SurveyEvent, SurveyState
from handlers.cards.request_cards import request_changed
from handlers.context.callbacks import CardTap, button
from handlers.context.deep_links import FollowedLink, link
from handlers.context.recipients import to_person
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.context.update_context import UpdateContext
from handlers.conversation.kinds.phone import show_phone
from handlers.conversation.screen import Screen
from handlers.sessions import lifecycle
from handlers.surveys import client_survey, unstaffed_visits
from handlers.surveys.survey_form import SlotAnswer, SurveyForm
from handlers.views.survey_wording import survey_time
from storage import people, reminders, requests, surveys
from storage.people import Person
from storage.reminders import Reminder
from storage.surveys import Slot, Survey
from storage.transaction import Changed, Reading, Transaction


def card_key(survey: Survey) -> str:
    return f"surveyor:{survey.id}"


async def offer(ctx: UpdateContext, followed: FollowedLink) -> None:
    """Ask the coordinator for three slots and a surveyor."""
    request = await requests.get(ctx.tx, followed.id)
    if request.state in UNDECIDED:
        await lifecycle.start_once(ctx, "surveying", about={"request": request.id})
    else:
        state = ctx.say(f"request-state-{request.state}")
        await ctx.show(Screen(ctx.say("decided", number=request.number, state=state)))


async def offered(ctx: UpdateContext, answers: SurveyForm, about: Mapping[str, Any]) -> None:
    """Offer the slots to the client; an earlier booking is cancelled."""
    request = await requests.get(ctx.tx, int(about["request"]))
    before = await surveys.find(ctx.tx, request.id)
    slots = {
        slot.starts_at: slot
        for slot in (_slot(ctx.tx, slot_answer) for slot_answer in answers.slots)
    }
    offer = [slots[start] for start in sorted(slots)]
    survey = await surveys.propose(
        ctx.tx, request.id, offer, int(answers.surveyor), actor_id=ctx.person.id
    )
    await write_survey_reminder(ctx.tx, survey)
    if before is not None and before.state is SurveyState.BOOKED:
        await tell_surveyor(ctx.tx, ctx.services, survey, person_id=before.surveyor_id)
    await client_survey.tell(ctx.tx, ctx.services, survey, fresh=True)
    await ctx.show(Screen(ctx.say("survey-offered", number=request.number)))
    await request_changed(ctx, request.id)


def _slot(tx: Reading, told: SlotAnswer) -> Slot:
    end = told.hour.end
    return Slot(
        to_utc(told.day, told.hour.start, tx.zone),
        None if end is None else to_utc(told.day, end, tx.zone),
    )


async def cancel_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Cancel a survey and inform everybody concerned."""
    survey = await surveys.get(ctx.tx, tap.id)
    if survey.version != tap.version or survey.state is not SurveyState.BOOKED:
        ctx.tell(ctx.say.plain("changed-meanwhile"))
        return
    try:
        now = await surveys.move(
            ctx.tx,
            survey,
            SurveyEvent.CANCEL,
            actor_id=ctx.person.id,
            starts_at=survey.starts_at,
        )
    except Changed:
        ctx.tell(ctx.say.plain("changed-meanwhile"))
        return
    await write_survey_reminder(ctx.tx, now)
    await client_survey.tell(ctx.tx, ctx.services, now, fresh=True)
    await tell_surveyor(ctx.tx, ctx.services, now)
    await request_changed(ctx, now.request_id)


async def choice_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Update surveyor, reminder and card after the client's choice."""
    survey = await client_survey.choose(ctx, tap)
    if survey is None:
        return
    await write_survey_reminder(ctx.tx, survey)
    await tell_surveyor(ctx.tx, ctx.services, survey)
    await request_changed(ctx, survey.request_id, fresh=survey.state is not SurveyState.BOOKED)


async def tell_surveyor(
    tx: Transaction,
    services: Services,
    survey: Survey,
    *,
    person_id: int | None = None,
    key: str | None = None,
) -> None:
    """Show the surveyor the site, time and contact; a cancelled survey has no time.

    One who no longer coordinates is shown nothing: the coordinators are told.
    """
    person = await people.get(tx, person_id or survey.surveyor_id)
    ctx = SystemContext(tx, services)
    stands = survey.state is SurveyState.BOOKED and person.id == survey.surveyor_id
    if stands and Role.COORDINATOR not in person.roles:
        await unstaffed_visits.alert(ctx, survey, key=key)
        return
    await unstaffed_visits.settle(ctx, survey)
    if Role.COORDINATOR in person.roles:
        await _show_surveyor(ctx, survey, person, stands=stands, key=key)


async def _show_surveyor(
    ctx: SystemContext, survey: Survey, person: Person, *, stands: bool, key: str | None
) -> None:
    tx, services = ctx.tx, ctx.services
    request = await requests.get(tx, survey.request_id)
    client = await people.get(tx, request.person_id)
    company = await people.company(tx, request.company_id)
    recipient = to_person(ctx, person)
    say = recipient.say
    text = say(
        "surveyor-card" if stands else "surveyor-off",
        number=request.number,
        when=survey_time(say, survey),
        company=company.name,
        name=client.display_name,
        phone=show_phone(client.phone) if client.phone else "—",
        address=request.asked.site.address,
        postcode=request.asked.site.postcode,
    )
    text = f"{say(key)}\n\n{text}" if key else text
    rows = (
        (link(services, say.plain("survey-again"), "survey", request.id),),
        (
            button(
                say.plain("survey-cancel"), "unsurvey", survey.id, survey.version, style="danger"
            ),
        ),
    )
    screen = Screen(text, rows if stands else ())
    await recipient.send(screen, card=card_key(survey))


async def surveyor_out(ctx: UpdateContext, person: Person) -> list[str]:
    """Take the visits of somebody who no longer coordinates from them; list what needs another."""
    numbers, recipient = [], to_person(ctx, person)
    for survey in await surveys.booked_with(ctx.tx, person.id):
        words = recipient.say("survey-not-yours")
        await recipient.send(words, card=card_key(survey), withdraw=True)
        await unstaffed_visits.alert(ctx, survey)
        numbers.append((await requests.get(ctx.tx, survey.request_id)).number)
    return numbers


async def surveyor_back(ctx: UpdateContext, person: Person) -> None:
    """Show somebody who coordinates again the visits that are still theirs."""
    for survey in await surveys.booked_with(ctx.tx, person.id):
        await tell_surveyor(ctx.tx, ctx.services, survey)


async def write_survey_reminder(tx: Transaction, survey: Survey) -> None:
    """Replace the reminder of the evening before; only a booked survey has one."""
    booked_at = survey.starts_at if survey.state is SurveyState.BOOKED else None
    planned = plan_survey_reminder(survey.id, booked_at, tx.now, tx.zone) if booked_at else ()
    await reminders.rewrite(tx, Subject.SURVEY, survey.id, planned)


async def remind(ctx: SystemContext, reminder: Reminder) -> None:
    """Remind surveyor and client the evening before, if the survey is still booked."""
    survey = await surveys.get(ctx.tx, reminder.subject_id)
    if survey.state is SurveyState.BOOKED:
        await tell_surveyor(ctx.tx, ctx.services, survey, key="survey-tomorrow")
        await client_survey.tell(ctx.tx, ctx.services, survey, fresh=True, key="survey-tomorrow")
