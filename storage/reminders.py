"""What is due and when; each thing, kind and person has one row, whatever is rescheduled."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update

from storage.tables import reminders
from storage.tables.base import Instant
from storage.transaction import Reading, Transaction, insert_new

WAITING, SAID, STOPPED = "waiting", "said", "stopped"


@dataclass(frozen=True, slots=True)
class Reminder:
    id: int
    key: str
    kind: str
    job_id: int | None
    member_id: int | None
    due_at: datetime
    revision_id: int | None = None
    person_id: int | None = None
    thing_id: int | None = None  # of kinds that are not about a job, a quote or a person


@dataclass(frozen=True, slots=True)
class NewReminder:
    key: str
    kind: str
    member_id: int | None
    due_at: datetime


_COLUMNS = [reminders.c[name] for name in Reminder.__dataclass_fields__]


async def rewrite(tx: Transaction, job_id: int, chain: Sequence[NewReminder]) -> None:
    """Replace what waits for this job; what was said already is not said again."""
    c = reminders.c
    await tx.run(delete(reminders).where(c.job_id == job_id, c.state == WAITING))
    await add(tx, chain, job_id=job_id)


async def add(
    tx: Transaction,
    chain: Sequence[NewReminder],
    *,
    job_id: int | None = None,
    revision_id: int | None = None,
    person_id: int | None = None,
) -> None:
    """Write down what is due for a job, a quote or a person; a key that is there stays as it is."""
    about = {"job_id": job_id, "revision_id": revision_id, "person_id": person_id}
    rows = [{**asdict(one), **about, "state": WAITING} for one in chain]
    if rows:
        await tx.run(insert_new(tx, reminders, ("key",)), rows)


async def rewrite_thing(
    tx: Transaction, kind: str, thing_id: int, chain: Sequence[NewReminder]
) -> None:
    """Replace what waits of this kind for a thing that is no job: a survey, a takeover."""
    c = reminders.c
    waits = (c.thing_id == thing_id, c.kind == kind, c.state == WAITING)
    await tx.run(delete(reminders).where(*waits))
    rows = [
        {"key": one.key, "kind": kind, "thing_id": thing_id, "due_at": one.due_at, "state": WAITING}
        for one in chain
    ]
    if rows:
        await tx.run(insert_new(tx, reminders, ("key",)), rows)


async def stop(
    tx: Transaction,
    kinds: Collection[str],
    *,
    revision_id: int | None = None,
    person_id: int | None = None,
) -> None:
    """Have nothing of these kinds said any more about a quote, or to a person."""
    query = _STOP_FOR_PERSON if revision_id is None else _STOP_FOR_QUOTE
    whose = person_id if revision_id is None else revision_id
    await tx.run(query, {"whose": whose, "kinds": list(kinds), "now": tx.now})


_STOP = (
    update(reminders)
    .where(reminders.c.kind.in_(bindparam("kinds", expanding=True)), reminders.c.state == WAITING)
    .values(state=STOPPED, done_at=bindparam("now", type_=Instant))
)
_STOP_FOR_PERSON = _STOP.where(reminders.c.person_id == bindparam("whose"))
_STOP_FOR_QUOTE = _STOP.where(reminders.c.revision_id == bindparam("whose"))


async def said(tx: Reading, kinds: Collection[str], revision_id: int) -> int:
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


async def claim(tx: Transaction) -> Reminder | None:
    """Lock the oldest due reminder for this transaction."""
    c = reminders.c
    query = (
        select(*_COLUMNS)
        .where(c.state == WAITING, c.due_at <= tx.now)
        .order_by(c.due_at, c.id)
        .limit(1)
    )
    if tx.conn.dialect.name == "postgresql":
        query = query.with_for_update(skip_locked=True)
    row = await tx.first(query)
    return Reminder(*row) if row else None


async def settle(tx: Transaction, reminder_id: int, state: str) -> None:
    where = reminders.c.id == reminder_id
    await tx.run(update(reminders).where(where).values(state=state, done_at=tx.now))


async def next_due(tx: Reading) -> Reminder | None:
    """Tell what is due next, whenever that is."""
    query = select(*_COLUMNS).where(reminders.c.state == WAITING).order_by(reminders.c.due_at)
    row = await tx.first(query.limit(1))
    return Reminder(*row) if row else None


async def waiting(tx: Reading) -> int:
    query = select(func.count()).where(reminders.c.state == WAITING)
    row = await tx.first(query)
    return int(row[0]) if row else 0
