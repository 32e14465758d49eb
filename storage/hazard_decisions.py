"""What coordinators decided on hazards: who, when, why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select

from domain.gates import Verdict
from storage.tables import decisions, people
from storage.transaction import Reading, Transaction


@dataclass(frozen=True, slots=True)
class Decision:
    name: str
    verdict: Verdict
    hazards: tuple[str, ...]  # kinds
    reason: str
    at: datetime


def on_kind(decided: Iterable[Decision], kind: str) -> Verdict | None:
    """Return the last verdict on a kind of hazard; None where there is none."""
    rulings = [decision.verdict for decision in decided if kind in decision.hazards]
    return rulings[-1] if rulings else None


async def record(
    tx: Transaction,
    request_id: int,
    person_id: int,
    verdict: Verdict,
    hazards: Sequence[str],
    reason: str,
) -> None:
    await tx.insert(
        decisions,
        request_id=request_id,
        person_id=person_id,
        verdict=verdict,
        hazards=list(hazards),
        reason=reason,
        at=tx.now,
    )


async def of_request(tx: Reading, request_id: int) -> list[Decision]:
    """List what was decided, oldest first."""
    rows = await tx.rows(_OF_REQUEST, {"request": request_id})
    return [
        Decision(row[0], Verdict(row.verdict), tuple(row.hazards), row.reason, row.at)
        for row in rows
    ]


_OF_REQUEST = (
    select(
        func.coalesce(people.c.full_name, people.c.first_name),
        decisions.c.verdict,
        decisions.c.hazards,
        decisions.c.reason,
        decisions.c.at,
    )
    .join(people, people.c.id == decisions.c.person_id)
    .where(decisions.c.request_id == bindparam("request"))
    .order_by(decisions.c.id)
)
