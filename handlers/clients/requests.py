"""A client's request: begun, sent, and what is said about it afterwards."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from domain.inventory import Access, InventoryLine, Lift
from domain.papers import ASBESTOS, CUT_OFF
from handlers import findings, receiving, talks
from handlers.conversation.screen import Screen
from handlers.coordinators import desk
from handlers.flows.request import Request as RequestForm
from handlers.home import show as show_home
from handlers.visit import Visit
from storage import events, requests
from storage.requests import Asked, Request, Site

FORM = "request"
SITE, VOICE = findings.SITE, receiving.VOICE_NOTE


async def start(visit: Visit) -> None:
    await talks.start_once(visit, FORM)


async def finish(visit: Visit, answers: RequestForm, _about: Mapping[str, Any]) -> None:
    """Write the request down under its number, tell the client and the coordinators."""
    if visit.person.company_id is None:
        raise LookupError("a request needs a company")
    request = await requests.open_(
        visit.work,
        asked(answers),
        company_id=visit.person.company_id,
        person_id=visit.person.id,
        books=visit.shop.shelf.books,
    )
    await _keep_files(visit, request, answers)
    await events.record(visit.work, "submitted", "request", request.id, actor_id=visit.person.id)
    found = await findings.gather(visit.work, visit.shop, request)
    await desk.arrived(visit, request)
    if words := findings.told(visit.say, found.hazards):
        await visit.show(Screen(words))
    note = visit.say("request-sent", number=request.number)
    if found.survey:
        why = findings.reasons(visit.say, found.survey)
        note += "\n" + visit.say("survey-will-come", reasons=why)
    await show_home(visit, note=note)


async def _keep_files(visit: Visit, request: Request, answers: RequestForm) -> None:
    """Tie each file to the request as what it is: a view of the site, a paper, a voice note."""
    told = answers.note.files if answers.note else ()
    sent = [(one.paper or (VOICE if one.is_voice else SITE), one) for one in answers.photos or ()]
    sent += [(ASBESTOS, one) for one in answers.asbestos_file or ()]
    sent += [(CUT_OFF, one) for one in answers.cut_off_file or ()]
    sent += [(one.paper or (VOICE if one.is_voice else SITE), one) for one in told]
    for purpose in dict.fromkeys(purpose for purpose, _ in sent):
        files = [one for kind, one in sent if kind == purpose]
        await receiving.keep(visit.work, request.id, visit.person.id, purpose, files)


def asked(answers: RequestForm) -> Asked:
    """Turn the finished form into what the trade takes."""
    access = Access(
        floor=answers.floor,
        lift=answers.lift or Lift.NONE,
        carry_m=Decimal(answers.carry),
        occupied=answers.occupied,
    )
    return Asked(
        activity=answers.activity,
        site=Site(answers.address, answers.postcode, access, answers.parking),
        lines=tuple(
            InventoryLine(line.item, line.quantity, line.condition, answers.activity.careful)
            for line in answers.lines
        ),
        earliest_on=answers.earliest,
        deadline_on=answers.deadline,
        note=answers.note.text or None if answers.note else None,
        asbestos=answers.asbestos,
        cut_off=answers.cut_off,
    )
