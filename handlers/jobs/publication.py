"""Publishes a plan: asks its crew, informs the client, writes the reminders."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from domain.jobs import JobEvent, JobState
from domain.planning import Conflict
from handlers.cards.job_cards import show_plan
from handlers.cards.job_changes import EVERYBODY, job_changed
from handlers.cards.request_cards import request_changed
from handlers.context.callbacks import CALLBACK_PREFIX, CardTap
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.jobs import unpublication
from handlers.jobs.job_lock import lock_job_view
from handlers.jobs.override_form import OverrideForm
from handlers.jobs.release import release_members
from handlers.sessions import lifecycle
from handlers.views import plan_card
from handlers.views.job_views import JobView
from storage import crews, jobs, plan_changes

OVERRIDE = "override"


async def publish_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Publish the plan that the card shows; what is soft against it wants a reason first."""
    job_view = await lock_job_view(ctx.tx, tap.id)
    conflicts = await _standing(ctx, job_view, tap.version)
    if conflicts is None:
        return
    if not conflicts:
        await _publish(ctx, job_view, None)
    elif tap.more == plan_card.ANYWAY:
        about = {"job": tap.id, "version": tap.version, "rules": _rules(conflicts)}
        await lifecycle.start_once(ctx, OVERRIDE, about=about)
    else:
        await _look_again(ctx, job_view, ctx.say.plain("plan-look-again"))


async def override_told(
    ctx: UpdateContext, answers: OverrideForm, about: Mapping[str, Any]
) -> None:
    """Publish with the reason, if nothing more is against the plan than was shown."""
    job_view = await lock_job_view(ctx.tx, int(about["job"]))
    conflicts = await _standing(ctx, job_view, int(about["version"]))
    if conflicts is None:
        return
    if not {*_rules(conflicts)} <= {*about["rules"]}:
        await _look_again(ctx, job_view, ctx.say.plain("plan-look-again"))
        return
    kept = {"rules": _rules(conflicts), "reason": answers.reason, "words": answers.words}
    await _publish(ctx, job_view, kept if conflicts else None)


async def _standing(
    ctx: UpdateContext, job_view: JobView, version: int
) -> Sequence[Conflict] | None:
    """Say what is soft against the plan; None where it cannot be published, which is told."""
    tx, job = ctx.tx, job_view.job
    if job.version != version or job.state is not JobState.DRAFT or job.start_on is None:
        await _look_again(ctx, job_view, ctx.say.plain("changed-meanwhile"))
        return None
    if job_view.plan.begins_at < tx.now:
        begins = {"day": job_view.start_on, "hour": job_view.starts(ctx.say)}
        await _look_again(ctx, job_view, ctx.say.plain("move-past", **begins))
        return None
    await crews.lock(tx, [member.member_id for member in job_view.crew], job_view.plan.vehicles)
    conflicts = await plan_card.conflicts_of(tx, ctx.services, job_view)
    if any(conflict.hard for conflict in conflicts):
        await _look_again(ctx, job_view, ctx.say.plain("plan-blocked"))
        return None
    return conflicts


async def _look_again(ctx: UpdateContext, job_view: JobView, why: str) -> None:
    """Say why the plan is not published, and show it as it stands."""
    if _tapped(ctx):
        ctx.tell(why, alert=True)
    else:
        await ctx.show(Screen(escape(why, quote=False)))
    if job_view.job.start_on is not None:
        await show_plan(ctx, job_view, fresh=not _tapped(ctx))


def _tapped(ctx: UpdateContext) -> bool:
    """Tell whether the plan's own button was tapped, so that the card is in sight."""
    return ctx.input.tapped is not None and ctx.input.tapped.startswith(CALLBACK_PREFIX)


def _rules(conflicts: Sequence[Conflict]) -> list[str]:
    return sorted({conflict.rule for conflict in conflicts})


async def _publish(
    ctx: UpdateContext, job_view: JobView, in_spite_of: Mapping[str, Any] | None
) -> None:
    tx, job = ctx.tx, job_view.job
    told = await plan_changes.told_before(tx, job.id)
    actor_id = ctx.person.id
    await jobs.move(
        tx, job, JobEvent.PUBLISH, actor_id=actor_id, in_spite_of=in_spite_of, told=told
    )
    now = await job_changed(ctx, job.id, aloud_to=EVERYBODY)
    await release_members(ctx, now, unpublication.freed(now, told))
    await request_changed(ctx, now.request.id)
    await show_plan(ctx, now, fresh=not _tapped(ctx))
    await unpublication.offer(ctx, now)
    ctx.tell(ctx.say.plain("plan-published"))
