"""A coordinator plans a job: the form, the draft plan, and replanning."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.jobs import UPCOMING, JobEvent, JobState
from domain.requests import RequestState
from handlers.cards.job_cards import show_plan
from handlers.cards.job_changes import job_changed
from handlers.cards.plan_change_cards import coming
from handlers.context.callbacks import CardTap, button, read_id
from handlers.context.deep_links import FollowedLink
from handlers.context.update_context import UpdateContext
from handlers.conversation.engine import begin
from handlers.conversation.screen import Screen
from handlers.jobs.crew_kind import ChosenTeam, read_team
from handlers.jobs.job_lock import lock_job_view
from handlers.jobs.meanwhile import tell_meanwhile
from handlers.jobs.planning_form import PlanningForm, ids
from handlers.sessions import lifecycle
from handlers.views import job_views, plan_card
from handlers.views.candidates import load_candidates
from handlers.views.job_views import JobView
from storage import crew_assignments, events, jobs, requests
from storage.jobs import Job

FORM = "planning"


async def plan(ctx: UpdateContext, link: FollowedLink) -> None:
    """Open the plan of a request's job by deep link."""
    await _open(ctx, read_id(link.code))


async def open_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Open the plan of a job."""
    await _open(ctx, (await jobs.get(ctx.tx, tap.id)).request_id)


async def _open(ctx: UpdateContext, request_id: int | None) -> None:
    """Ask the planning form, or show the plan card if a plan exists."""
    job = await jobs.of_request(ctx.tx, request_id) if request_id is not None else None
    if job is None:
        await ctx.show(Screen(ctx.say("plan-not-yet")))
    elif job.state is JobState.CANCELLED and job.start_on is None:
        await _show_cancelled(ctx, job)
    elif job.state is JobState.DRAFT and job.start_on is None:
        await _ask_planning_form(ctx, job)
    else:
        await show_plan(ctx, await job_views.of_job(ctx.tx, job))


async def _show_cancelled(ctx: UpdateContext, job: Job) -> None:
    """Offer a job without a day to be taken up again, while it is agreed."""
    request = await requests.get(ctx.tx, job.request_id)
    if request.state is not RequestState.ACCEPTED:
        await ctx.show(Screen(ctx.say("plan-not-yet")))
        return
    again = button(ctx.say.plain("cancel-reopen"), "reopen", job.id, job.version)
    await ctx.show(Screen(ctx.say("cancel-stands", number=job.number), ((again,),)))


async def change_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask one question of the plan again; the rest stays."""
    job_view = await job_views.load(ctx.tx, tap.id)
    job = job_view.job
    if job.version != tap.version or job.state is not JobState.DRAFT:
        ctx.tell(ctx.say.plain("changed-meanwhile"))
        await show_plan(ctx, job_view, fresh=False)
    elif tap.more in plan_card.PARTS:
        await _ask_planning_form(ctx, job, _answers(job_view), editing=tap.more)


async def _ask_planning_form(
    ctx: UpdateContext,
    job: Job,
    answers: Mapping[str, Any] | None = None,
    editing: str | None = None,
) -> None:
    session = replace(begin(PlanningForm, answers), editing=editing)
    await lifecycle.start(ctx, FORM, about={"job": job.id, "version": job.version}, session=session)


def _answers(job_view: JobView) -> dict[str, Any]:
    """Convert a plan to the answers of its form."""
    plan = job_view.plan
    return {
        "day": plan.start_on.isoformat(),
        "hour": f"{plan.start_time:%H:%M}",
        "crew": [str(member) for member in plan.crew],
        "leader": str(plan.leader) if plan.leader else None,
        "vehicle": str(plan.vehicle) if plan.vehicle else None,
    }


async def drafted(ctx: UpdateContext, answers: PlanningForm, about: Mapping[str, Any]) -> None:
    """Store the plan as a draft and show it with its conflicts."""
    tx = ctx.tx
    job = await jobs.lock(tx, int(about["job"]))
    if job.version != about["version"] or job.state is not JobState.DRAFT:
        await ctx.show(Screen(ctx.say("changed-meanwhile")))
        await _open(ctx, job.request_id)
        return
    team = read_team(answers.crew) or _by_hand(answers, job)
    candidates = await load_candidates(tx, ctx.services, await job_views.of_job(tx, job))
    await jobs.change(
        tx,
        job,
        start_on=answers.day,
        start_time=answers.hour,
        vehicle_id=next(iter(team.vehicles), None),
        shape=replace(job.shape, vehicles=team.vehicles[1:]),
    )
    leader = candidates.leads(team.crew, team.leader)
    await crew_assignments.assign(tx, job.id, team.crew, leader)
    await events.record(tx, "planned", "job", job.id, actor_id=ctx.person.id)
    await show_plan(ctx, await job_views.load(tx, job.id))


def _by_hand(answers: PlanningForm, job: Job) -> ChosenTeam:
    """Read who was chosen one by one; further vehicles stay as they were."""
    leader = int(answers.leader) if answers.leader else None
    vehicles = (int(answers.vehicle), *job.shape.vehicles) if answers.vehicle else ()
    return ChosenTeam(ids(answers.crew), leader, vehicles)


async def replan_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Return a published plan to draft; the crew must answer again."""
    tx, job_view = ctx.tx, await lock_job_view(ctx.tx, tap.id)
    job = job_view.job
    if job.state not in UPCOMING:
        ctx.tell(ctx.say.plain("changed-meanwhile"))
        await show_plan(ctx, job_view, fresh=False)
        return
    if job.version != tap.version:
        await tell_meanwhile(ctx, job_view)
        return
    told = [mine.member_id for mine in coming(job_view)]
    await jobs.move(tx, job, JobEvent.REPLAN, actor_id=ctx.person.id, told=told)
    await crew_assignments.ask_anew(tx, job.id, actor_id=ctx.person.id)
    reloaded = await job_changed(ctx, job.id)
    await show_plan(ctx, reloaded, fresh=False)
