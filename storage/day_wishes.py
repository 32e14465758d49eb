"""The other day that a client asks for, and what was offered instead: read from the audit trail."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from domain.jobs import JobEvent
from storage import events
from storage.plan_changes import CHANGED, PlanPart
from storage.tables import events as event_rows
from storage.transaction import Reading, Transaction

ASKED, OFFERED, KEPT = "day_asked", "day_offered", "day_kept"
_OVER = (KEPT, JobEvent.CANCEL, JobEvent.REPLAN, JobEvent.UNPUBLISH, JobEvent.FINISH)


@dataclass(frozen=True, slots=True)
class DayWish:
    """A day that waits for an answer: the client's, or ours that the client has to answer."""

    id: int
    day: date
    by_client: bool
    asker_id: int | None  # who of the client company asked, also where we have offered since


async def record(
    tx: Transaction, job_id: int, what: str, day: date | None, *, actor_id: int
) -> None:
    """Note that a day was asked for, offered instead, or that the old one is kept."""
    told = {} if day is None else {"day": day.isoformat()}
    await events.record(tx, what, "job", job_id, actor_id=actor_id, **told)


async def pending(tx: Reading, job_id: int) -> DayWish | None:
    """Find the day that waits for an answer; a plan that moved meanwhile has answered it."""
    c = event_rows.c
    query = (
        select(c.id, c.what, c.actor_id, c.details)
        .where(
            c.subject == "job",
            c.subject_id == job_id,
            c.what.in_((ASKED, OFFERED, CHANGED, *_OVER)),
        )
        .order_by(c.id.desc())
    )
    wish: DayWish | None = None
    for row in await tx.rows(query):
        if row.what == CHANGED and row.details["part"] != PlanPart.DAY:
            continue
        if row.what not in {ASKED, OFFERED}:
            break
        if wish is None:
            day = date.fromisoformat(row.details["day"])
            wish = DayWish(row.id, day, row.what == ASKED, asker_id=None)
        if row.what == ASKED:
            return replace(wish, asker_id=row.actor_id)
    return wish
