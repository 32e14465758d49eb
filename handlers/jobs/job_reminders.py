"""Sends the due reminders of a job if they still apply."""

from datetime import date, timedelta

from domain.calendar import day_of
from domain.jobs import REMINDED, UNDER_WAY, CrewAnswer
from domain.reminders import PlannedReminder, ReminderKind, still_wanted
from handlers.cards.job_cards import send_to_coordinators, send_to_crew
from handlers.context import alerts
from handlers.context.system_context import SystemContext
from handlers.jobs.away_alert import days_away
from handlers.views import job_views
from handlers.views.crew_status import called
from handlers.views.job_views import JobView
from storage.outbox import Urgency
from storage.reminders import Reminder


async def remind_member(ctx: SystemContext, reminder: Reminder) -> None:
    """Send a member their job card again, unless they are away on the day it is about."""
    job_view = await _wanted(ctx, reminder)
    mine = job_view.of_member(reminder.member_id or 0) if job_view is not None else None
    if job_view is None or mine is None:
        return
    day = _day_of(reminder, job_view)
    # While a job is upcoming an absence is a no, and a yes after it counts more.
    under_way = job_view.job.state in UNDER_WAY
    if under_way and day in await days_away(ctx.tx, job_view, mine.member_id):
        return
    key = f"remind-{reminder.kind}"
    await send_to_crew(
        ctx, job_view, only=[mine], fresh=True, key=key, on=day, urgency=Urgency.NOTICE
    )


async def alert_unconfirmed(ctx: SystemContext, reminder: Reminder) -> None:
    """List the unconfirmed members to the coordinators and post the job card anew."""
    job_view = await _wanted(ctx, reminder)
    if job_view is None:
        return
    unsure = [member for member in job_view.crew if member.state is not CrewAnswer.CONFIRMED]
    silent = [called(member) for member in unsure]
    await alerts.tell_coordinators(
        ctx,
        "alert-unconfirmed",
        number=job_view.job.number,
        names=", ".join(silent),
        day=job_view.start_on,
    )
    await send_to_coordinators(ctx, job_view, fresh=True)


async def _wanted(ctx: SystemContext, reminder: Reminder) -> JobView | None:
    """Load the job; None if the reminder no longer applies."""
    job_view = await job_views.load(ctx.tx, reminder.subject_id)
    state = job_view.job.state
    if state not in REMINDED:
        return None
    planned = _planned(reminder, job_view)
    wanted = still_wanted(planned, state, job_view.start_on, job_view.answers)
    return job_view if wanted else None


def _planned(reminder: Reminder, job_view: JobView) -> PlannedReminder:
    on = _day_of(reminder, job_view)
    return PlannedReminder(reminder.kind, reminder.member_id, on, reminder.due_at, reminder.key)


def _day_of(reminder: Reminder, job_view: JobView) -> date:
    """Tell which day of work it is about: that morning's, the evening's next, else the first."""
    due_on = day_of(reminder.due_at, job_view.zone)
    match reminder.kind:
        case ReminderKind.MORNING:
            return due_on
        case ReminderKind.EVE:
            return due_on + timedelta(days=1)
    return job_view.start_on
