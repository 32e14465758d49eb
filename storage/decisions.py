"""What coordinators decided on hazards: who, when, why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from domain.holding import Verdict
from storage.tables import decisions, people
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Decision:
    name: str
    verdict: Verdict
    hazards: tuple[str, ...]  # kinds
    reason: str
    at: datetime


async def record(
    work: Work,
    request_id: int,
    person_id: int,
    verdict: Verdict,
    hazards: Sequence[str],
    reason: str,
) -> None:
    await work.insert(
        decisions,
        request_id=request_id,
        person_id=person_id,
        verdict=verdict,
        hazards=list(hazards),
        reason=reason,
        at=work.now,
    )


async def of_request(work: Work, request_id: int) -> list[Decision]:
    """List what was decided, oldest first."""
    c = decisions.c
    name = func.coalesce(people.c.full_name, people.c.first_name)
    query = (
        select(name, c.verdict, c.hazards, c.reason, c.at)
        .join(people, people.c.id == c.person_id)
        .where(c.request_id == request_id)
        .order_by(c.id)
    )
    return [
        Decision(row[0], Verdict(row.verdict), tuple(row.hazards), row.reason, row.at)
        for row in await work.rows(query)
    ]
