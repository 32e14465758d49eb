"""Somebody does not come: who can take their place, and the swap."""

from domain.jobs import Answer
from domain.planning import Plan
from handlers import dossier as dossiers
from handlers.actions import Tap, button, read_id
from handlers.conversation.screen import Button, Screen
from handlers.coordinators import board
from handlers.coordinators.benches import bench_of, plan_on
from handlers.coordinators.drafts import sentence
from handlers.coordinators.members import UNREACHED
from handlers.coordinators.planning import release
from handlers.crews import cards
from handlers.crews.answering import resettle, settle_alert
from handlers.dossier import Dossier
from handlers.flows.bench import Bench
from handlers.visit import Visit
from storage import crews, events, jobs
from storage.jobs import Assignment


def card(job_id: int) -> str:
    return f"swap:{job_id}"


async def replace(visit: Visit, thing: str) -> None:
    """List who could come instead (from the deep link job-member)."""
    pair = _pair(thing, "-")
    if pair is None:
        await visit.show(Screen(visit.say("plan-not-yet")))
        return
    job_id, member_id = pair
    await _show(visit, await dossiers.load(visit.work, job_id), member_id)


def _pair(text: str, mark: str) -> tuple[int, int] | None:
    first, _, second = text.partition(mark)
    one, other = read_id(first), read_id(second)
    return None if one is None or other is None else (one, other)


async def _show(visit: Visit, dossier: Dossier, member_id: int, *, fresh: bool = True) -> None:
    gone = _gone(dossier, member_id)
    if gone is None:
        screen = Screen(visit.say("swap-nobody-gone", number=dossier.job.number))
    else:
        screen = await _candidates(visit, dossier, gone)
    await visit.show(screen, card=card(dossier.job.id), fresh=fresh)


def _gone(dossier: Dossier, member_id: int) -> Assignment | None:
    """Find the member to be replaced: on the job, which is still to come, and not coming."""
    found = dossier.of_member(member_id)
    waiting = found is not None and found.state is not Answer.CONFIRMED
    return found if waiting and dossier.job.state in cards.UPCOMING else None


async def _candidates(visit: Visit, dossier: Dossier, gone: Assignment) -> Screen:
    say = visit.say
    bench = await bench_of(visit.work, visit.shop, dossier)
    joined = await crews.joined(visit.work)
    rows: list[tuple[Button, ...]] = []
    notes = []
    for member, _, soft in bench.stand_ins(_plan_with(bench, dossier, gone), gone.member_id):
        if dossier.of_member(member.id) is not None:
            continue
        mark = "" if member.id in joined else f" {UNREACHED}"
        more = f"{gone.member_id}.{member.id}"
        text = f"{member.name}{mark}"
        rows.append((button(text, "swap", dossier.job.id, dossier.job.version, more),))
        notes += [f"{member.name} : {sentence(say, one)}" for one in soft]
    key = "swap-who" if rows else "swap-no-one"
    head = say(
        key,
        name=gone.name,
        number=dossier.job.number,
        when=dossier.when(say),
        starts=dossier.starts(say),
    )
    return Screen("\n".join([head, *notes]), tuple(rows))


def _plan_with(bench: Bench, dossier: Dossier, gone: Assignment) -> Plan:
    """Read the plan as it was with the one who does not come."""
    plan = plan_on(bench, dossier)
    crew = tuple(dict.fromkeys((*plan.crew, gone.member_id)))
    leader = gone.member_id if gone.leads else plan.leader
    return bench.plan(plan.start_on, plan.start_time, crew, leader, plan.vehicle)


async def swap_tapped(visit: Visit, tap: Tap) -> None:
    """Put the other on the job, if that still holds, and ask them."""
    work, dossier = visit.work, await dossiers.lock(visit.work, tap.id)
    pair = _pair(tap.more, ".")
    if pair is None:
        visit.tell(visit.say.plain("stale"))
        return
    old, new = pair
    gone = _gone(dossier, old)
    plan = None
    if gone is not None:
        await crews.lock(work, [new], None)
        plan = await _swapped(visit, dossier, gone, new)
    if gone is None or plan is None:
        visit.tell(visit.say.plain("changed-meanwhile"), alert=True)
        await _show(visit, dossier, old, fresh=False)
        return
    await _swap(visit, dossier, gone, plan, new)


async def _swapped(visit: Visit, dossier: Dossier, gone: Assignment, new: int) -> Plan | None:
    """Make the plan with the other one; None where a rule forbids it by now."""
    bench = await bench_of(visit.work, visit.shop, dossier)
    fitting = bench.stand_ins(_plan_with(bench, dossier, gone), gone.member_id)
    plans = {member.id: plan for member, plan, _ in fitting}
    return None if dossier.of_member(new) is not None else plans.get(new)


async def _swap(visit: Visit, dossier: Dossier, gone: Assignment, plan: Plan, new: int) -> None:
    work, job = visit.work, dossier.job
    others = [one.member_id for one in dossier.crew if one.member_id != gone.member_id]
    await jobs.assign(work, job.id, [*others, new], plan.leader)
    await jobs.change(work, job)
    await events.record(
        work, "swapped", "job", job.id, actor_id=visit.person.id, gone=gone.member_id, new=new
    )
    now = await resettle(visit, job.id)
    await release(visit, now, gone)
    new_one = [one for one in now.crew if one.member_id == new]
    await cards.send(work, visit.shop, now, only=new_one, fresh=True)
    await cards.send(work, visit.shop, now, only=[one for one in now.crew if one.member_id != new])
    await board.refresh(work, visit.shop, now)
    name = new_one[0].name
    if gone.state is Answer.DECLINED:
        await settle_alert(visit, now, gone, "alert-replaced", other=name)
    words = visit.say("swap-done", name=name, gone=gone.name, number=job.number)
    await visit.show(Screen(words), card=card(job.id), fresh=False)
    visit.tell(visit.say.plain("swap-asked", name=name))
