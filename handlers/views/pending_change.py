"""What a client wishes about a quote, on the coordinators' card, and what answers it."""

from dataclasses import replace

from domain.pricing import Estimate
from domain.quotes import AGREED_CHANGE
from domain.requests import QUOTABLE, RequestState
from handlers.context.callbacks import button
from handlers.context.context_protocols import ViewContext
from handlers.context.deep_links import link
from handlers.conversation.screen import Button
from handlers.views.costing_source import less_excluded
from handlers.views.estimates import estimate
from handlers.words.catalogue import Say
from storage.quotes import Revision
from storage.requests import Request


def as_of_today(ctx: ViewContext, request: Request) -> Request:
    """The same request, had it come today: with the books and the notice of the day."""
    return replace(request, books=ctx.services.reference_files.books, created_at=ctx.tx.now)


async def price_today(ctx: ViewContext, request: Request, expired: Revision) -> Estimate:
    """Price what the quote was priced from, as of today, under the VAT case it had."""
    costing = await less_excluded(ctx.tx, ctx.services, expired, request)
    today = as_of_today(ctx, request)
    return estimate(ctx.services, today, costing, vat=expired.estimate.vat)


async def wished(
    say: Say, ctx: ViewContext, request: Request, revision: Revision
) -> tuple[str, ...]:
    """Say the client's purchase order and wish; a renewal with the old price and the new."""
    found = []
    if revision.order_ref or revision.order_media_id:
        found.append(say("quote-order-kept", reference=revision.order_ref or "📎"))
    if revision.wish == "change":
        found.append(say("request-card-wish-change"))
    elif revision.wish == AGREED_CHANGE:
        found.append(say("request-card-wish-agreed"))
    elif revision.wish == "renew":
        before = revision.estimate.total_excl_vat_cents
        today = (await price_today(ctx, request, revision)).total_excl_vat_cents
        found.append(
            say("request-card-wish-renew", before=say.money(before), today=say.money(today))
        )
    return tuple(found)


def answering(
    say: Say, ctx: ViewContext, request: Request, revision: Revision | None
) -> tuple[tuple[Button, ...], ...]:
    """Offer to write to a client who has a quote, and to send the one they want renewed.

    Where a hazard came up since, it is decided first.
    """
    if revision is None or request.state not in QUOTABLE:
        return ()
    ruling: tuple[tuple[Button, ...], ...] = ()
    if request.held:
        decide = link(ctx.services, say.plain("request-card-decide"), "decide", request.id)
        ruling = ((replace(decide, style="primary"),),)
    if request.state is not RequestState.QUOTED:
        return ruling
    key = "request-card-answer" if revision.wish == "change" else "request-card-ask"
    write = (link(ctx.services, say.plain(key), "ask", request.id),)
    if request.held or revision.wish != "renew":
        return (*ruling, write)
    words = say.plain("request-card-send-renewed")
    send = button(words, "renewed", revision.id, revision.version, style="success")
    return ((send,), write)
