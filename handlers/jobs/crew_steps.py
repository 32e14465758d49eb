"""The steps of the job's day, by the leader's taps: set off, arrive, photos before, done."""

from collections.abc import Awaitable, Callable

from domain.completion import missing_before_done
from domain.jobs import JOB, CrewAnswer, CrewReply, JobEvent, JobState
from domain.outcomes import Outcome
from handlers.cards.job_cards import send_to_crew
from handlers.cards.job_changes import Audience, job_changed
from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from handlers.jobs import counting
from handlers.jobs.crew_access import job_of_member
from handlers.views import job_views
from handlers.views.job_views import JobView
from storage import crew_assignments, errands, jobs

RENDER_REPORT = "report"


async def show_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show the job's card again at the bottom of the chat."""
    job_view, mine = await job_of_member(ctx, tap)
    await send_to_crew(ctx, job_view, only=[mine], fresh=True)


async def _step(
    ctx: UpdateContext,
    tap: CardTap,
    event: JobEvent,
    then: Callable[[UpdateContext, JobView], Awaitable[None]],
) -> None:
    """Do a step if the job's state allows it; a second tap is answered as already done."""
    job_view, mine = await job_of_member(ctx, tap)
    if job_view.job.state in JOB.before(event):
        await then(ctx, job_view)
    else:
        ctx.tell(ctx.say.plain("stale"))
        await send_to_crew(ctx, job_view, only=[mine])


async def set_off_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """The crew sets off; the client is notified at once."""
    await _step(ctx, tap, JobEvent.SET_OFF, _set_off)


async def _set_off(ctx: UpdateContext, job_view: JobView) -> None:
    if not job_view.is_near(ctx.tx.today):
        words = ctx.say.plain("crew-not-today", day=job_view.start_on)
        ctx.tell(words, alert=True)
        return
    mine = job_view.of_person(ctx.person.id)
    if mine is not None and mine.state is not CrewAnswer.CONFIRMED:
        # who leaves, comes
        await crew_assignments.answer(ctx.tx, mine, CrewReply.CONFIRM, actor_id=ctx.person.id)
    await _moved(ctx, job_view, JobEvent.SET_OFF, aloud=True)


async def arrive_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """The crew arrives; the leader is asked for photos."""
    await _step(ctx, tap, JobEvent.ARRIVE, _arrive)


async def _arrive(ctx: UpdateContext, job_view: JobView) -> None:
    await _moved(ctx, job_view, JobEvent.ARRIVE)


async def finish_before_photos_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Close the photos before: the count card opens, later photos count as after."""
    job_view, mine = await job_of_member(ctx, tap)
    if job_view.job.state is not JobState.ON_SITE or job_view.proof.counting:
        ctx.tell(ctx.say.plain("stale"))
    elif not job_view.proof.before:
        ctx.tell(ctx.say.plain("missing-photo_before"), alert=True)
        return
    else:
        lines = len(job_view.request.asked.lines)
        await jobs.open_sheet(ctx.tx, job_view.job.id, [*Outcome], lines)
    now = await job_views.load(ctx.tx, job_view.job.id)
    await send_to_crew(ctx, now, only=[mine])


async def finish_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Finish the work if photos before and after exist; the report is made."""
    await _step(ctx, tap, JobEvent.FINISH, _finish)


async def _finish(ctx: UpdateContext, job_view: JobView) -> None:
    proof, job = job_view.proof, job_view.job
    if missing := missing_before_done(proof.before, proof.after):
        words = [ctx.say.plain(f"missing-{missing_part}") for missing_part in missing]
        ctx.tell("\n".join(words), alert=True)
        return
    await errands.put(ctx.tx, RENDER_REPORT, f"{RENDER_REPORT}:{job.id}", {"job": job.id})
    await counting.close(ctx, job_view)
    await _moved(ctx, job_view, JobEvent.FINISH)


async def _moved(
    ctx: UpdateContext, job_view: JobView, event: JobEvent, *, aloud: bool = False
) -> None:
    """Move the job and update all cards; `aloud` notifies the client with sound."""
    await jobs.move(ctx.tx, job_view.job, event, actor_id=ctx.person.id)
    await job_changed(ctx, job_view.job.id, aloud_to={Audience.CLIENT} if aloud else ())
    ctx.tell(ctx.say.plain(f"crew-told-{event.replace('_', '-')}"))
