"""Places a company comes back to: chosen with a tap, or by the link and QR picture of a poster."""

from collections.abc import Mapping
from typing import Any

from handlers import aside, rights, talks
from handlers.actions import Tap, button
from handlers.clients import requests
from handlers.conversation.engine import Session, begin, load_session
from handlers.conversation.screen import Screen
from handlers.flows import REGISTRY
from handlers.flows.contacts import known
from handlers.flows.places import commune_of, postcode_of, street_of
from handlers.posts import short
from handlers.retelling import all_of
from handlers.visit import Visit
from storage import errands, sites
from storage import requests as asked
from storage import sessions as open_sessions
from storage.sites import KnownSite

CARD = "sites"
POSTER = "poster"
MOST = 6
FEW = 3  # contacts
LONGEST_BUTTON = 50


async def begin_request(visit: Visit, site_id: int | None = None) -> None:
    """Begin a request: at the place given, or with the company's own places a tap away."""
    if site_id is not None:
        await start_at(visit, await sites.get(visit.work, site_id))
        return
    if await _begun(visit) is None:
        await _offer(visit)
    await talks.start_once(visit, requests.FORM, answers=await _contacts(visit))


async def _contacts(visit: Visit) -> dict[str, Any]:
    """Put who opened on site before a tap away."""
    company_id = visit.person.company_id
    named = await asked.contacts_of(visit.work, company_id, FEW) if company_id else []
    return {"contact": known(named)} if named else {}


async def _offer(visit: Visit) -> None:
    """Show the places that the company knows, above the first question."""
    company_id = visit.person.company_id
    places = await sites.of_company(visit.work, company_id, MOST) if company_id else ()
    if places:
        again = (button(visit.say.plain("again-last"), "again", 0),)
        rows = [again, *((button(f"📍 {_label(one)}", "site", one.id),) for one in places)]
        posters = (button(visit.say.plain("site-posters"), "posters", 0),)
        screen = Screen(visit.say("site-which"), (*rows, posters))
        await visit.show(screen, card=CARD, silent=True)


def _label(one: KnownSite) -> str:
    return short(f"{one.address}, {one.postcode}", LONGEST_BUTTON)


async def chosen(visit: Visit, tap: Tap) -> None:
    """Fill in a place of the person's own company."""
    site = await sites.get(visit.work, tap.id)
    if site.company_id is None or site.company_id != visit.person.company_id:
        await rights.refuse(visit, tap.action, tap.id)
    else:
        await start_at(visit, site)


async def start_at(visit: Visit, site: KnownSite) -> None:
    """Go on with the request that is open, or a new one, with the place filled in."""
    note = visit.say("site-filled", address=site.address, postcode=site.postcode)
    await visit.show(Screen(note), card=CARD, fresh=visit.input.tapped is None, silent=True)
    await _go_on(visit, site.answers)


async def _begun(visit: Visit) -> Session | None:
    """Load the new request that is open; what completes a brief one is none."""
    place = await open_sessions.find(visit.work, visit.person.id)
    if place is None or place.form != requests.FORM or aside.thing_of(place) is not None:
        return None
    return load_session(REGISTRY, place.state)


async def _go_on(visit: Visit, known: Mapping[str, Any]) -> None:
    """Fill in what is known beside what was answered so far, and ask what is missing."""
    begun = await _begun(visit)
    so_far = begun.answers if begun is not None else await _contacts(visit)
    listed = {"lines": so_far["lines"]} if "lines" in so_far else {}  # typed, and nowhere else
    session = begin(REGISTRY[requests.FORM], {**so_far, **known, **listed})
    await talks.start(visit, requests.FORM, session=session)


async def again_tapped(visit: Visit, _tap: Tap) -> None:
    """Fill in everything but photos, days and words as the company asked last."""
    company_id = visit.person.company_id
    last = await asked.last_of(visit.work, company_id) if company_id else None
    if last is None:
        visit.tell(visit.say.plain("again-none"))
        return
    note = visit.say("again-filled", number=last.number, address=last.asked.site.address)
    await visit.show(Screen(note), card=CARD, fresh=False, silent=True)
    await _go_on(visit, all_of(last.asked))


async def posters_tapped(visit: Visit, _tap: Tap) -> None:
    await offer_posters(visit, fresh=False)


async def offer_posters(visit: Visit, *, fresh: bool = True) -> None:
    """Offer a poster for each place of the company."""
    company_id = visit.person.company_id
    known = await sites.of_company(visit.work, company_id, MOST) if company_id else ()
    rows = tuple((button(f"🔗 {_label(one)}", "poster", one.id),) for one in known)
    words = visit.say("site-poster-which" if known else "site-none")
    await visit.show(Screen(words, rows), card=CARD, fresh=fresh)


async def poster_tapped(visit: Visit, tap: Tap) -> None:
    """Have the link and its picture made for a place of the person's own company."""
    site = await sites.get(visit.work, tap.id)
    if site.company_id is None or site.company_id != visit.person.company_id:
        await rights.refuse(visit, tap.action, tap.id)
    else:
        await _draw(visit, site)


async def hung(visit: Visit, answers: Any, _about: Mapping[str, Any]) -> None:
    """Make a poster of our own, for whoever stands before it."""
    place = {"address": street_of(answers), "postcode": postcode_of(answers)}
    site = await sites.remember(
        visit.work,
        company_id=None,
        person_id=visit.person.id,
        answers={**place, "commune": commune_of(answers).insee},
        **place,
    )
    await _draw(visit, site)


async def _draw(visit: Visit, site: KnownSite) -> None:
    details = {"site": site.id, "person": visit.person.id}
    await errands.put(visit.work, POSTER, f"{POSTER}:{visit.input.update_id}", details)
