"""Coordinators find a request by any word, and see its card in their own chat."""

from handlers.context.callbacks import CardTap, button
from handlers.context.posts import short
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.views import request_card
from storage import request_search, requests
from storage.request_search import SearchHit

CARD_KEY = "found"
MOST = 8
LONGEST_BUTTON = 60


async def command(ctx: UpdateContext) -> None:
    """Look for what stands behind /find; say how it is used where nothing does."""
    if not ctx.input.argument:
        await ctx.show(Screen(ctx.say("find-how")))
    elif not await found(ctx, ctx.input.argument):
        await ctx.show(Screen(ctx.say("find-nothing", text=ctx.input.argument)))


async def found(ctx: UpdateContext, text: str) -> bool:
    """Show the requests that hold these words; False where there are none."""
    hits = await request_search.find(ctx.tx, text, MOST + 1)
    if not hits:
        return False
    say = ctx.say
    head = "find-more" if len(hits) > MOST else "find-some"
    rows = tuple((button(_label(hit), "look", hit.request_id),) for hit in hits[:MOST])
    await ctx.show(Screen(say(head, count=min(len(hits), MOST), text=text), rows), card=CARD_KEY)
    return True


def _label(hit: SearchHit) -> str:
    return short(f"{hit.number} · {hit.company} · {hit.address}", LONGEST_BUTTON)


async def look_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show the coordinators' card of a request in this chat."""
    request = await requests.get(ctx.tx, tap.id)
    await ctx.show(await request_card.draw(ctx, request))
