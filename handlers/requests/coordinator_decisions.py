"""Coordinators decide on a request: quote it, ask the client, refuse it."""

from dataclasses import replace

from domain.requests import REFUSABLE, RequestState
from domain.vat import VatCase, shipped_vat_table
from handlers.cards.request_cards import request_changed
from handlers.context.callbacks import CardTap
from handlers.context.deep_links import FollowedLink
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.quotes import issue
from handlers.requests import change_replies
from handlers.sessions import lifecycle
from handlers.views.costing_codes import read_vat
from handlers.views.estimates import as_asked, vat_of
from storage import costings, quotes, requests


async def quote_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Send the quote once; if the VAT is unclear, ask the next VAT question."""
    request = await requests.get(ctx.tx, tap.id)
    told = read_vat(tap.more, shipped_vat_table())
    drafted = await costings.find_open(ctx.tx, request.id)
    asked_now = request.version == tap.version and request.state is RequestState.SUBMITTED
    if not asked_now or drafted or told is None:
        ctx.tell(ctx.say.plain("changed-meanwhile"))
        told = {}
    else:
        costing = replace(as_asked(request), vat=told)
        vat = vat_of(ctx.services, request, costing)
        if isinstance(vat, VatCase):
            await issue.send(ctx, request, costing, vat)
    await request_changed(ctx, tap.id, told=told)


async def ask_client(ctx: UpdateContext, link: FollowedLink) -> None:
    """Write to the client: answer the change they asked for, or ask a question."""
    request = await requests.get(ctx.tx, link.id)
    asked = change_replies.is_asked(await quotes.newest(ctx.tx, request.id))
    form = "change_reply" if asked else "question"
    await lifecycle.start_once(ctx, form, about={"request": request.id})


async def refuse(ctx: UpdateContext, link: FollowedLink) -> None:
    request = await requests.get(ctx.tx, link.id)
    if request.state in REFUSABLE:
        await lifecycle.start_once(ctx, "refusal", about={"request": request.id})
    else:
        state = ctx.say(f"request-state-{request.state}")
        await ctx.show(Screen(ctx.say("decided", number=request.number, state=state)))
