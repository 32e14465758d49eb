"""Visits of a site before a price: three slots offered, one taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from domain.surveys import SURVEY, SurveyEvent, SurveyState
from storage import events, moves
from storage.moves import Trail
from storage.tables import surveys
from storage.transaction import AnyRow, Reading, Transaction, Unknown


@dataclass(frozen=True, slots=True)
class Slot:
    """An instant to come at, or from one up to another."""

    starts_at: datetime
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    id: int
    request_id: int
    state: SurveyState
    version: int
    slots: tuple[Slot, ...]
    starts_at: datetime | None
    surveyor_id: int

    @property
    def booked(self) -> Slot | None:
        """The slot that was chosen of those offered."""
        return next((slot for slot in self.slots if slot.starts_at == self.starts_at), None)

    def took_place(self, now: datetime) -> bool:
        """Tell whether somebody has seen the site: the time that was booked has come."""
        at = self.starts_at
        return self.state is SurveyState.BOOKED and at is not None and at <= now


async def propose(
    tx: Transaction,
    request_id: int,
    slots: Sequence[Slot],
    surveyor_id: int,
    *,
    actor_id: int | None,
) -> Survey:
    """Offer slots; those offered before, and a visit that was booked, are no more."""
    values: dict[str, Any] = {
        "slots": [_interval(slot) for slot in slots],
        "surveyor_id": surveyor_id,
        "starts_at": None,
    }
    before = await find(tx, request_id)
    if before is not None:
        return await _move(tx, before, SurveyEvent.PROPOSE, actor_id, values)
    state = SurveyState.PROPOSED
    identity = await tx.insert(surveys, request_id=request_id, version=1, state=state, **values)
    await events.record(tx, SurveyEvent.PROPOSE, "request", request_id, actor_id=actor_id)
    return await get(tx, identity)


async def find(tx: Reading, request_id: int) -> Survey | None:
    return (await of_requests(tx, [request_id])).get(request_id)


async def get(tx: Reading, survey_id: int) -> Survey:
    """Load a visit. Raises Unknown."""
    row = await tx.first(select(surveys).where(surveys.c.id == survey_id))
    if row is None:
        raise Unknown(f"survey {survey_id}")
    return _survey(row)


async def of_requests(tx: Reading, request_ids: Sequence[int]) -> dict[int, Survey]:
    """Load the visits of several requests, by request."""
    rows = await tx.rows(_OF_REQUESTS, {"requests": list(request_ids)})
    return {row.request_id: _survey(row) for row in rows}


_OF_REQUESTS = select(surveys).where(
    surveys.c.request_id.in_(bindparam("requests", expanding=True))
)


async def booked_with(tx: Reading, surveyor_id: int) -> list[Survey]:
    """List the visits to come that are booked with a surveyor, the next first."""
    c = surveys.c
    where = (c.surveyor_id == surveyor_id, c.state == SurveyState.BOOKED, c.starts_at > tx.now)
    rows = await tx.rows(select(surveys).where(*where).order_by(c.starts_at, c.id))
    return [_survey(row) for row in rows]


async def move(
    tx: Transaction,
    survey: Survey,
    event: SurveyEvent,
    *,
    actor_id: int | None,
    starts_at: datetime | None,
) -> Survey:
    """Move a visit and record it under the request. Raises NotAllowed, Changed."""
    return await _move(tx, survey, event, actor_id, {"starts_at": starts_at})


async def _move(
    tx: Transaction,
    survey: Survey,
    event: SurveyEvent,
    actor_id: int | None,
    columns: Mapping[str, Any],
) -> Survey:
    trail = Trail("request", survey.request_id, actor_id)
    await moves.move(tx, surveys, SURVEY, survey, event, trail, columns)
    return await get(tx, survey.id)


def _interval(slot: Slot) -> str:
    """Write an instant, or an interval, in ISO 8601."""
    return "/".join(at.isoformat() for at in (slot.starts_at, slot.ends_at) if at is not None)


def _survey(row: AnyRow) -> Survey:
    slots = tuple(Slot(*map(datetime.fromisoformat, slot.split("/"))) for slot in row.slots)
    state = SurveyState(row.state)
    return Survey(row.id, row.request_id, state, row.version, slots, row.starts_at, row.surveyor_id)
