"""The client's home card: its pages, and what each of its buttons opens."""

from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from handlers.quotes import client_answer, follow_ups
from handlers.views import client_home, client_job_card, job_views
from storage import jobs, outbox, quotes, requests


async def page_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Turn to another page, in place."""
    page = int(tap.more) if tap.more.isdecimal() and len(tap.more) < client_home.PAGE else 0
    if ctx.input.message_id is not None:
        await outbox.adopt_all(ctx.tx, client_home.HOME, {ctx.chat_id: ctx.input.message_id})
    await ctx.show(await client_home.draw(ctx, page), card=client_home.HOME, fresh=False)


async def open_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show the furthest thing that came of a request: its job, its quote, or itself."""
    request = await requests.get(ctx.tx, tap.id)
    job = await jobs.of_request(ctx.tx, request.id)
    revision = await quotes.newest(ctx.tx, request.id)
    if job is not None and job.published_at is not None:
        screen = client_job_card.draw(ctx.say, await job_views.of_job(ctx.tx, job))
        await ctx.show(screen, card=client_job_card.card_key(job.id))
    elif revision is not None and revision.media_id is not None:
        await follow_ups.stop_follow_ups(ctx.tx, request.id)
        await client_answer.show(ctx.tx, ctx.say, revision, ctx.person.id)
    else:
        await ctx.show(await client_home.draw_request(ctx, request))
