"""A client's request: begun, sent, and what is said about it afterwards."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from domain import communes
from domain.communes import Commune, Pin
from domain.inventory import Access, InventoryLine, Lift
from handlers import talks
from handlers.conversation.kinds import Place, SentFile
from handlers.coordinators import addresses, desk
from handlers.flows.request import Request as RequestForm
from handlers.home import show as show_home
from handlers.visit import Visit
from storage import events, media, requests
from storage.media import Arrived
from storage.requests import Asked, Site

FORM = "request"


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
    photos = await media.receive(visit.work, [arrived(one) for one in answers.photos or ()])
    await media.attach(visit.work, "request", request.id, "site", photos, visit.person.id)
    await events.record(visit.work, "submitted", "request", request.id, actor_id=visit.person.id)
    await addresses.look_up(visit, request)
    await desk.arrived(visit, request)
    await show_home(visit, note=visit.say("request-sent", number=request.number))


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
        site=site(answers, access),
        lines=tuple(
            InventoryLine(line.item, line.quantity, line.condition, answers.activity.careful)
            for line in answers.lines
        ),
        earliest_on=answers.earliest,
        deadline_on=answers.deadline,
        note=answers.note,
    )
