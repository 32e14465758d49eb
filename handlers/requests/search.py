"""Coordinators search requests by any word and open the card in their own chat."""

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
    """Search for the argument of /find; without one, explain the command."""
    if not ctx.input.argument:
        await ctx.show(Screen(ctx.say("find-how")))
    elif not await show_matches(ctx, ctx.input.argument):
        await ctx.show(Screen(ctx.say("find-nothing", text=ctx.input.argument)))


async def show_matches(ctx: UpdateContext, text: str) -> bool:
    """Show the requests that contain these words; False if there are none."""
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
