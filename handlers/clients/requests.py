"""A client's request: begun, sent, and what is said about it afterwards."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain import communes
from domain.communes import Commune, Pin
from domain.inventory import Access, Lift
from handlers import talks
from handlers.conversation.kinds import Line, Place, SentFile
from handlers.coordinators import addresses, desk
from handlers.estimating import book_of, estimate
from handlers.flows.request import Request as RequestForm
from handlers.flows.request import access_of, inventory_of, range_words
from handlers.home import show as show_home
from handlers.visit import Visit
from handlers.words.catalogue import Say
from storage import events, media, requests, sites
from storage.media import Arrived
from storage.requests import Asked, Request, Site

FORM = "request"


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
    photos = await media.receive(visit.work, [arrived(one) for one in answers.photos or ()])
    await media.attach(visit.work, "request", request.id, "site", photos, visit.person.id)
    await _remember(visit, request)
    await _attach_line_photos(visit, request.id, answers.lines.lines)
    await events.record(visit.work, "submitted", "request", request.id, actor_id=visit.person.id)
    await addresses.look_up(visit, request)
    await desk.arrived(visit, request)
    shop = visit.shop
    note = visit.say("request-sent", number=request.number)
    words = range_words(visit.say, estimate(shop, request), book_of(shop, request))
    await show_home(visit, note=f"{note}\n{words}")


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


def arrived(sent: SentFile) -> Arrived:
    """Keep an original (a picture sent as a file) apart from what Telegram made smaller."""
    kind = "document" if sent.name else "photo"
    return Arrived(sent.unique_id, sent.file_id, kind, sent.name or None, sent.mime, sent.size)


def asked(answers: RequestForm, say: Say) -> Asked:
    """Turn the finished form into what the trade takes."""
    return Asked(
        activity=answers.activity,
        site=site(answers, access_of(answers)),
        lines=inventory_of(answers),
        earliest_on=answers.earliest,
        deadline_on=answers.deadline,
        note=_note(answers, say),
    )


def _note(answers: RequestForm, say: Say) -> str | None:
    """Add to the client's note what was listed and nobody could make sense of."""
    unread = [say.plain("goods-unread", words=one) for one in answers.lines.unread]
    return "\n".join([*([answers.note] if answers.note else []), *unread]) or None


async def _attach_line_photos(visit: Visit, request_id: int, lines: Sequence[Line]) -> None:
    """Tie the photos of a line to the request, by the line's place."""
    for place, line in enumerate(lines):
        photos = await media.receive(visit.work, [arrived(one) for one in line.photos])
        await media.attach(
            visit.work, "request", request_id, f"line-{place}", photos, visit.person.id
        )
