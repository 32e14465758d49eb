"""A client's request: begun, sent, and what is said about it afterwards."""

from collections.abc import Mapping
from typing import Any

from handlers import talks
from handlers.conversation.kinds import SentFile
from handlers.coordinators import desk
from handlers.estimating import book_of, estimate
from handlers.flows.request import Request as RequestForm
from handlers.flows.request import access_of, inventory_of, range_words
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
    await desk.arrived(visit, request)
    shop = visit.shop
    note = visit.say("request-sent", number=request.number)
    words = range_words(visit.say, estimate(shop, request), book_of(shop, request))
    await show_home(visit, note=f"{note}\n{words}")


def arrived(sent: SentFile) -> Arrived:
    """Keep an original (a picture sent as a file) apart from what Telegram made smaller."""
    kind = "document" if sent.name else "photo"
    return Arrived(sent.unique_id, sent.file_id, kind, sent.name or None, sent.mime, sent.size)


def asked(answers: RequestForm) -> Asked:
    """Turn the finished form into what the trade takes."""
    return Asked(
        activity=answers.activity,
        site=Site(answers.address, answers.postcode, access_of(answers), answers.parking),
        lines=inventory_of(answers),
        earliest_on=answers.earliest,
        deadline_on=answers.deadline,
        note=answers.note,
    )
