"""The audit trail: who did what to which thing, and when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from storage.tables import events
from storage.transaction import Reading, Transaction


async def record(
    tx: Transaction,
    what: str,
    subject: str,
    subject_id: int,
    *,
    actor_id: int | None,
    **details: Any,
) -> None:
    await tx.insert(
        events,
        at=tx.now,
        actor_id=actor_id,
        what=what,
        subject=subject,
        subject_id=subject_id,
        details=details or None,
    )


async def author_of(
    tx: Reading, what: str, subject: str, subject_id: int, number: str
) -> int | None:
    """Tell who did it to a thing, of those that were done under this number."""
    c = events.c
    query = select(c.actor_id, c.details).where(
        c.subject == subject, c.subject_id == subject_id, c.what == what
    )
    rows = await tx.rows(query.order_by(c.id.desc()))
    return next((row.actor_id for row in rows if (row.details or {}).get("number") == number), None)


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """Who did something, and when."""

    actor_id: int | None
    at: datetime


async def last(tx: Reading, what: str, subject: str, subject_id: int) -> AuditEvent | None:
    """Find when something was done to a thing last."""
    c = events.c
    where = (c.subject == subject, c.subject_id == subject_id, c.what == what)
    row = await tx.first(select(c.actor_id, c.at).where(*where).order_by(c.id.desc()).limit(1))
    return AuditEvent(*row) if row else None


async def of(tx: Reading, subject: str, subject_id: int) -> list[tuple[str, int | None]]:
    """List what happened to a thing: what and by whom, oldest first."""
    c = events.c
    query = (
        select(c.what, c.actor_id)
        .where(c.subject == subject, c.subject_id == subject_id)
        .order_by(c.id)
    )
    return [(row.what, row.actor_id) for row in await tx.rows(query)]
