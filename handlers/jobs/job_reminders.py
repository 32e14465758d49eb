"""Reminders: written down with the plan, said when they are due and still make sense."""

from collections.abc import Awaitable, Callable, Mapping

from domain.calendar import day_of
from domain.jobs import REMINDED, CrewAnswer
from domain.reminders import PlannedReminder, ReminderKind, still_wanted
from handlers.cards.job_cards import send_to_coordinators, send_to_crew
from handlers.context import alerts
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.quotes.follow_up_messages import nudge
from handlers.relay import live_chat
from handlers.surveys import coordinator_survey
from handlers.views import job_views
from handlers.views.job_views import JobView
from storage.outbox import Urgency
from storage.reminders import Reminder
from storage.transaction import Transaction

# What is not about a job.
ELSEWHERE: Mapping[str, Callable[[Transaction, Services, Reminder], Awaitable[None]]] = {
    ReminderKind.SURVEY_EVE: coordinator_survey.remind,
    ReminderKind.TAKEOVER_END: live_chat.silent,
}


async def remind(tx: Transaction, services: Services, reminder: Reminder) -> None:
    """Say it, unless it makes no sense any more."""
    if reminder.job_id is None:
        await ELSEWHERE.get(reminder.kind, nudge)(tx, services, reminder)
        return
    job_view = await job_views.load(tx, reminder.job_id)
    if job_view.job.state not in REMINDED:
        return
    kind = ReminderKind(reminder.kind)
    promise = _promise(reminder, kind, job_view)
    if not still_wanted(promise, job_view.job.state, job_view.start_on, job_view.answers):
        return
    if kind is ReminderKind.UNCONFIRMED:
        await _alert(tx, services, job_view)
        return
    mine = job_view.of_member(reminder.member_id or 0)
    if mine is not None:
        key = f"remind-{kind}"
        await send_to_crew(
            SystemContext(tx, services),
            job_view,
            only=[mine],
            fresh=True,
            key=key,
            urgency=Urgency.NOTICE,
        )


def _promise(reminder: Reminder, kind: ReminderKind, job_view: JobView) -> PlannedReminder:
    """A morning's reminder is said on its day, the others are about the first one."""
    on = (
        day_of(reminder.due_at, job_view.zone)
        if kind is ReminderKind.MORNING
        else job_view.start_on
    )
    return PlannedReminder(kind, reminder.member_id, on, reminder.due_at, reminder.key)


async def _alert(tx: Transaction, services: Services, job_view: JobView) -> None:
    """Name who has not said yes, and show the card with its buttons anew."""
    silent = [one.name for one in job_view.crew if one.state is not CrewAnswer.CONFIRMED]
    await alerts.tell_coordinators(
        tx,
        services,
        "alert-unconfirmed",
        number=job_view.job.number,
        names=", ".join(silent),
        day=job_view.start_on,
    )
    await send_to_coordinators(SystemContext(tx, services), job_view, fresh=True)
