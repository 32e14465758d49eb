"""The days, people by day and vehicles of a draft are changed by taps."""

from collections.abc import Callable

from domain.jobs import JobState
from domain.planning import JobShape, Plan, PlanDay, shaping
from handlers.cards.job_cards import show_plan
from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from handlers.jobs.job_lock import lock_job_view
from handlers.views import job_views, shape_card
from handlers.views.job_views import JobView
from storage import events, fleet, jobs

Change = Callable[[Plan, int, int], tuple[PlanDay, ...]]

CHANGES: dict[str, Change] = {
    shape_card.ADD: lambda plan, _index, _step: shaping.with_day_added(plan),
    shape_card.OUT: lambda plan, index, _step: shaping.with_day_taken_out(plan, index),
    shape_card.DAY: shaping.with_day_moved,
    shape_card.START: shaping.with_start_moved,
    shape_card.HOURS: shaping.with_hours_changed,
    shape_card.MEMBER: shaping.with_member_toggled,
}


async def shape_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show the days of a draft, one day of it, or its vehicles."""
    job_view = await job_views.load(ctx.tx, tap.id)
    if _stands(job_view, tap):
        await _show(ctx, job_view, tap.more, fresh=tap.more == shape_card.ANEW)
    else:
        await _tell_changed(ctx, job_view)


async def reshape_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Change one thing of the shape; an older card changes nothing."""
    job_view = await lock_job_view(ctx.tx, tap.id)
    if not _stands(job_view, tap):
        await _tell_changed(ctx, job_view)
        return
    what, _, rest = tap.more.partition(".")
    wanted = await _wanted(ctx, job_view, what, rest)
    if wanted is None:
        ctx.tell(ctx.say.plain("stale"))
        return
    job = await jobs.change(ctx.tx, job_view.job, shape=wanted)
    await events.record(
        ctx.tx, "reshaped", "job", job.id, actor_id=ctx.person.id, change=what, how=rest
    )
    now = await job_views.of_job(ctx.tx, job)
    await _show(ctx, now, _part(what, rest))
    await show_plan(ctx, now, fresh=False)


def _stands(job_view: JobView, tap: CardTap) -> bool:
    job = job_view.job
    return job.state is JobState.DRAFT and job.start_on is not None and job.version == tap.version


async def _tell_changed(ctx: UpdateContext, job_view: JobView) -> None:
    ctx.tell(ctx.say.plain("changed-meanwhile"))
    if job_view.job.start_on is not None:
        await show_plan(ctx, job_view, fresh=False)


async def _wanted(ctx: UpdateContext, job_view: JobView, what: str, rest: str) -> JobShape | None:
    """Read what a button asks for; None for what only a forger or an old card would send."""
    plan, job = job_view.plan, job_view.job
    if what == shape_card.VEHICLE:
        known = {one.id for one in await fleet.fleet(ctx.tx)}
        return _with_vehicle(job.shape, int(rest), known) if rest.isdecimal() else None
    numbers = _numbers(rest)
    if what not in CHANGES or numbers is None:
        return None
    try:
        days = CHANGES[what](plan, *numbers)
    except shaping.NoSuchDay:
        return None
    return shaping.shape_of(plan, days, job.shape.vehicles, quoted_days=job.days)


def _with_vehicle(shape: JobShape, vehicle: int, known: set[int]) -> JobShape | None:
    if vehicle not in known:
        return None
    others = tuple(one for one in shape.vehicles if one != vehicle)
    taken = others if vehicle in shape.vehicles else (*others, vehicle)
    return JobShape(shape.days, taken)


def _numbers(rest: str) -> tuple[int, int] | None:
    """Read the day and the step, or the member, that a button carries."""
    first, _, second = rest.partition(".")
    try:
        return int(first or 0), int(second or 0)
    except ValueError:
        return None


def _part(what: str, rest: str) -> str:
    """Name the part of the card that stays open."""
    if what == shape_card.VEHICLE:
        return shape_card.VEHICLES
    return "" if what in {shape_card.ADD, shape_card.OUT} else rest.partition(".")[0]


async def _show(ctx: UpdateContext, job_view: JobView, part: str, *, fresh: bool = False) -> None:
    vehicles = {one.id: one.name for one in await fleet.fleet(ctx.tx)}
    screen = shape_card.draw(ctx.say, job_view, vehicles, part)
    await ctx.show(screen, card=shape_card.card_key(job_view.job.id), fresh=fresh)
