"""Which reminder is due, and whether a late one is still worth saying."""

from dataclasses import dataclass

from domain.followups import NudgeKind, nudge_lateness, open_from, rules_on
from domain.reminders import Lateness, ReminderKind, lateness
from storage import reminders
from storage.reminders import SAID, Reminder
from storage.transaction import Reading, Transaction

NUDGES = frozenset(NudgeKind)


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder whose time has come; one that is too late is dropped unsaid."""

    reminder: Reminder
    to_be_said: bool


async def claim_due(tx: Transaction) -> Due | None:
    """Take the oldest due reminder, so that nobody else says it; None when nothing is due."""
    reminder = await reminders.claim(tx)
    if reminder is None:
        return None
    now = _lateness(reminder, tx)
    if now is Lateness.LATER:
        opens_at = open_from(tx.now, rules_on(tx.today), tx.zone)
        await reminders.postpone(tx, reminder.id, opens_at)
    else:
        state = SAID if now is Lateness.SEND else "dropped"
        await reminders.settle(tx, reminder.id, state)
    return Due(reminder, now is Lateness.SEND)


def _lateness(reminder: Reminder, tx: Reading) -> Lateness:
    if reminder.kind in NUDGES:
        rules = rules_on(tx.today)
        return nudge_lateness(NudgeKind(reminder.kind), reminder.due_at, tx.now, rules, tx.zone)
    return lateness(ReminderKind(reminder.kind), reminder.due_at, tx.now)
