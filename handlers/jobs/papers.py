"""The papers of a job: which are there, told with a tap and taken back with another (§6.1)."""

from domain.job_papers import JobPaper
from domain.jobs import JobState
from handlers.cards.job_cards import show_plan
from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from handlers.jobs.job_lock import lock_job_view
from handlers.views import job_views, papers_card
from handlers.views.candidates import load_facts
from handlers.views.job_views import JobView
from storage import job_papers


async def papers_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """List the papers of a job below its plan."""
    await _show(ctx, await job_views.load(ctx.tx, tap.id), fresh=True)


async def paper_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Note that a paper is there, or not after all; a second tap changes nothing."""
    job_view = await lock_job_view(ctx.tx, tap.id)
    told = papers_card.read_mark(tap.more)
    facts = await load_facts(ctx.tx, ctx.services, job_view)
    if told is None or told[0] not in facts.needed:
        ctx.tell(ctx.say.plain("changed-meanwhile"))
    elif told[1] is not (told[0] in facts.papers):
        await _note(ctx, job_view, *told)
    await _show(ctx, job_view)


async def _note(ctx: UpdateContext, job_view: JobView, paper: JobPaper, is_there: bool) -> None:
    change = job_papers.note if is_there else job_papers.take_back
    await change(ctx.tx, job_view.job.id, paper, actor_id=ctx.person.id)
    if job_view.job.state is JobState.DRAFT and job_view.job.start_on is not None:
        await show_plan(ctx, job_view, fresh=False)


async def _show(ctx: UpdateContext, job_view: JobView, *, fresh: bool = False) -> None:
    facts = await load_facts(ctx.tx, ctx.services, job_view)
    screen = papers_card.draw(ctx.say, job_view, facts)
    await ctx.show(screen, card=papers_card.card_key(job_view.job.id), fresh=fresh)
