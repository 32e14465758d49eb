"""What is due and when; each thing, kind and person has one row, whatever is rescheduled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update

from storage.tables import reminders
from storage.work import Work, insert_new

WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Reminder:
    id: int
    key: str
    kind: str
    job_id: int | None
    member_id: int | None
    due_at: datetime
    thing_id: int | None = None  # of kinds that are not about a job


@dataclass(frozen=True, slots=True)
class NewReminder:
    key: str
    kind: str
    member_id: int | None
    due_at: datetime


_COLUMNS = [reminders.c[name] for name in Reminder.__dataclass_fields__]


async def rewrite(work: Work, job_id: int, chain: Sequence[NewReminder]) -> None:
    """Replace what waits for this job; what was said already is not said again."""
    c = reminders.c
    await work.run(delete(reminders).where(c.job_id == job_id, c.state == WAITING))
    for one in chain:
        query = insert_new(work, reminders, ("key",)).values(
            key=one.key,
            kind=one.kind,
            job_id=job_id,
            member_id=one.member_id,
            due_at=one.due_at,
            state=WAITING,
        )
        await work.run(query)


async def rewrite_thing(work: Work, kind: str, thing_id: int, chain: Sequence[NewReminder]) -> None:
    """Replace what waits of this kind for a thing that is no job: a survey, a takeover."""
    c = reminders.c
    waits = (c.thing_id == thing_id, c.kind == kind, c.state == WAITING)
    await work.run(delete(reminders).where(*waits))
    for one in chain:
        query = insert_new(work, reminders, ("key",)).values(
            key=one.key, kind=kind, thing_id=thing_id, due_at=one.due_at, state=WAITING
        )
        await work.run(query)


async def claim(work: Work) -> Reminder | None:
    """Lock the oldest due reminder for this transaction."""
    c = reminders.c
    query = (
        select(*_COLUMNS)
        .where(c.state == WAITING, c.due_at <= work.now)
        .order_by(c.due_at, c.id)
        .limit(1)
    )
    if work.conn.dialect.name == "postgresql":
        query = query.with_for_update(skip_locked=True)
    row = await work.first(query)
    return Reminder(*row) if row else None


async def settle(work: Work, reminder_id: int, state: str) -> None:
    where = reminders.c.id == reminder_id
    await work.run(update(reminders).where(where).values(state=state, done_at=work.now))


async def next_due(work: Work) -> Reminder | None:
    """Tell what is due next, whenever that is."""
    query = select(*_COLUMNS).where(reminders.c.state == WAITING).order_by(reminders.c.due_at)
    row = await work.first(query.limit(1))
    return Reminder(*row) if row else None


async def waiting(work: Work) -> int:
    query = select(func.count()).where(reminders.c.state == WAITING)
    row = await work.first(query)
    return int(row[0]) if row else 0
