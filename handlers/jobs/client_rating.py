"""The client rates a job that was reported."""

from domain.jobs import JobState
from handlers.cards.job_changes import Audience, job_changed
from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from handlers.jobs.job_lock import lock_job_view
from handlers.views.client_job_card import MOST_STARS
from storage import events, jobs


async def rate_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Store the first rating that a person of the client company gives."""
    job_view = await lock_job_view(ctx.tx, tap.id)
    job = job_view.job
    if job.rating is not None or job.state is not JobState.REPORTED:
        ctx.tell(ctx.say.plain("stale"))
        return
    if tap.more not in {str(stars) for stars in range(1, MOST_STARS + 1)}:
        ctx.tell(ctx.say.plain("stale"))
        return
    await jobs.change(ctx.tx, job, rating=int(tap.more))
    await events.record(ctx.tx, "rated", "job", job.id, actor_id=ctx.person.id, stars=int(tap.more))
    await job_changed(ctx, job.id, shown_to={Audience.CLIENT, Audience.COORDINATORS})
    ctx.tell(ctx.say.plain("client-thanks"))
