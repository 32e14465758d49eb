"""Reminders: written down with the plan, said when they are due and still make sense."""

from collections.abc import Awaitable, Callable, Mapping

from domain.calendar import day_of
from domain.jobs import Answer, JobState
from domain.reminders import Reminder as Promise
from domain.reminders import ReminderKind, plan_reminders, still_wanted
from handlers import alerts, takeover
from handlers import dossier as dossiers
from handlers.coordinators import board, surveys
from handlers.crews import cards
from handlers.dossier import Dossier
from handlers.nudging import nudge
from handlers.shop import Shop
from storage import reminders
from storage.outbox import Urgency
from storage.reminders import NewReminder, Reminder
from storage.work import Work

# What is not about a job.
ELSEWHERE: Mapping[str, Callable[[Work, Shop, Reminder], Awaitable[None]]] = {
    ReminderKind.SURVEY_EVE: surveys.remind,
    ReminderKind.TAKEOVER_END: takeover.silent,
}

REMINDED = cards.UPCOMING | {JobState.EN_ROUTE, JobState.ON_SITE}


async def plan_ahead(work: Work, dossier: Dossier) -> None:
    """Write the chain of a job anew, as it stands now; what was said is not said again."""
    promises: tuple[Promise, ...] = ()
    if dossier.job.state in REMINDED:
        promises = plan_reminders(dossier.plan, work.now)
    chain = [NewReminder(one.key, one.kind, one.person, one.due_at) for one in promises]
    await reminders.rewrite(work, dossier.job.id, chain)


async def remind(work: Work, shop: Shop, reminder: Reminder) -> None:
    """Say it, unless it makes no sense any more."""
    if reminder.job_id is None:
        await ELSEWHERE.get(reminder.kind, nudge)(work, shop, reminder)
        return
    dossier = await dossiers.load(work, reminder.job_id)
    if dossier.job.state not in REMINDED:
        return
    kind = ReminderKind(reminder.kind)
    promise = _promise(reminder, kind, dossier)
    if not still_wanted(promise, dossier.job.state, dossier.start_on, dossier.answers):
        return
    if kind is ReminderKind.UNCONFIRMED:
        await _alert(work, shop, dossier)
        return
    mine = dossier.of_member(reminder.member_id or 0)
    if mine is not None:
        key = f"remind-{kind}"
        await cards.send(
            work, shop, dossier, only=[mine], fresh=True, key=key, urgency=Urgency.NOTICE
        )


def _promise(reminder: Reminder, kind: ReminderKind, dossier: Dossier) -> Promise:
    """A morning's reminder is said on its day, the others are about the first one."""
    on = day_of(reminder.due_at, dossier.zone) if kind is ReminderKind.MORNING else dossier.start_on
    return Promise(kind, reminder.member_id, on, reminder.due_at, reminder.key)


async def _alert(work: Work, shop: Shop, dossier: Dossier) -> None:
    """Name who has not said yes, and show the card with its buttons anew."""
    silent = [one.name for one in dossier.crew if one.state is not Answer.CONFIRMED]
    await alerts.tell_coordinators(
        work,
        shop,
        "alert-unconfirmed",
        number=dossier.job.number,
        names=", ".join(silent),
        day=dossier.start_on,
    )
    await board.refresh(work, shop, dossier, fresh=True)
