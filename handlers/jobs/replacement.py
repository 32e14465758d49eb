"""Replaces a crew member who cannot come."""

from domain.jobs import UPCOMING, CrewAnswer
from domain.planning import Plan
from domain.planning.candidates import PlanningCandidates
from handlers.cards.job_changes import job_changed
from handlers.context.callbacks import CardTap, button, read_id
from handlers.context.deep_links import FollowedLink
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Button, Screen
from handlers.jobs.crew_answer import COLLEAGUES, move_by_answers, settle_alert
from handlers.jobs.job_lock import lock_job_view
from handlers.jobs.planning import release
from handlers.views import job_views
from handlers.views.candidates import load_candidates, plan_on
from handlers.views.crew_status import UNREACHED
from handlers.views.job_views import JobView
from handlers.views.plan_card import sentence
from storage import crew_assignments, crews, events, jobs
from storage.crew_assignments import Assignment


def card_key(job_id: int) -> str:
    return f"swap:{job_id}"


async def replace(ctx: UpdateContext, link: FollowedLink) -> None:
    """List possible replacements, by the deep link of job and member."""
    pair = _pair(link.code, "-")
    if pair is None:
        await ctx.show(Screen(ctx.say("plan-not-yet")))
        return
    job_id, member_id = pair
    await _show(ctx, await job_views.load(ctx.tx, job_id), member_id)


def _pair(text: str, mark: str) -> tuple[int, int] | None:
    first, _, second = text.partition(mark)
    job_id, member_id = read_id(first), read_id(second)
    return None if job_id is None or member_id is None else (job_id, member_id)


async def _show(
    ctx: UpdateContext, job_view: JobView, member_id: int, *, fresh: bool = True
) -> None:
    gone = _to_replace(job_view, member_id)
    if gone is None:
        screen = Screen(ctx.say("swap-nobody-gone", number=job_view.job.number))
    else:
        screen = await _candidates(ctx, job_view, gone)
    await ctx.show(screen, card=card_key(job_view.job.id), fresh=fresh)


def _to_replace(job_view: JobView, member_id: int) -> Assignment | None:
    """Find the member to replace: on an upcoming job, and not confirmed."""
    found = job_view.of_member(member_id)
    waiting = found is not None and found.state is not CrewAnswer.CONFIRMED
    return found if waiting and job_view.job.state in UPCOMING else None


async def _candidates(ctx: UpdateContext, job_view: JobView, gone: Assignment) -> Screen:
    say = ctx.say
    candidates = await load_candidates(ctx.tx, ctx.services, job_view)
    joined = await crews.joined(ctx.tx)
    rows: list[tuple[Button, ...]] = []
    notes = []
    for member, _, soft in candidates.stand_ins(
        _plan_before(candidates, job_view, gone), gone.member_id
    ):
        if job_view.of_member(member.id) is not None:
            continue
        mark = "" if member.id in joined else f" {UNREACHED}"
        more = f"{gone.member_id}.{member.id}"
        text = f"{member.name}{mark}"
        rows.append((button(text, "swap", job_view.job.id, job_view.job.version, more),))
        notes += [f"{member.name} : {sentence(say, conflict)}" for conflict in soft]
    key = "swap-who" if rows else "swap-no-one"
    head = say(
        key,
        name=gone.name,
        number=job_view.job.number,
        when=job_view.when(say),
        starts=job_view.starts(say),
    )
    return Screen("\n".join([head, *notes]), tuple(rows))


def _plan_before(candidates: PlanningCandidates, job_view: JobView, gone: Assignment) -> Plan:
    """Return the plan as if the replaced member were still on it."""
    plan = plan_on(candidates, job_view)
    crew = tuple(dict.fromkeys((*plan.crew, gone.member_id)))
    leader = gone.member_id if gone.leads else plan.leader
    return candidates.plan(plan.start_on, plan.start_time, crew, leader, plan.vehicle)


async def swap_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Put the replacement on the job if the rules still allow it, and ask them."""
    tx, job_view = ctx.tx, await lock_job_view(ctx.tx, tap.id)
    pair = _pair(tap.more, ".")
    if pair is None:
        ctx.tell(ctx.say.plain("stale"))
        return
    old, new = pair
    gone = _to_replace(job_view, old)
    plan = None
    if gone is not None:
        await crews.lock(tx, [new], None)
        plan = await _plan_with_replacement(ctx, job_view, gone, new)
    if gone is None or plan is None:
        ctx.tell(ctx.say.plain("changed-meanwhile"), alert=True)
        await _show(ctx, job_view, old, fresh=False)
        return
    await _swap(ctx, job_view, gone, plan, new)


async def _plan_with_replacement(
    ctx: UpdateContext, job_view: JobView, gone: Assignment, new: int
) -> Plan | None:
    """Plan the job with the replacement; None if a rule forbids it."""
    candidates = await load_candidates(ctx.tx, ctx.services, job_view)
    fitting = candidates.stand_ins(_plan_before(candidates, job_view, gone), gone.member_id)
    plans = {member.id: plan for member, plan, _ in fitting}
    return None if job_view.of_member(new) is not None else plans.get(new)


async def _swap(
    ctx: UpdateContext, job_view: JobView, gone: Assignment, plan: Plan, new: int
) -> None:
    tx, job = ctx.tx, job_view.job
    others = [
        assignment.member_id
        for assignment in job_view.crew
        if assignment.member_id != gone.member_id
    ]
    await crew_assignments.assign(tx, job.id, [*others, new], plan.leader)
    await jobs.change(tx, job)
    await events.record(
        tx, "swapped", "job", job.id, actor_id=ctx.person.id, gone=gone.member_id, new=new
    )
    await move_by_answers(ctx, job.id)
    reloaded = await job_changed(ctx, job.id, shown_to=COLLEAGUES, new_members=[new])
    await release(ctx, reloaded, gone)
    name = next(member.name for member in reloaded.crew if member.member_id == new)
    if gone.state is CrewAnswer.DECLINED:
        await settle_alert(ctx, reloaded, gone, "alert-replaced", other=name)
    words = ctx.say("swap-done", name=name, gone=gone.name, number=job.number)
    await ctx.show(Screen(words), card=card_key(job.id), fresh=False)
    ctx.tell(ctx.say.plain("swap-asked", name=name))
