"""Which reminder is due, and whether a late one is still worth saying."""

from dataclasses import dataclass

from domain.reminders import Lateness, ReminderKind, lateness
from storage import reminders
from storage.reminders import Reminder
from storage.work import Work


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
    said = lateness(ReminderKind(reminder.kind), reminder.due_at, work.now) is Lateness.SEND
    await reminders.settle(work, reminder.id, "said" if said else "dropped")
    return Due(reminder, said)
