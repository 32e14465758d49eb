"""The client's home card: its pages, and what each of its buttons opens."""

from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from handlers.quotes import follow_ups
from handlers.views import client_history, client_home, client_request_card
from storage import jobs, outbox, requests
from storage.outbox import Post


async def page_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Turn to another page, in place."""
    page = int(tap.more) if tap.more.isdecimal() and len(tap.more) < client_home.PAGE else 0
    if ctx.input.message_id is not None:
        await outbox.adopt_all(ctx.tx, client_home.HOME, {ctx.chat_id: ctx.input.message_id})
    await ctx.show(await client_home.draw(ctx, page), card=client_home.HOME, fresh=False)


async def history(ctx: UpdateContext) -> None:
    """Show what the person's company had with us."""
    await ctx.show(await client_history.draw(ctx), card=client_history.CARD_KEY)


async def history_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Turn to another page of the history, in place."""
    page = int(tap.more) if tap.more.isdecimal() and len(tap.more) < client_home.PAGE else 0
    screen = await client_history.draw(ctx, page)
    await ctx.show(screen, card=client_history.CARD_KEY, fresh=False)


async def open_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show the card of a request, with all that came of it."""
    request = await requests.get(ctx.tx, tap.id)
    await follow_ups.stop_follow_ups(ctx.tx, request.id)
    screen = await client_request_card.draw(ctx.tx, ctx.say, request)
    await ctx.show(screen, card=client_request_card.card_key(request.id))


async def report_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Send the completion report again."""
    job = await jobs.get(ctx.tx, tap.id)
    if job.report_media_id is None:
        ctx.tell(ctx.say.plain("stale"))
    else:
        words = ctx.say("client-report", number=job.number)
        await ctx.post(Post(ctx.chat_id, words, document=job.report_media_id))
