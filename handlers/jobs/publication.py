"""Publishes a plan: asks its crew, informs the client, writes the reminders."""

from collections.abc import Sequence

from domain.jobs import JobEvent, JobState
from domain.planning import Conflict
from handlers.cards.job_cards import show_plan
from handlers.cards.job_changes import EVERYBODY, job_changed
from handlers.cards.request_cards import request_changed
from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from handlers.jobs.job_lock import lock_job_view
from handlers.views import (
    plan_card,
)
from handlers.views.job_views import JobView
from storage import crews, jobs


async def publish_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Publish the plan that the card shows; a changed or broken plan is shown instead."""
    tx, job_view = ctx.tx, await lock_job_view(ctx.tx, tap.id)
    job = job_view.job
    if job.version != tap.version or job.state is not JobState.DRAFT or job.start_on is None:
        ctx.tell(ctx.say.plain("changed-meanwhile"), alert=True)
        if job.start_on is not None:
            await show_plan(ctx, job_view, fresh=False)
        return
    await crews.lock(tx, [member.member_id for member in job_view.crew], job.vehicle_id)
    conflicts = await plan_card.conflicts_of(tx, ctx.services, job_view)
    if any(conflict.hard for conflict in conflicts):
        ctx.tell(ctx.say.plain("plan-blocked"), alert=True)
        await show_plan(ctx, job_view, fresh=False)
    elif conflicts and tap.more != plan_card.ANYWAY:
        ctx.tell(ctx.say.plain("plan-look-again"), alert=True)
        await show_plan(ctx, job_view, fresh=False)
    else:
        await _publish(ctx, job_view, conflicts)


async def _publish(ctx: UpdateContext, job_view: JobView, conflicts: Sequence[Conflict]) -> None:
    tx, job = ctx.tx, job_view.job
    rules = [conflict.rule for conflict in conflicts]
    await jobs.move(tx, job, JobEvent.PUBLISH, actor_id=ctx.person.id, in_spite_of=rules)
    now = await job_changed(ctx, job.id, aloud_to=EVERYBODY)
    await request_changed(ctx, now.request.id)
    await show_plan(ctx, now, fresh=False)
    ctx.tell(ctx.say.plain("plan-published"))
