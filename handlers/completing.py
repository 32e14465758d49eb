"""A request that was sent in brief: the rest is asked with one tap, and told by who knows it.

The client is asked for it; a coordinator who has seen the site or the photos may tell it too.
"""

from collections.abc import Mapping
from typing import Any

from domain.people import Role
from domain.requests import RequestState
from handlers import rights, talks
from handlers.actions import Tap, button, read_id
from handlers.clients import requests as asking
from handlers.conversation.screen import Screen
from handlers.coordinators import addresses, desk
from handlers.coordinators.checks import REST_ASKED
from handlers.flows.request import Request as RequestForm
from handlers.home import show as show_home
from handlers.posts import post_of
from handlers.retelling import brief_of, place_of
from handlers.visit import Visit
from storage import events, media, outbox, people, requests, sites
from storage.outbox import Post
from storage.requests import Changed, Request


def card(request_id: int) -> str:
    return f"rest:{request_id}"


async def ask_tapped(visit: Visit, tap: Tap) -> None:
    """Ask the client for all that is missing, with one tap of a coordinator."""
    request = await requests.get(visit.work, tap.id)
    if request.state != RequestState.BRIEF:
        visit.tell(visit.say.plain("changed-meanwhile"))
    else:
        client = await people.get(visit.work, request.person_id)
        say = visit.shop.words.say(client.language)
        go = button(say.plain("rest-tell"), "rest", request.id, style="primary")
        text = say("rest-asked", number=request.number, address=request.asked.site.address)
        post = post_of(Screen(text, ((go,),)), client.id, card=card(request.id))
        await outbox.put(visit.work, post)
        await events.record(visit.work, REST_ASKED, "request", request.id, actor_id=visit.person.id)
        visit.tell(visit.say.plain("rest-asked-toast"))
    await desk.refresh(visit, tap.id)


async def begin_tapped(visit: Visit, tap: Tap) -> None:
    """A client of the company begins to tell the rest."""
    await _begin(visit, tap.action, await requests.get(visit.work, tap.id))


async def begin_link(visit: Visit, thing: str) -> None:
    """A coordinator tells the rest."""
    number = read_id(thing)
    if number is None:
        await rights.refuse(visit, "tell", thing)
    else:
        await _begin(visit, "tell", await requests.get(visit.work, number))


async def _begin(visit: Visit, action: str, request: Request) -> None:
    if not _may(visit, request):
        await rights.refuse(visit, action, request.id)
        return
    if request.state != RequestState.BRIEF:
        await _tell_where_it_stands(visit, request)
        return
    answers = await _known(visit, request)
    await talks.start_once(visit, asking.FORM, about={"request": request.id}, answers=answers)


async def _known(visit: Visit, request: Request) -> dict[str, Any]:
    """Say what was told in brief, and what the company told of the same place another time."""
    site = request.asked.site
    same = await sites.at(visit.work, request.company_id, site.address, site.postcode)
    return {**(same.answers if same else {}), **brief_of(request.asked)}


def _may(visit: Visit, request: Request) -> bool:
    """Tell whether the person is of the company that asks, or a coordinator."""
    return visit.person.company_id == request.company_id or visit.has(Role.COORDINATOR)


async def _tell_where_it_stands(visit: Visit, request: Request) -> None:
    state = visit.say(f"request-state-{request.state}")
    await visit.show(Screen(visit.say("decided", number=request.number, state=state)))


async def finish(visit: Visit, answers: RequestForm, about: Mapping[str, Any]) -> None:
    """Write down a request, or the rest of one: whoever comes second is told so."""
    if "request" not in about:
        await asking.finish(visit, answers)
        return
    before = await requests.get(visit.work, int(about["request"]))
    if not _may(visit, before):
        await rights.refuse(visit, "rest", before.id)
        return
    if before.state != RequestState.BRIEF:
        await _tell_where_it_stands(visit, before)
        return
    await _complete(visit, before, answers)


async def _complete(visit: Visit, before: Request, answers: RequestForm) -> None:
    shown = {one.id for _, one, _ in await media.attached(visit.work, "request", before.id)}
    try:
        request = await requests.complete(visit.work, before, asking.asked(answers, visit.say))
    except Changed:
        await _tell_where_it_stands(visit, await requests.get(visit.work, before.id))
        return
    work, person = visit.work, visit.person
    await events.record(work, "completed", "request", request.id, actor_id=person.id)
    if place_of(request.asked.site) != place_of(before.asked.site):
        await addresses.look_up(visit, request)
    found = await asking.taken_down(visit, request, answers, shown)
    if person.company_id == request.company_id:
        await outbox.put(work, Post(request.person_id, card=card(request.id), fresh=False))
        await show_home(visit, note=asking.told(visit.say, visit.shop, request, found))
        return
    await visit.show(Screen(visit.say("rest-told", number=request.number)))
    client = await people.get(work, request.person_id)
    say = visit.shop.words.say(client.language)
    words = say("rest-told-by-us", number=request.number)
    screen = Screen(f"{words}\n\n{asking.told(say, visit.shop, request, found)}")
    await outbox.put(work, post_of(screen, client.id, card=card(request.id)))
