"""A client's request: begun, sent, and what is said about it afterwards."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain import communes
from domain.communes import Commune, Pin
from domain.inventory import Access, Lift
from domain.papers import ASBESTOS, CUT_OFF
from handlers import findings, receiving, talks
from handlers.conversation.kinds import Line, Place
from handlers.conversation.screen import Screen
from handlers.coordinators import addresses, desk
from handlers.estimating import book_of, estimate
from handlers.flows.request import Request as RequestForm
from handlers.flows.request import access_of, inventory_of, range_words
from handlers.home import show as show_home
from handlers.visit import Visit
from handlers.words.catalogue import Say
from storage import events, requests, sites
from storage.requests import Asked, Request, Site

FORM = "request"
SITE, VOICE = findings.SITE, receiving.VOICE_NOTE


async def begin_new(visit: Visit) -> None:
    """Begin a request with nothing filled in."""
    await talks.start_once(visit, FORM)


def answers_of(site: Site) -> dict[str, Any]:
    """Write a site as the answers of the request's form."""
    access = site.access
    answers: dict[str, Any] = {
        "address": site.address,
        "postcode": site.postcode,
        "commune": site.commune.insee,
        "floor": access.floor,
        "lift": access.lift.value,
        "carry": int(access.carry_m),
        "parking": site.parking.value,
        "occupied": access.occupied,
    }
    if access.floor == 0 and access.lift is Lift.NONE:
        del answers["lift"]
    if site.pin is not None:
        answers |= {"address": [site.pin.latitude, site.pin.longitude], "landmark": site.address}
    return answers


async def finish(visit: Visit, answers: RequestForm, _about: Mapping[str, Any]) -> None:
    """Write the request down under its number, tell the client and the coordinators."""
    if visit.person.company_id is None:
        raise LookupError("a request needs a company")
    request = await requests.open_(
        visit.work,
        asked(answers, visit.say),
        company_id=visit.person.company_id,
        person_id=visit.person.id,
        books=visit.shop.shelf.books,
    )
    await _keep_files(visit, request, answers)
    await _attach_line_photos(visit, request.id, answers.lines.lines)
    await _remember(visit, request)
    await events.record(visit.work, "submitted", "request", request.id, actor_id=visit.person.id)
    await addresses.look_up(visit, request)
    found = await findings.gather(visit.work, visit.shop, request)
    await desk.arrived(visit, request)
    if words := findings.told(visit.say, found.hazards):
        await visit.show(Screen(words))
    note = visit.say("request-sent", number=request.number)
    if found.survey:
        why = findings.reasons(visit.say, found.survey)
        note += "\n" + visit.say("survey-will-come", reasons=why)
    shop = visit.shop
    note += "\n" + range_words(visit.say, estimate(shop, request), book_of(shop, request))
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


async def _remember(visit: Visit, request: Request) -> None:
    """Keep the place, so that the company need not describe it again."""
    site = request.asked.site
    await sites.remember(
        visit.work,
        company_id=request.company_id,
        person_id=visit.person.id,
        address=site.address,
        postcode=site.postcode,
        answers=answers_of(site),
    )


def site(answers: RequestForm, access: Access) -> Site:
    """A pin without words is written as its degrees."""
    place = answers.address
    pin = Pin(place.latitude, place.longitude) if isinstance(place, Place) else None
    address = (answers.landmark or f"GPS {pin}") if pin else str(place)
    return Site(address, answers.postcode, commune(answers), access, answers.parking, pin)


def commune(answers: RequestForm) -> Commune:
    """Give the commune that was chosen, or the only one that the postcode serves."""
    chosen = communes.find(answers.commune) if answers.commune else None
    return chosen or communes.of_postcode(answers.postcode)[0]


def asked(answers: RequestForm, say: Say) -> Asked:
    """Turn the finished form into what the trade takes."""
    return Asked(
        activity=answers.activity,
        site=site(answers, access_of(answers)),
        lines=inventory_of(answers),
        earliest_on=answers.earliest,
        deadline_on=answers.deadline,
        note=_note(answers, say),
        asbestos=answers.asbestos,
        cut_off=answers.cut_off,
    )


def _note(answers: RequestForm, say: Say) -> str | None:
    """Add to the client's note what was listed and nobody could make sense of."""
    unread = [say.plain("goods-unread", words=one) for one in answers.lines.unread]
    told = answers.note.text if answers.note else ""
    return "\n".join([*([told] if told else []), *unread]) or None


async def _attach_line_photos(visit: Visit, request_id: int, lines: Sequence[Line]) -> None:
    """Tie the photos of a line to the request, by the line's place."""
    for place, line in enumerate(lines):
        purpose = f"line-{place}"
        await receiving.keep(visit.work, request_id, visit.person.id, purpose, line.photos)
