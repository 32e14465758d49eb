"""One thing of a published plan is changed: day, hour or vehicle; nobody else is asked anew."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from domain.jobs import CHANGEABLE, UNDER_WAY, CrewAnswer, CrewReply
from domain.planning import Conflict, Plan
from domain.planning.candidates import PlanningCandidates
from handlers.cards.job_cards import show_plan
from handlers.cards.job_changes import Audience, job_changed
from handlers.cards.plan_change_cards import coming, tell_change, to_be_phoned
from handlers.context.callbacks import CardTap, button
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Button, Screen
from handlers.jobs import day_wish_card, replacement
from handlers.jobs.crew_answer import move_by_answers
from handlers.jobs.job_lock import lock_job_view
from handlers.jobs.meanwhile import card_key, tell_meanwhile
from handlers.jobs.override_form import MoveAnywayForm, OverrideReason
from handlers.jobs.plan_change_forms import MoveDayForm, MoveHourForm
from handlers.jobs.wanted_change import WantedChange, changed, is_readable, value_of
from handlers.sessions import lifecycle
from handlers.views import job_views
from handlers.views.candidates import load_candidates, plan_on
from handlers.views.job_views import JobView
from handlers.views.plan_card import sentence
from handlers.views.plan_change_words import arrow_words, value_words
from storage import crew_assignments, crews, day_wishes, jobs, plan_changes
from storage.plan_changes import PlanPart

FORMS = {PlanPart.DAY: "moveday", PlanPart.HOUR: "movehour"}
PERSON = "person"
MOMENTS = frozenset(FORMS)  # a van is changed after the start too
ANYWAY, BACK = "anyway", "back"


async def move_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask for the new value of what was tapped."""
    job_view = await job_views.load(ctx.tx, tap.id)
    job = job_view.job
    if job.state not in CHANGEABLE:
        ctx.tell(ctx.say.plain("changed-meanwhile"))
        await show_plan(ctx, job_view, fresh=False)
        return
    seen = await plan_changes.last_id(ctx.tx, job.id)
    if tap.more == PERSON:
        await replacement.show_crew(ctx, job_view, seen)
    elif tap.more == PlanPart.VEHICLE:
        await _show_vehicles(ctx, job_view, seen)
    elif tap.more in set(PlanPart):
        about = {"job": job.id, "seen": seen}
        await lifecycle.start_once(ctx, FORMS[PlanPart(tap.more)], about=about)


async def _show_vehicles(ctx: UpdateContext, job_view: JobView, seen: int) -> None:
    """List the vehicles; one that another job has is marked."""
    job, plan = job_view.job, job_view.plan
    bench = await load_candidates(ctx.tx, ctx.services, job_view)
    rows: list[tuple[Button, ...]] = []
    for vehicle in bench.fleet.values():
        if vehicle.id != job.vehicle_id:
            taken = bench.vehicle_taken(vehicle.id, plan.start_on, plan.start_time, plan.crew)
            words = f"⛔ {vehicle.name}" if taken else vehicle.name
            more = f"{PlanPart.VEHICLE}.{vehicle.id}"
            rows.append((button(words, "moveto", job.id, seen, more),))
    if job.vehicle_id is not None:
        none = button(
            ctx.say.plain("move-no-vehicle"), "moveto", job.id, seen, f"{PlanPart.VEHICLE}.0"
        )
        rows.append((none,))
    now = job_view.vehicle or "—"
    text = ctx.say("move-which-vehicle", number=job.number, vehicle=now)
    await ctx.show(Screen(text, tuple(rows)), card=card_key(job.id))


async def day_told(ctx: UpdateContext, answers: MoveDayForm, about: Mapping[str, Any]) -> None:
    wanted = WantedChange(PlanPart.DAY, answers.day.isoformat(), int(about["seen"]))
    await change(ctx, int(about["job"]), wanted)


async def hour_told(ctx: UpdateContext, answers: MoveHourForm, about: Mapping[str, Any]) -> None:
    wanted = WantedChange(PlanPart.HOUR, f"{answers.hour:%H:%M}", int(about["seen"]))
    await change(ctx, int(about["job"]), wanted)


async def moveto_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take a value that a button carries: a vehicle, one in spite of soft rules, the old one."""
    part, _, rest = tap.more.partition(".")
    value, _, manner = rest.partition(".")
    if part not in set(PlanPart) or not is_readable(PlanPart(part), value):
        ctx.tell(ctx.say.plain("stale"))
    elif manner == ANYWAY:
        about = {"job": tap.id, "part": part, "value": value, "seen": tap.version}
        await lifecycle.start_once(ctx, "moveanyway", about=about)
    else:
        wanted = WantedChange(PlanPart(part), value, tap.version, back=manner == BACK)
        await change(ctx, tap.id, wanted)


async def anyway_told(
    ctx: UpdateContext, answers: MoveAnywayForm, about: Mapping[str, Any]
) -> None:
    """Change the plan in spite of soft rules; the reason is kept and shown."""
    part, why = PlanPart(about["part"]), {"reason": answers.reason, "words": answers.words}
    wanted = WantedChange(part, str(about["value"]), int(about["seen"]), why=why)
    await change(ctx, int(about["job"]), wanted)


async def change(ctx: UpdateContext, job_id: int, wanted: WantedChange) -> None:
    """Check the changed plan anew, write it and tell those concerned; or say why not."""
    job_view = await lock_job_view(ctx.tx, job_id)
    last = await plan_changes.last_id(ctx.tx, job_id)
    if job_view.job.state not in CHANGEABLE or last != wanted.seen:
        await tell_meanwhile(ctx, job_view)
        return
    await _lock(ctx, job_view, changed(job_view.plan, wanted))
    day = changed(job_view.plan, wanted).start_on
    bench = await load_candidates(ctx.tx, ctx.services, job_view, day)
    before = plan_on(bench, job_view)
    after = changed(before, wanted)
    against = broken(bench, before, after)
    soft_unsaid = against and not wanted.back and wanted.why is None
    if after.vehicle is not None and after.vehicle not in bench.fleet:
        ctx.tell(ctx.say.plain("stale"))
    elif after == before:
        await _say(ctx, job_view, ctx.say("move-same"))
    elif wanted.part in MOMENTS and after.begins_at < ctx.tx.now:
        await _say(ctx, job_view, past_words(ctx, after))
    elif soft_unsaid or any(conflict.hard for conflict in against):
        await _say_against(ctx, job_view, wanted, against)
    else:
        job_view = await _keep_reason(ctx, job_view, wanted, against)
        now = await _write(ctx, job_view, wanted, before, after)
        part = wanted.part
        await _say_done(ctx, now, part, value_of(before, part), value_of(after, part))


async def _lock(ctx: UpdateContext, job_view: JobView, plan: Plan) -> None:
    """Make other plans with these people and vehicles wait for this one."""
    await crews.lock(ctx.tx, [mine.member_id for mine in job_view.crew], plan.vehicles)


async def against_day(ctx: UpdateContext, job_view: JobView, day: date) -> Sequence[Conflict]:
    """Return the rules that the plan would break on another day."""
    bench = await load_candidates(ctx.tx, ctx.services, job_view, day)
    before = plan_on(bench, job_view)
    return broken(bench, before, replace(before, start_on=day))


def is_past(ctx: UpdateContext, job_view: JobView, day: date) -> bool:
    """Tell whether the job would have begun already on that day."""
    return replace(job_view.plan, start_on=day).begins_at < ctx.tx.now


async def take_day(ctx: UpdateContext, job_view: JobView, day: date) -> Sequence[Conflict]:
    """Move the job to the day that both sides want; return the hard rules that refuse it."""
    await _lock(ctx, job_view, job_view.plan)
    against = await against_day(ctx, job_view, day)
    if hard := [conflict for conflict in against if conflict.hard]:
        return hard
    before, why = job_view.plan, {"reason": OverrideReason.CLIENT_AGREED, "words": None}
    wanted = WantedChange(PlanPart.DAY, day.isoformat(), 0, why=why)
    job_view = await _keep_reason(ctx, job_view, wanted, against)
    await _write(ctx, job_view, wanted, before, replace(before, start_on=day))
    return ()


def past_words(ctx: UpdateContext, plan: Plan) -> str:
    return ctx.say("move-past", day=plan.start_on, hour=ctx.say.time(plan.starts_at(0)))


def broken(bench: PlanningCandidates, before: Plan, after: Plan) -> Sequence[Conflict]:
    """Return what the change itself breaks."""
    known = bench.conflicts(before)
    return [conflict for conflict in bench.conflicts(after) if conflict not in known]


async def _keep_reason(
    ctx: UpdateContext, job_view: JobView, wanted: WantedChange, against: Sequence[Conflict]
) -> JobView:
    """Keep why a soft rule is broken, beside those that the publication broke."""
    if wanted.why is None or not against:
        return job_view
    known = (job_view.job.in_spite_of or {}).get("rules", [])
    rules = sorted({*known, *(conflict.rule for conflict in against)})
    kept = {"rules": rules, **wanted.why}
    return replace(job_view, job=await jobs.change(ctx.tx, job_view.job, in_spite_of=kept))


async def _say_against(
    ctx: UpdateContext, job_view: JobView, wanted: WantedChange, against: Sequence[Conflict]
) -> None:
    """Say which rules the change would break; what is soft can be done anyway."""
    job, lines = job_view.job, [sentence(ctx.say, conflict) for conflict in against]
    if any(conflict.hard for conflict in against):
        await _say(ctx, job_view, "\n".join([ctx.say("move-blocked", number=job.number), *lines]))
        return
    value = await value_words(ctx.tx, ctx.say, wanted.part, wanted.value)
    words = ctx.say.plain("move-anyway", value=value)
    more = f"{wanted.part}.{wanted.value}.{ANYWAY}"
    rows = ((button(words, "moveto", job.id, wanted.seen, more),),)
    text = "\n".join([ctx.say("move-look", number=job.number), *lines])
    await ctx.show(Screen(text, rows), card=card_key(job.id))


async def _say(ctx: UpdateContext, job_view: JobView, words: str) -> None:
    await ctx.show(Screen(words), card=card_key(job_view.job.id))


async def _write(
    ctx: UpdateContext, job_view: JobView, wanted: WantedChange, before: Plan, after: Plan
) -> JobView:
    """Write the change with its trail; the reminders follow in the same transaction."""
    tx, job, part = ctx.tx, job_view.job, wanted.part
    old, new = value_of(before, part), value_of(after, part)
    wish = await day_wishes.pending(tx, job.id) if part is PlanPart.DAY else None
    if part is PlanPart.DAY:
        await _move_day(ctx, job_view, after.start_on)
    elif part is PlanPart.HOUR:
        shape = replace(job.shape, days=after.shape)
        await jobs.change(tx, job, start_time=after.start_time, shape=shape)
        await crew_assignments.renew(tx, job.id)
    else:
        await jobs.change(tx, job, vehicle_id=after.vehicle)
        await crew_assignments.renew(tx, job.id)
    await plan_changes.record(tx, job.id, part, old, new, actor_id=ctx.person.id)
    if wish is not None and wish.by_client:
        await day_wish_card.settle(ctx, job)
    # Who is asked for another day gets the card anew below; here cards only follow in silence.
    silent = {Audience.CLIENT, Audience.COORDINATORS}
    shown = silent if part is PlanPart.DAY else {*silent, Audience.CREW}
    now = await job_changed(ctx, job.id, shown_to=shown)
    await tell_change(ctx, now, part, old, new, asker_id=wish.asker_id if wish else None)
    return now


async def _move_day(ctx: UpdateContext, job_view: JobView, start_on: date) -> None:
    """Ask those who come for the other day: their yes was for the old one."""
    tx, job = ctx.tx, job_view.job
    if job.state in UNDER_WAY:
        await jobs.postpone(tx, job, start_on, actor_id=ctx.person.id)
    else:
        await jobs.change(tx, job, start_on=start_on)
    for mine in job_view.crew:
        if mine.state is not CrewAnswer.DECLINED:
            await crew_assignments.answer(tx, mine, CrewReply.ASK_ANEW, actor_id=ctx.person.id)
    await move_by_answers(ctx, job.id)


async def _say_done(
    ctx: UpdateContext, job_view: JobView, part: PlanPart, old: str, new: str
) -> None:
    """Confirm it to the coordinator, with who must be phoned and a way back."""
    job = job_view.job
    arrow = await arrow_words(ctx.tx, ctx.say, part, old, new)
    parts = [ctx.say("move-done", number=job.number) + "\n" + arrow]
    if phoned := to_be_phoned(coming(job_view)):
        parts.append(ctx.say("plan-not-here", names=", ".join(phoned)))
    seen = await plan_changes.last_id(ctx.tx, job.id)
    back = await value_words(ctx.tx, ctx.say, part, old)
    undo = button(
        ctx.say.plain("move-back", value=back), "moveto", job.id, seen, f"{part}.{old}.{BACK}"
    )
    await ctx.show(Screen("\n\n".join(parts), ((undo,),)), card=card_key(job.id))
