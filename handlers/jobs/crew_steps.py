"""The leader's day: on my way, arrived, photos before, done; each a tap, each told to others."""

from collections.abc import Awaitable, Callable

from domain.completion import missing_before_done
from domain.jobs import CrewAnswer, JobEvent, JobState, transition
from domain.lifecycle import NotAllowed
from domain.outcomes import Outcome
from handlers.cards.job_cards import send_to_crew
from handlers.cards.job_changes import Audience, job_changed
from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from handlers.jobs import counting, crew_access
from handlers.views import job_views
from handlers.views.job_views import JobView
from storage import errands, events, jobs

RENDER_REPORT = "report"


async def show_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show the card of my job again, at the bottom of the chat."""
    if found := await crew_access.mine(ctx, tap):
        job_view, mine = found
        await send_to_crew(ctx, job_view, only=[mine], fresh=True)


async def _step(
    ctx: UpdateContext,
    tap: CardTap,
    event: JobEvent,
    then: Callable[[UpdateContext, JobView, JobState], Awaitable[None]],
) -> None:
    """Do a step that the job's state allows; a second tap finds that it is done already."""
    found = await crew_access.led(ctx, tap)
    if found is None:
        return
    job_view, mine = found
    try:
        state = transition(job_view.job.state, event)
    except NotAllowed:
        ctx.tell(ctx.say.plain("stale"))
        await send_to_crew(ctx, job_view, only=[mine])
        return
    await then(ctx, job_view, state)


async def set_off_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """The crew sets off; the client is told at once."""
    await _step(ctx, tap, JobEvent.SET_OFF, _set_off)


async def _set_off(ctx: UpdateContext, job_view: JobView, state: JobState) -> None:
    if not job_view.is_near(ctx.tx.today):
        words = ctx.say.plain("crew-not-today", day=job_view.start_on)
        ctx.tell(words, alert=True)
        return
    mine = job_view.of_person(ctx.person.id)
    if mine is not None and mine.state is not CrewAnswer.CONFIRMED:
        await jobs.answer(ctx.tx, mine, CrewAnswer.CONFIRMED)  # who leaves, comes
    await jobs.change(ctx.tx, job_view.job, state=state, en_route_at=ctx.tx.now)
    await _told(ctx, job_view, "set_off", aloud=True)


async def arrive_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """The crew is on site; the leader is asked for photos."""
    await _step(ctx, tap, JobEvent.ARRIVE, _arrive)


async def _arrive(ctx: UpdateContext, job_view: JobView, state: JobState) -> None:
    await jobs.change(ctx.tx, job_view.job, state=state, arrived_at=ctx.tx.now)
    await _told(ctx, job_view, "arrived")


async def finish_before_photos_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Photos before are enough: the count sheet opens, later photos are of after."""
    found = await crew_access.led(ctx, tap)
    if found is None:
        return
    job_view, mine = found
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
    """Work is done, once a photo before and one after are there; the report is made."""
    await _step(ctx, tap, JobEvent.FINISH, _finish)


async def _finish(ctx: UpdateContext, job_view: JobView, state: JobState) -> None:
    proof, job = job_view.proof, job_view.job
    if missing := missing_before_done(proof.before, proof.after):
        words = [ctx.say.plain(f"missing-{one}") for one in missing]
        ctx.tell("\n".join(words), alert=True)
        return
    await jobs.change(ctx.tx, job, state=state, done_at=ctx.tx.now)
    await errands.put(ctx.tx, RENDER_REPORT, f"{RENDER_REPORT}:{job.id}", {"job": job.id})
    await counting.close(ctx, job_view)
    await _told(ctx, job_view, "finished")


async def _told(ctx: UpdateContext, job_view: JobView, what: str, *, aloud: bool = False) -> None:
    """Write it down and let everybody's cards follow; `aloud` rings at the client's."""
    job_id = job_view.job.id
    await events.record(ctx.tx, what, "job", job_id, actor_id=ctx.person.id)
    await job_changed(ctx, job_id, aloud_to={Audience.CLIENT} if aloud else ())
    ctx.tell(ctx.say.plain(f"crew-told-{what.replace('_', '-')}"))
