"""A request that was sent in brief: the rest is asked with one tap, and told by who knows it.

The client is asked for it; a coordinator who has seen the site or the photos may tell it too.
"""

from collections.abc import Mapping
from typing import Any

from domain.requests import RequestState
from handlers.cards.home_card import show_home
from handlers.cards.request_cards import request_changed
from handlers.context.callbacks import CardTap, button
from handlers.context.deep_links import FollowedLink
from handlers.context.recipients import to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.requests import address_lookup, submission
from handlers.requests.prefill import brief_of, place_of
from handlers.requests.request_form import RequestForm
from handlers.sessions import lifecycle
from handlers.views.request_checks import REST_ASKED
from storage import events, media, outbox, people, requests, sites
from storage.outbox import Post
from storage.requests import Request
from storage.transaction import Changed


def card_key(request_id: int) -> str:
    return f"rest:{request_id}"


async def ask_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask the client for all missing answers."""
    request = await requests.get(ctx.tx, tap.id)
    if request.state is not RequestState.BRIEF:
        ctx.tell(ctx.say.plain("changed-meanwhile"))
    else:
        client = to_person(ctx, await people.get(ctx.tx, request.person_id))
        say = client.say
        go = button(say.plain("rest-tell"), "rest", request.id, style="primary")
        text = say("rest-asked", number=request.number, address=request.asked.site.address)
        await client.send(Screen(text, ((go,),)), card=card_key(request.id))
        await events.record(ctx.tx, REST_ASKED, "request", request.id, actor_id=ctx.person.id)
        ctx.tell(ctx.say.plain("rest-asked-toast"))
    await request_changed(ctx, tap.id)


async def begin_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Start the missing questions for a client of the company."""
    await _begin(ctx, await requests.get(ctx.tx, tap.id))


async def begin_link(ctx: UpdateContext, link: FollowedLink) -> None:
    """Start the missing questions for a coordinator."""
    await _begin(ctx, await requests.get(ctx.tx, link.id))


async def _begin(ctx: UpdateContext, request: Request) -> None:
    if request.state is not RequestState.BRIEF:
        await _tell_where_it_stands(ctx, request)
        return
    answers = await _prefilled_answers(ctx, request)
    await lifecycle.start_once(ctx, submission.FORM, about={"request": request.id}, answers=answers)


async def _prefilled_answers(ctx: UpdateContext, request: Request) -> dict[str, Any]:
    """Collect the brief request's answers and the company's known answers for the site."""
    site = request.asked.site
    same = await sites.at(ctx.tx, request.company_id, site.address, site.postcode)
    return {**(same.answers if same else {}), **brief_of(request.asked)}


async def _tell_where_it_stands(ctx: UpdateContext, request: Request) -> None:
    state = ctx.say(f"request-state-{request.state}")
    await ctx.show(Screen(ctx.say("decided", number=request.number, state=state)))


async def finish(ctx: UpdateContext, answers: RequestForm, about: Mapping[str, Any]) -> None:
    """Store a request or its missing answers; a second answerer is told that it is done."""
    if "request" not in about:
        await submission.finish(ctx, answers)
        return
    before = await requests.get(ctx.tx, int(about["request"]))
    if before.state is not RequestState.BRIEF:
        await _tell_where_it_stands(ctx, before)
        return
    await _complete(ctx, before, answers)


async def _complete(ctx: UpdateContext, before: Request, answers: RequestForm) -> None:
    shown = {medium.id for _, medium, _ in await media.attached(ctx.tx, "request", before.id)}
    try:
        request = await requests.complete(
            ctx.tx, before, submission.asked(answers), actor_id=ctx.person.id
        )
    except Changed:
        await _tell_where_it_stands(ctx, await requests.get(ctx.tx, before.id))
        return
    tx, person = ctx.tx, ctx.person
    if place_of(request.asked.site) != place_of(before.asked.site):
        await address_lookup.look_up(ctx, request)
    found = await submission.taken_down(ctx, request, answers, shown)
    if person.company_id == request.company_id:
        await outbox.put(tx, Post(request.person_id, card=card_key(request.id), fresh=False))
        await show_home(ctx, note=submission.receipt_words(ctx.say, ctx.services, request, found))
        return
    await ctx.show(Screen(ctx.say("rest-told", number=request.number)))
    client = to_person(ctx, await people.get(tx, request.person_id))
    words = client.say("rest-told-by-us", number=request.number)
    receipt = submission.receipt_words(client.say, ctx.services, request, found)
    await client.send(f"{words}\n\n{receipt}", card=card_key(request.id))
