"""Coordinators enter when a member is busy each week, see it and take it back."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from domain.appointments import Appointment
from domain.crews import Member
from domain.jobs import CrewAnswer
from domain.planning import is_touched
from domain.windows import TimeWindow
from handlers.absences.appointment_form import AppointmentForm
from handlers.context.callbacks import CardTap, button
from handlers.context.recipients import to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Button, Screen
from handlers.sessions import lifecycle
from handlers.views import job_views
from handlers.words.catalogue import Say
from storage import appointments, crews, events, jobs, people
from storage.plans import NotPlanned, plan_of
from storage.transaction import Unknown

LOOK_AHEAD = timedelta(days=92)  # of jobs that are named


def card_key(member_id: int) -> str:
    return f"appointments:{member_id}"


async def _member(ctx: UpdateContext, member_id: int) -> Member:
    """Load a member. Raises Unknown."""
    member = await crews.find(ctx.tx, member_id)
    if member is None:
        raise Unknown(f"member {member_id}")
    return member


async def list_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show when the member is busy each week."""
    await _show(ctx, await _member(ctx, tap.id))


async def _show(ctx: UpdateContext, member: Member, *, fresh: bool = True) -> None:
    kept = await appointments.of_member(ctx.tx, member.id, ctx.tx.today)
    lines = [ctx.say("appointment-head", name=member.name)]
    lines += [f"• {_words(ctx.say, one.appointment)}" for one in kept]
    if not kept:
        lines.append(ctx.say("appointment-none"))
    rows: list[tuple[Button, ...]] = [
        (button(f"🗑 {_words(ctx.say, one.appointment)}", "unbusy", one.id),) for one in kept
    ]
    rows.append((button(ctx.say.plain("appointment-add"), "addbusy", member.id),))
    rows.append((button(ctx.say.plain("member-back"), "member", member.id),))
    await ctx.show(Screen("\n".join(lines), tuple(rows)), card=card_key(member.id), fresh=fresh)


def _words(say: Say, one: Appointment) -> str:
    """Say which day and hours, and until when; plain text."""
    day = say.plain(f"appointment-weekday.{one.weekday}")
    start, end = say.time(one.start), say.time(one.end)
    words = say.plain("appointment-line", day=day, start=start, end=end)
    return f"{words} (→ {one.last:%d/%m/%Y})" if one.last else words


async def add_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    member = await _member(ctx, tap.id)
    await lifecycle.start_once(ctx, "appointment", about={"member": member.id})


async def added(ctx: UpdateContext, answers: AppointmentForm, about: Mapping[str, Any]) -> None:
    """Keep it, name the coming jobs that it touches, and tell the member."""
    member, hours = await _member(ctx, int(about["member"])), answers.hours
    if hours.end is None or not member.active:
        await ctx.show(Screen(ctx.say("member-left", name=member.name)))
        return
    said = Appointment(
        member.id, answers.weekday, hours.start, hours.end, ctx.tx.today, answers.last
    )
    kept_id = await appointments.keep(ctx.tx, said, added_by=ctx.person.id)
    await _record(ctx, "appointment_entered", member.id, kept_id)
    parts = [ctx.say("appointment-kept", name=member.name, when=_words(ctx.say, said))]
    if numbers := await _touched(ctx, said):
        parts.append(ctx.say("appointment-touches", numbers=", ".join(numbers)))
    undo = button(ctx.say.plain("absence-undo"), "unbusy", kept_id)
    await ctx.show(Screen("\n\n".join(parts), ((undo,),)), card=f"appointment:{kept_id}")
    await _tell(ctx, said, "appointment-told")


async def _record(ctx: UpdateContext, what: str, member_id: int, kept_id: int) -> None:
    actor = ctx.person.id
    await events.record(ctx.tx, what, "member", member_id, actor_id=actor, appointment=kept_id)


async def _touched(ctx: UpdateContext, said: Appointment) -> list[str]:
    """List the member's coming jobs in these hours; the office decides about them."""
    within = TimeWindow(ctx.tx.now, ctx.tx.now + LOOK_AHEAD)
    taken = [*said.windows(within, ctx.tx.zone)]
    numbers = []
    for job in await jobs.of_member(ctx.tx, said.member, ctx.tx.today):
        job_view = await job_views.of_job(ctx.tx, job)
        mine = job_view.of_member(said.member)
        if mine is None or mine.state is CrewAnswer.DECLINED:
            continue
        try:
            plan = plan_of(job, job_view.crew, ctx.tx.zone)
        except NotPlanned:
            continue
        if any(is_touched(plan, said.member, window) for window in taken):
            numbers.append(job.number)
    return numbers


async def _tell(ctx: UpdateContext, said: Appointment, key: str) -> None:
    """Tell the member what is now known of their week."""
    person_id = (await crews.joined(ctx.tx)).get(said.member)
    if person_id is not None:
        member = to_person(ctx, await people.get(ctx.tx, person_id))
        await member.send(member.say(key, when=_words(member.say, said)), silent=True)


async def drop_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take an appointment back."""
    kept = await appointments.find(ctx.tx, tap.id)
    if kept is None or not await appointments.cancel(ctx.tx, tap.id):
        ctx.tell(ctx.say.plain("stale"))
        return
    said = kept.appointment
    await _record(ctx, "appointment_taken_back", said.member, kept.id)
    await ctx.show(
        Screen(ctx.say("appointment-back", name=kept.name, when=_words(ctx.say, said))),
        card=f"appointment:{kept.id}",
        fresh=False,
    )
    await _show(ctx, await _member(ctx, said.member), fresh=False)
    await _tell(ctx, said, "appointment-told-back")
