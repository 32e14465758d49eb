"""Which reminder is due, and whether a late one is still worth sending."""

from dataclasses import dataclass

import structlog

from domain.followups import open_from, rules_on
from domain.reminders import Lateness, lateness
from storage import reminders
from storage.reminders import DROPPED, SAID, Reminder, UnknownReminder
from storage.transaction import Transaction

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder whose time has come; `to_send` is None where it is too late or has to wait."""

    kind: str
    to_send: Reminder | None = None


async def claim_due(tx: Transaction) -> Due | None:
    """Claim the oldest due reminder for this transaction; None when nothing is due.

    One of a kind that this program does not have is dropped and logged: it never holds up others.
    """
    reminder = await reminders.claim(tx)
    if reminder is None:
        return None
    if isinstance(reminder, UnknownReminder):
        log.error("reminder_unknown", reminder=reminder.id, kind=reminder.kind)
        await reminders.settle(tx, reminder.id, DROPPED)
        return Due(reminder.kind)
    rules = rules_on(tx.today)
    late = lateness(reminder.kind, reminder.due_at, tx.now, rules, tx.zone)
    if late is Lateness.LATER:
        await reminders.postpone(tx, reminder.id, open_from(tx.now, rules, tx.zone))
    else:
        await reminders.settle(tx, reminder.id, SAID if late is Lateness.SEND else DROPPED)
    return Due(reminder.kind, reminder if late is Lateness.SEND else None)
