"""The client's visit: three slots to choose from, or none of them; called off when it must be."""

from handlers import findings, rights
from handlers.actions import Tap, button
from handlers.clients import following
from handlers.conversation.screen import Button, Screen
from handlers.posts import post_of
from handlers.shop import Shop
from handlers.visit import Visit
from handlers.words.catalogue import Say
from storage import events, outbox, people, requests, surveys
from storage.requests import Changed, Request
from storage.surveys import Slot, Survey, SurveyState
from storage.work import Work

NONE = "none"


def card(survey: Survey) -> str:
    return f"survey:{survey.id}"


async def tell(
    work: Work, shop: Shop, survey: Survey, *, fresh: bool = False, key: str | None = None
) -> None:
    """Show the client their visit as it stands; `key` says first why now."""
    request = await requests.get(work, survey.request_id)
    client = await people.get(work, request.person_id)
    say = shop.words.say(client.language)
    surveyor = await people.get(work, survey.surveyor_id)
    why = findings.reasons(say, (await findings.gather(work, shop, request)).survey)
    text = say(
        f"client-survey-{survey.state}",
        number=request.number,
        when=when(say, survey),
        name=surveyor.full_name or surveyor.first_name,
        reasons=why or say.plain("survey-reason-seen"),
    )
    text = f"{say(key)}\n\n{text}" if key else text
    screen = Screen(text, _rows(say, survey))
    await outbox.put(work, post_of(screen, client.id, card=card(survey), fresh=fresh))


def when(say: Say, survey: Survey) -> str:
    """Say when the visit is, with the end where it has one; a dash while nothing is chosen."""
    return _slot(say, survey.booked) if survey.booked else "—"


def _slot(say: Say, slot: Slot) -> str:
    """« mar. 1 déc. 2026, 08:00–12:00 »."""
    end = f"–{say.time(slot.ends_at)}" if slot.ends_at else ""
    return say.instant(slot.starts_at) + end


def _rows(say: Say, survey: Survey) -> tuple[tuple[Button, ...], ...]:
    none = button(say.plain("survey-none"), "visit", survey.id, survey.version, NONE)
    if survey.state is SurveyState.BOOKED:
        off = say.plain("survey-off")
        return ((button(off, "visit", survey.id, survey.version, NONE),),)
    if survey.state is not SurveyState.PROPOSED:
        return ()
    slots = (
        button(_slot(say, slot), "visit", survey.id, survey.version, str(n), style="success")
        for n, slot in enumerate(survey.slots)
    )
    return (*((one,) for one in slots), (none,))


async def visit_tapped(visit: Visit, tap: Tap) -> Survey | None:
    """Take the slot, once; return the visit where it changed."""
    survey = await surveys.get(visit.work, tap.id)
    request = await requests.get(visit.work, survey.request_id)
    if request.company_id != visit.person.company_id:
        await rights.refuse(visit, tap.action, tap.id)
        return None
    await following.alive(visit.work, request.id)
    if survey.version != tap.version or survey.state not in {
        SurveyState.PROPOSED,
        SurveyState.BOOKED,
    }:
        visit.tell(visit.say.plain("changed-meanwhile"))
        return None
    return await _chosen(visit, request, survey, tap.more)


async def _chosen(visit: Visit, request: Request, survey: Survey, more: str) -> Survey | None:
    values: dict[str, object] = {"state": SurveyState.NONE_FITS, "starts_at": None}
    if more != NONE:
        slot = dict(enumerate(survey.slots)).get(int(more) if more.isdecimal() else -1)
        if slot is None or survey.state is not SurveyState.PROPOSED:
            visit.tell(visit.say.plain("stale"))
            return None
        if slot.starts_at <= visit.work.now:
            visit.tell(visit.say.plain("survey-past"), alert=True)
            return None
        values = {"state": SurveyState.BOOKED, "starts_at": slot.starts_at}
    try:
        now = await surveys.change(visit.work, survey, **values)
    except Changed:
        visit.tell(visit.say.plain("changed-meanwhile"))
        return None
    await events.record(
        visit.work, f"survey_{now.state}", "request", request.id, actor_id=visit.person.id
    )
    await tell(visit.work, visit.shop, now)
    return now
