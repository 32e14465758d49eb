"""Sent quotes without a sign of life from the client for days."""

from domain.followups import cold_since, rules_on
from handlers.context.callbacks import CardTap, button
from handlers.context.update_context import UpdateContext
from handlers.conversation.kinds import show_phone
from handlers.conversation.screen import Screen
from storage import quote_activity
from storage.quote_activity import Cold

CARD_KEY = "cold"
MOST = 10


async def show(ctx: UpdateContext) -> None:
    """List inactive quotes, the longest inactive first, with contact and a button each."""
    now = ctx.tx.now
    before = cold_since(now, rules_on(ctx.tx.today))
    found = await quote_activity.cold(ctx.tx, before, MOST)
    if not found:
        await ctx.show(Screen(ctx.say("cold-none")), card=CARD_KEY)
        return
    parts = [ctx.say("cold-head"), *(_line(ctx, quote) for quote in found)]
    rows = tuple(
        (button(f"👁 {quote.revision.label}", "look", quote.request_id),) for quote in found
    )
    await ctx.show(Screen("\n\n".join(parts), rows), card=CARD_KEY)


def _line(ctx: UpdateContext, quote: Cold) -> str:
    say, revision = ctx.say, quote.revision
    return say(
        "cold-line",
        number=revision.label,
        company=quote.company,
        amount=say.money(revision.estimate.total_excl_vat_cents),
        person=quote.person,
        phone=show_phone(quote.phone) if quote.phone else "—",
        days=(ctx.tx.now - quote.since).days,
        told=quote.told,
        until=say.day(revision.valid_until),
    )


async def tapped(ctx: UpdateContext, _tap: CardTap) -> None:
    await show(ctx)
