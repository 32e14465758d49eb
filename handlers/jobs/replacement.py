"""Replaces a crew member: one who cannot come, or anybody whom a coordinator names."""

from dataclasses import replace

from domain.jobs import CHANGEABLE, UNDER_WAY, UPCOMING, CrewAnswer, CrewReply
from domain.planning import JobShape, Plan
from domain.planning.candidates import PlanningCandidates
from handlers.cards.job_cards import send_to_crew
from handlers.cards.job_changes import job_changed
from handlers.cards.plan_change_cards import tell_leads, to_be_phoned
from handlers.context.callbacks import CardTap, button, read_id
from handlers.context.deep_links import FollowedLink
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Button, Screen
from handlers.jobs.away_alert import settle_away
from handlers.jobs.crew_answer import COLLEAGUES, move_by_answers, settle_alert
from handlers.jobs.job_lock import lock_job_view
from handlers.jobs.meanwhile import tell_meanwhile
from handlers.jobs.release import release
from handlers.views import job_views
from handlers.views.candidates import load_candidates, plan_on
from handlers.views.crew_status import UNREACHED
from handlers.views.job_views import JobView
from handlers.views.plan_card import sentence
from handlers.words.catalogue import Markup
from storage import crew_assignments, crews, events, jobs, plan_changes
from storage.crew_assignments import Assignment


def card_key(job_id: int) -> str:
    return f"swap:{job_id}"


async def replace_followed(ctx: UpdateContext, link: FollowedLink) -> None:
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


async def show_crew(ctx: UpdateContext, job_view: JobView, seen: int) -> None:
    """List the crew of a plan: who is to be replaced."""
    job = job_view.job
    rows = tuple(
        (button(mine.name, "swapof", job.id, seen, str(mine.member_id)),) for mine in job_view.crew
    )
    text = ctx.say("swap-whom", number=job.number, when=job_view.when(ctx.say))
    await ctx.show(Screen(text, rows), card=card_key(job.id))


async def whom_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """List who can come instead of the one that was tapped."""
    job_view = await job_views.load(ctx.tx, tap.id)
    member_id = read_id(tap.more)
    gone = job_view.of_member(member_id) if member_id is not None else None
    if gone is None or not await _unchanged(ctx, job_view, tap.version):
        await tell_meanwhile(ctx, job_view)
        return
    screen = await _candidates_of(ctx, job_view, gone, tap.version)
    await ctx.show(screen, card=card_key(job_view.job.id), fresh=False)


async def _candidates_of(
    ctx: UpdateContext, job_view: JobView, gone: Assignment, seen: int
) -> Screen:
    """Draw who can come instead of whom somebody named; under way they are called first."""
    screen = await _candidates(ctx, job_view, gone, seen=seen)
    if job_view.job.state not in UNDER_WAY:
        return screen
    return Screen(f"{screen.text}\n{ctx.say('swap-call-first')}", screen.rows)


async def _unchanged(ctx: UpdateContext, job_view: JobView, seen: int) -> bool:
    last = await plan_changes.last_id(ctx.tx, job_view.job.id)
    return job_view.job.state in CHANGEABLE and last == seen


async def swapto_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Replace whom the coordinator named, whatever they answered; nobody else is asked."""
    job_view = await lock_job_view(ctx.tx, tap.id)
    old, new = _pair(tap.more, ".") or (0, 0)
    gone, plan = job_view.of_member(old), None
    if gone is not None and await _unchanged(ctx, job_view, tap.version):
        await crews.lock(ctx.tx, [new])
        plan = await _plan_with_replacement(ctx, job_view, gone, new)
    if gone is None or plan is None:
        await tell_meanwhile(ctx, job_view)
        return
    await _swap(ctx, job_view, gone, plan, new)


async def _show(
    ctx: UpdateContext, job_view: JobView, member_id: int, *, fresh: bool = True
) -> None:
    under_way = job_view.job.state in UNDER_WAY
    gone = job_view.of_member(member_id) if under_way else _to_replace(job_view, member_id)
    if gone is not None and under_way:
        seen = await plan_changes.last_id(ctx.tx, job_view.job.id)
        screen = await _candidates_of(ctx, job_view, gone, seen)
    elif gone is None:
        screen = Screen(ctx.say("swap-nobody-gone", number=job_view.job.number))
    else:
        screen = await _candidates(ctx, job_view, gone)
    await ctx.show(screen, card=card_key(job_view.job.id), fresh=fresh)


def _to_replace(job_view: JobView, member_id: int) -> Assignment | None:
    """Find the member to replace: on an upcoming job, and not confirmed."""
    found = job_view.of_member(member_id)
    waiting = found is not None and found.state is not CrewAnswer.CONFIRMED
    return found if waiting and job_view.job.state in UPCOMING else None


async def _candidates(
    ctx: UpdateContext, job_view: JobView, gone: Assignment, *, seen: int | None = None
) -> Screen:
    """Draw who can come instead; `seen` is the last act on the plan, where somebody named one."""
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
        action, version = ("swap", job_view.job.version) if seen is None else ("swapto", seen)
        rows.append((button(text, action, job_view.job.id, version, more),))
        notes += [
            say("swap-note", name=member.name, note=Markup(sentence(say, conflict)))
            for conflict in soft
        ]
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
    """Return the plan as if the replaced member were still on it; others who declined are not."""
    plan = plan_on(candidates, job_view)
    empty = tuple(one.member_id for one in job_view.crew if one.member_id not in plan.crew)
    crew = tuple(dict.fromkeys((*plan.crew, gone.member_id)))
    leader = gone.member_id if gone.leads else plan.leader
    before = candidates.plan(plan.start_on, plan.start_time, crew, leader, plan.vehicle)
    return replace(before, empty_seats=tuple(one for one in empty if one not in crew))


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
        await crews.lock(tx, [new])
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
    # Who leads and declined is still named until somebody else leads.
    named = next((one.member_id for one in job_view.crew if one.leads), None)
    await crew_assignments.assign(tx, job.id, [*others, new], plan.leader or named)
    await jobs.change(tx, job, shape=JobShape(plan.shape, job.shape.vehicles))
    under_way = job.state in UNDER_WAY
    if under_way:
        await _told_by_phone(ctx, job_view, new)
    await events.record(
        tx, "swapped", "job", job.id, actor_id=ctx.person.id, gone=gone.member_id, new=new
    )
    await move_by_answers(ctx, job.id)
    asked = () if under_way else (new,)
    reloaded = await job_changed(ctx, job.id, shown_to=COLLEAGUES, new_members=asked)
    await release(ctx, reloaded, gone)
    came = next(member for member in reloaded.crew if member.member_id == new)
    name = came.name
    if under_way:
        await send_to_crew(ctx, reloaded, only=[came], fresh=True, key="crew-joins-now")
        await settle_away(ctx, reloaded, gone, other=name)
    await _tell_new_leader(ctx, job_view, reloaded, new)
    if gone.state is CrewAnswer.DECLINED:
        await settle_alert(ctx, reloaded, gone, "alert-replaced", other=name)
    words = ctx.say("swap-done", name=name, gone=gone.name, number=job.number)
    if under_way:
        words = ctx.say("swap-now", name=name, gone=gone.name, number=job.number)
    if phoned := to_be_phoned([came, gone]):
        words += "\n" + ctx.say("plan-not-here", names=", ".join(phoned))
    await ctx.show(Screen(words), card=card_key(job.id), fresh=False)
    ctx.tell(ctx.say.plain("swap-told" if under_way else "swap-asked", name=name))


async def _told_by_phone(ctx: UpdateContext, job_view: JobView, new: int) -> None:
    """Note the yes that a coordinator got by telephone: a crew under way is not asked."""
    crew = await crew_assignments.crew_of(ctx.tx, job_view.job.id)
    came = next(mine for mine in crew if mine.member_id == new)
    await crew_assignments.answer(ctx.tx, came, CrewReply.CONFIRM, actor_id=ctx.person.id)


async def _tell_new_leader(ctx: UpdateContext, before: JobView, now: JobView, new: int) -> None:
    """Tell who leads from now on, unless they are new and read it on their card."""
    leads = next((mine for mine in now.crew if mine.leads), None)
    known = before.of_member(leads.member_id) if leads is not None else None
    if leads is not None and leads.member_id != new and known is not None and not known.leads:
        await tell_leads(ctx, now, leads)
