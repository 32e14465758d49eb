"""What was changed in the plan of a job, by whom: read from the audit trail."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from domain.jobs import JobEvent
from storage import events
from storage.tables import events as event_rows
from storage.transaction import Reading, Transaction

CHANGED, SWAPPED, PLANNED = "plan_changed", "swapped", "planned"
_KINDS = (CHANGED, SWAPPED, PLANNED, *JobEvent)
_ANSWERS = frozenset({JobEvent.CONFIRM, JobEvent.DOUBT})  # what the crew says changes no plan


class PlanPart(StrEnum):
    """What of a published plan is changed alone."""

    DAY = "day"
    HOUR = "hour"
    VEHICLE = "vehicle"


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One act on a plan; `id` tells whether somebody acted since a screen was drawn."""

    id: int
    what: str
    actor_id: int | None
    at: datetime
    details: Mapping[str, Any]


async def record(
    tx: Transaction, job_id: int, part: PlanPart, before: str, after: str, *, actor_id: int
) -> None:
    """Note that one part of a plan has another value."""
    await events.record(
        tx, CHANGED, "job", job_id, actor_id=actor_id, part=part, before=before, after=after
    )


async def last(tx: Reading, job_id: int) -> PlanChange | None:
    """Find the last act on the plan of a job; answers of its crew are none."""
    c = event_rows.c
    kinds = [kind for kind in _KINDS if kind not in _ANSWERS]
    query = (
        select(c.id, c.what, c.actor_id, c.at, c.details)
        .where(c.subject == "job", c.subject_id == job_id, c.what.in_(kinds))
        .order_by(c.id.desc())
        .limit(1)
    )
    row = await tx.first(query)
    return (
        None
        if row is None
        else PlanChange(row.id, row.what, row.actor_id, row.at, row.details or {})
    )


async def published(tx: Reading, job_id: int) -> list[datetime]:
    """List when the plan of a job was published and not taken back at once, newest first."""
    c = event_rows.c
    kinds = (JobEvent.PUBLISH, JobEvent.UNPUBLISH)
    query = (
        select(c.what, c.at)
        .where(c.subject == "job", c.subject_id == job_id, c.what.in_(kinds))
        .order_by(c.id)
    )
    found: list[datetime] = []
    for row in await tx.rows(query):
        if row.what == JobEvent.PUBLISH:
            found.insert(0, row.at)
        elif found:
            found.pop(0)
    return found


async def told_before(tx: Reading, job_id: int) -> list[int]:
    """List the members who knew a plan before the last time it was published or taken back.

    Each of these acts notes them, so that the next publication tells who is free.
    """
    c = event_rows.c
    kinds = (JobEvent.PUBLISH, JobEvent.REPLAN, JobEvent.UNPUBLISH, JobEvent.CANCEL)
    query = (
        select(c.details)
        .where(c.subject == "job", c.subject_id == job_id, c.what.in_(kinds))
        .order_by(c.id.desc())
        .limit(1)
    )
    row = await tx.first(query)
    return list((row.details or {}).get("told", [])) if row is not None else []


async def last_id(tx: Reading, job_id: int) -> int:
    """Return the id of the last act on a plan, 0 before the first."""
    found = await last(tx, job_id)
    return 0 if found is None else found.id
