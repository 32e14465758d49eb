"""A member says with big buttons on which days of the next week they cannot come."""

from datetime import date, timedelta

from domain.absences import AbsencePeriod
from domain.availability import (
    LATEST,
    DayMark,
    Marks,
    brought_up_to_date,
    days_of,
    is_stale,
    marks_of,
    next_monday,
    proposed,
    read_marks,
)
from domain.crews import Member
from handlers.absences.jobs_touched import decline_touched
from handlers.context.alerts import tell_coordinators
from handlers.context.callbacks import CardTap
from handlers.context.recipients import to_person
from handlers.context.system_context import SystemContext
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.crews import week_reminder
from handlers.views import week_card
from storage import absences, crews, events, outbox, people
from storage.outbox import Urgency
from storage.reminders import Reminder
from storage.transaction import Reading, Unknown

A_WEEK = timedelta(days=7)


async def begin_tapped(ctx: UpdateContext, _tap: CardTap) -> None:
    """Show the week to come, filled in as the one before."""
    monday = next_monday(ctx.tx.today)
    marks = await _proposed(ctx.tx, (await _own(ctx)).id, ctx.person.id, monday)
    await ctx.show(week_card.draw(ctx.say, monday, marks), card=week_card.card_key(monday))


async def _own(ctx: UpdateContext) -> Member:
    member = await crews.of_person(ctx.tx, ctx.person.id)
    if member is None:
        raise Unknown(f"member of {ctx.person.id}")
    return member


async def _proposed(tx: Reading, member_id: int, person_id: int, monday: date) -> Marks:
    now = await _marks(tx, member_id, person_id, monday)
    return proposed(now, await _marks(tx, member_id, person_id, monday - A_WEEK))


async def ask_week(ctx: SystemContext, reminder: Reminder) -> None:
    """Send a member the week to come, and plan the next time; not after an outage of a day."""
    member = await crews.find(ctx.tx, reminder.subject_id)
    person_id = (await crews.joined(ctx.tx)).get(reminder.subject_id)
    if member is None or not member.active or person_id is None:
        return
    await week_reminder.plan(ctx.tx, member.id)
    if ctx.tx.now - reminder.due_at > LATEST:
        return
    monday = next_monday(ctx.tx.today)
    recipient = to_person(ctx, await people.get(ctx.tx, person_id))
    marks = await _proposed(ctx.tx, member.id, person_id, monday)
    screen = week_card.draw(recipient.say, monday, marks)
    await recipient.send(screen, card=week_card.card_key(monday), urgency=Urgency.NOTICE)


async def _marks(tx: Reading, member_id: int, person_id: int, monday: date) -> Marks:
    window = AbsencePeriod(monday, days_of(monday)[-1]).window(tx.zone)
    kept = await absences.of_member(tx, member_id, window)
    own = [one.window for one in kept if one.added_by == person_id]
    by_others = [one.window for one in kept if one.added_by != person_id]
    return marks_of(monday, own, tx.zone, by_others=by_others)


async def turn_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show the week with one day turned around; nothing is noted yet."""
    found = await _tapped_week(ctx, tap)
    if found is not None:
        monday, marks = found
        await _show(ctx, monday, week_card.draw(ctx.say, monday, marks))


async def _tapped_week(ctx: UpdateContext, tap: CardTap) -> tuple[date, Marks] | None:
    """Read the week that a button carries; None, and it is said, where it is over or no week."""
    await _own(ctx)
    marks = read_marks(tap.more)
    coming = next_monday(ctx.tx.today)
    if marks is None or tap.id not in {coming.toordinal(), (coming - A_WEEK).toordinal()}:
        ctx.tell(ctx.say.plain("stale"))
        return None
    return date.fromordinal(tap.id), marks


async def _show(ctx: UpdateContext, monday: date, screen: Screen) -> None:
    name = week_card.card_key(monday)
    if ctx.input.message_id is not None:
        await outbox.adopt_all(ctx.tx, name, {ctx.chat_id: ctx.input.message_id})
    await ctx.show(screen, card=name, fresh=False)


async def ok_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Note the days, take the member off the jobs that they cannot do, and tell the office.

    Where the office has entered or taken back an absence meanwhile, the week is shown anew first.
    """
    found = await _tapped_week(ctx, tap)
    if found is None:
        return
    monday, wanted = found
    member = await _own(ctx)
    before = await _marks(ctx.tx, member.id, ctx.person.id, monday)
    if is_stale(wanted, before):
        ctx.tell(ctx.say.plain("changed-meanwhile"))
        marks = brought_up_to_date(wanted, before)
        await _show(ctx, monday, week_card.draw(ctx.say, monday, marks))
        return
    for day, mark, kept in zip(days_of(monday), wanted, before, strict=True):
        if DayMark.FIXED not in {mark, kept} and mark is not kept and day >= ctx.tx.today:
            await _note(ctx, member, day, away=mark is DayMark.AWAY)
    now = await _marks(ctx.tx, member.id, ctx.person.id, monday)
    await _show(ctx, monday, week_card.draw_done(ctx.say, monday, now))
    await events.record(ctx.tx, "week_answered", "member", member.id, actor_id=ctx.person.id)
    if now != before:
        days = [
            day for day, mark in zip(days_of(monday), now, strict=True) if mark != DayMark.COMES
        ]
        await _tell(ctx, member, monday, days)


async def _note(ctx: UpdateContext, member: Member, day: date, *, away: bool) -> None:
    """Keep one whole day as an absence, or take back what the member entered."""
    window = AbsencePeriod(day, day).window(ctx.tx.zone)
    if away:
        await absences.keep(ctx.tx, member.id, window, added_by=ctx.person.id)
        await decline_touched(ctx, member, window)
        return
    for kept in await absences.of_member(ctx.tx, member.id, window):
        if kept.window == window and kept.added_by == ctx.person.id:
            await absences.cancel(ctx.tx, kept.id)


async def _tell(ctx: UpdateContext, member: Member, monday: date, days: list[date]) -> None:
    key = "week-told" if days else "week-told-all"
    shown = ", ".join(f"{day:%d/%m}" for day in days)
    await tell_coordinators(ctx, key, silent=True, name=member.name, first=monday, days=shown)
