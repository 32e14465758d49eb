"""The client's survey card: choose one of three slots or none, or cancel."""

from domain.surveys import DECLINABLE, SurveyEvent, SurveyState
from handlers.context.callbacks import CardTap, button
from handlers.context.recipients import to_person
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Button, Screen
from handlers.quotes import follow_ups
from handlers.views import findings
from handlers.views.survey_wording import slot_words, survey_time
from handlers.words.catalogue import Say
from storage import people, requests, surveys
from storage.surveys import Survey
from storage.transaction import Changed, Transaction

NONE = "none"


def card_key(survey: Survey) -> str:
    return f"survey:{survey.id}"


async def tell(
    tx: Transaction,
    services: Services,
    survey: Survey,
    *,
    fresh: bool = False,
    key: str | None = None,
) -> None:
    """Show the client their survey; `key` gives the reason first."""
    request = await requests.get(tx, survey.request_id)
    client = to_person(SystemContext(tx, services), await people.get(tx, request.person_id))
    say = client.say
    surveyor = await people.get(tx, survey.surveyor_id)
    why = findings.reasons(say, (await findings.review(tx, services, request)).survey)
    text = say(
        f"client-survey-{survey.state}",
        number=request.number,
        when=survey_time(say, survey),
        name=surveyor.display_name,
        reasons=why or say.plain("survey-reason-seen"),
    )
    text = f"{say(key)}\n\n{text}" if key else text
    screen = Screen(text, _rows(say, survey))
    await client.send(screen, card=card_key(survey), fresh=fresh)


def _rows(say: Say, survey: Survey) -> tuple[tuple[Button, ...], ...]:
    none = button(say.plain("survey-none"), "visit", survey.id, survey.version, NONE)
    if survey.state is SurveyState.BOOKED:
        off = say.plain("survey-off")
        return ((button(off, "visit", survey.id, survey.version, NONE),),)
    if survey.state is not SurveyState.PROPOSED:
        return ()
    slots = (
        button(slot_words(say, slot), "visit", survey.id, survey.version, str(n), style="success")
        for n, slot in enumerate(survey.slots)
    )
    return (*((slot_button,) for slot_button in slots), (none,))


async def choose(ctx: UpdateContext, tap: CardTap) -> Survey | None:
    """Book the slot once; return the survey if it changed."""
    survey = await surveys.get(ctx.tx, tap.id)
    request = await requests.get(ctx.tx, survey.request_id)
    await follow_ups.stop_follow_ups(ctx.tx, request.id)
    if survey.version != tap.version or survey.state not in DECLINABLE:
        ctx.tell(ctx.say.plain("changed-meanwhile"))
        return None
    return await _chosen(ctx, survey, tap.more)


async def _chosen(ctx: UpdateContext, survey: Survey, more: str) -> Survey | None:
    event, starts_at = SurveyEvent.DECLINE, None
    if more != NONE:
        slot = dict(enumerate(survey.slots)).get(int(more) if more.isdecimal() else -1)
        if slot is None or survey.state is not SurveyState.PROPOSED:
            ctx.tell(ctx.say.plain("stale"))
            return None
        if slot.starts_at <= ctx.tx.now:
            ctx.tell(ctx.say.plain("survey-past"), alert=True)
            return None
        event, starts_at = SurveyEvent.BOOK, slot.starts_at
    try:
        now = await surveys.move(ctx.tx, survey, event, actor_id=ctx.person.id, starts_at=starts_at)
    except Changed:
        ctx.tell(ctx.say.plain("changed-meanwhile"))
        return None
    await tell(ctx.tx, ctx.services, now)
    return now
