"""A quote whose time was over goes out again, at the prices of the day.

A coordinator looks at it first: after a month the site, the dates and our plan have moved.
"""

from domain.quotes import QuoteState
from handlers.cards.request_cards import request_changed
from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from handlers.quotes import issue
from handlers.views.costing_source import less_excluded
from handlers.views.pending_change import as_of_today
from storage import quotes, requests


async def send_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Send the renewed quote once."""
    expired = await quotes.get(ctx.tx, tap.id)
    if expired.state is not QuoteState.EXPIRED or expired.wish != "renew":
        ctx.tell(ctx.say.plain("changed-meanwhile"))
    else:
        request = await requests.get(ctx.tx, expired.request_id)
        costing = await less_excluded(ctx.tx, ctx.services, expired, request)
        vat = expired.estimate.vat
        await issue.send(ctx, as_of_today(ctx, request), costing, vat)
    await request_changed(ctx, expired.request_id)
