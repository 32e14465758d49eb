"""What is due and when; each thing, kind and person has one row, whatever is rescheduled."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from domain.reminders import (
    RULES,
    PlannedReminder,
    ReminderKind,
    Subject,
    UnknownReminderKind,
    kind_of,
    kinds_of,
)
from storage.dialects import insert_new
from storage.tables import reminders
from storage.tables.base import Instant
from storage.transaction import Reading, Transaction

WAITING, SAID, STOPPED, DROPPED = "waiting", "said", "stopped", "dropped"

_SUBJECT_COLUMNS = {
    Subject.JOB: reminders.c.job_id,
    Subject.QUOTE: reminders.c.revision_id,
    Subject.PERSON: reminders.c.person_id,
    Subject.SURVEY: reminders.c.thing_id,
    Subject.RELAY: reminders.c.thing_id,
    Subject.MEMBER: reminders.c.thing_id,
    Subject.VEHICLE: reminders.c.thing_id,
    Subject.WEEK: reminders.c.thing_id,
}


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder of one thing; `member_id` where it is for one member of a job's crew."""

    id: int
    key: str
    kind: ReminderKind
    subject_id: int
    due_at: datetime
    member_id: int | None = None


@dataclass(frozen=True, slots=True)
class UnknownReminder:
    """A due row whose kind this program does not have."""

    id: int
    kind: str


async def rewrite(
    tx: Transaction, subject: Subject, subject_id: int, planned: Sequence[PlannedReminder]
) -> None:
    """Replace what waits for a thing; what was said or stopped is not said again."""
    c, column = reminders.c, _SUBJECT_COLUMNS[subject]
    kinds = sorted(kinds_of(subject))
    await tx.run(
        delete(reminders).where(column == subject_id, c.kind.in_(kinds), c.state == WAITING)
    )
    rows = [
        {
            "key": reminder.key,
            "kind": reminder.kind.value,
            "due_at": reminder.due_at,
            "member_id": reminder.person,
            column.name: subject_id,
            "state": WAITING,
        }
        for reminder in planned
    ]
    if rows:
        await tx.run(insert_new(tx, reminders, ("key",)), rows)


async def stop(
    tx: Transaction, kinds: Collection[ReminderKind], subject: Subject, subject_id: int
) -> None:
    """Stop what waits of these kinds for a thing."""
    values = {"whose": subject_id, "kinds": sorted(kinds), "now": tx.now}
    await tx.run(_STOPS[subject], values)


_STOP = (
    update(reminders)
    .where(reminders.c.kind.in_(bindparam("kinds", expanding=True)), reminders.c.state == WAITING)
    .values(state=STOPPED, done_at=bindparam("now", type_=Instant))
)
_STOPS = {
    subject: _STOP.where(column == bindparam("whose"))
    for subject, column in _SUBJECT_COLUMNS.items()
}


async def said(tx: Reading, kinds: Collection[ReminderKind], revision_id: int) -> int:
    """Count what was said of these kinds about a quote."""
    c = reminders.c
    where = (c.revision_id == revision_id, c.kind.in_(kinds), c.state == SAID)
    row = await tx.first(select(func.count()).where(*where))
    return int(row[0]) if row else 0


async def postpone(tx: Transaction, reminder_id: int, due_at: datetime) -> None:
    """Let it wait until then."""
    where = reminders.c.id == reminder_id
    values = {"state": WAITING, "due_at": due_at, "done_at": None}
    await tx.run(update(reminders).where(where).values(**values))


async def claim(tx: Transaction) -> Reminder | UnknownReminder | None:
    """Lock the oldest due reminder for this transaction."""
    c = reminders.c
    query = (
        select(reminders)
        .where(c.state == WAITING, c.due_at <= tx.now)
        .order_by(c.due_at, c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = await tx.first(query)
    return None if row is None else _reminder(row)


def _reminder(row: Any) -> Reminder | UnknownReminder:
    try:
        kind = kind_of(row.kind)
    except UnknownReminderKind:
        return UnknownReminder(row.id, row.kind)
    subject_id = getattr(row, _SUBJECT_COLUMNS[RULES[kind].subject].name)
    return Reminder(row.id, row.key, kind, subject_id, row.due_at, row.member_id)


async def settle(tx: Transaction, reminder_id: int, state: str) -> None:
    where = reminders.c.id == reminder_id
    await tx.run(update(reminders).where(where).values(state=state, done_at=tx.now))


async def next_due(tx: Reading) -> Reminder | UnknownReminder | None:
    """Tell what is due next, whenever that is."""
    query = select(reminders).where(reminders.c.state == WAITING).order_by(reminders.c.due_at)
    row = await tx.first(query.limit(1))
    return None if row is None else _reminder(row)


async def waiting(tx: Reading) -> int:
    query = select(func.count()).where(reminders.c.state == WAITING)
    row = await tx.first(query)
    return int(row[0]) if row else 0
