"""Which reminder is due, and whether a late one is still worth saying."""

from dataclasses import dataclass

from domain.followups import NudgeKind, nudge_lateness, open_from, rules_on
from domain.reminders import Lateness, ReminderKind, lateness
from storage import reminders
from storage.reminders import SAID, Reminder
from storage.work import Work

NUDGES = frozenset(NudgeKind)


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder whose time has come; one that is too late is dropped unsaid."""

    reminder: Reminder
    to_be_said: bool


async def claim_due(work: Work) -> Due | None:
    """Take the oldest due reminder, so that nobody else says it; None when nothing is due."""
    reminder = await reminders.claim(work)
    if reminder is None:
        return None
    now = _lateness(reminder, work)
    if now is Lateness.LATER:
        opens_at = open_from(work.now, rules_on(work.today), work.zone)
        await reminders.postpone(work, reminder.id, opens_at)
    else:
        state = SAID if now is Lateness.SEND else "dropped"
        await reminders.settle(work, reminder.id, state)
    return Due(reminder, now is Lateness.SEND)


def _lateness(reminder: Reminder, work: Work) -> Lateness:
    if reminder.kind in NUDGES:
        rules = rules_on(work.today)
        return nudge_lateness(NudgeKind(reminder.kind), reminder.due_at, work.now, rules, work.zone)
    return lateness(ReminderKind(reminder.kind), reminder.due_at, work.now)
