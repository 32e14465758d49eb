"""Costings: what a quote is priced from; one draft a request, which any coordinator takes up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, select, update

from domain.costing import COSTING, Costing, CostingEvent, CostingState
from domain.json_fields import from_json, to_json
from storage.dialects import insert_new
from storage.events import record
from storage.tables import costings, events, people
from storage.transaction import AnyRow, Query, Reading, Transaction, Unknown

CHANGED = "costed"  # the event: `costing`, its new `version`, and the `changes` in plain JSON


@dataclass(frozen=True, slots=True)
class CostingDraft:
    """A costing; `person_id` changed it last."""

    id: int
    request_id: int
    state: CostingState
    version: int
    content: Costing
    person_id: int
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Past:
    """A change somebody made."""

    person_id: int
    name: str
    changes: Sequence[Mapping[str, Any]]


_COLUMNS = (
    costings.c.id,
    costings.c.request_id,
    costings.c.open_for,
    costings.c.version,
    costings.c.content,
    costings.c.person_id,
    costings.c.changed_at,
)
_OPEN = select(*_COLUMNS).where(costings.c.open_for == bindparam("request"))


async def open_(tx: Transaction, request_id: int, content: Costing, person_id: int) -> CostingDraft:
    """Begin a draft, or take up the one that is there."""
    values = {
        "request_id": request_id,
        "open_for": request_id,
        "version": 1,
        "content": to_json(content),
        "person_id": person_id,
        "changed_at": tx.now,
    }
    await tx.run(insert_new(tx, costings, ["open_for"]).values(values))
    draft = await find_open(tx, request_id)
    if draft is None:
        raise Unknown(f"costing of request {request_id}")
    return draft


async def keep(tx: Transaction, request_id: int, content: Costing, person_id: int) -> int:
    """Write down what a quote was priced from where nobody changed anything; return its id."""
    return await tx.insert(
        costings,
        request_id=request_id,
        content=to_json(content),
        person_id=person_id,
        changed_at=tx.now,
    )


async def find_open(tx: Reading, request_id: int) -> CostingDraft | None:
    row = await tx.first(_OPEN, {"request": request_id})
    return _draft(row) if row else None


async def get(tx: Reading, costing_id: int) -> CostingDraft:
    """Load a costing. Raises Unknown."""
    return await _get(tx, costing_id, _query(costing_id))


async def lock(tx: Transaction, costing_id: int) -> CostingDraft:
    """Load one that this transaction will change: who comes second waits. Raises Unknown."""
    return await _get(tx, costing_id, _query(costing_id).with_for_update())


async def change(
    tx: Transaction,
    draft: CostingDraft,
    content: Costing,
    person_id: int,
    changes: Sequence[Mapping[str, Any]],
) -> CostingDraft:
    """Write the new content of a locked draft, and what was changed by whom."""
    version = draft.version + 1
    values = {"content": to_json(content), "version": version, "person_id": person_id}
    where = costings.c.id == draft.id
    await tx.run(update(costings).where(where).values(changed_at=tx.now, **values))
    await tx.insert(
        events,
        at=tx.now,
        actor_id=person_id,
        what=CHANGED,
        subject="request",
        subject_id=draft.request_id,
        details={"costing": draft.id, "version": version, "changes": list(changes)},
    )
    return await get(tx, draft.id)


async def close(
    tx: Transaction, draft: CostingDraft, event: CostingEvent, *, actor_id: int
) -> None:
    """Make a locked draft one no longer, and record why. Raises NotAllowed."""
    after = COSTING.after(draft.state, event)
    values = {"open_for": None, "version": draft.version + 1, "person_id": actor_id}
    where = costings.c.id == draft.id
    await tx.run(update(costings).where(where).values(changed_at=tx.now, **values))
    change = {"from": draft.state, "to": after}
    await record(
        tx, event, "request", draft.request_id, actor_id=actor_id, costing=draft.id, **change
    )


async def since(tx: Reading, draft: CostingDraft, version: int) -> list[Past]:
    """List what was changed after a version, oldest first."""
    c = events.c
    query = (
        select(c.actor_id, people.c.full_name, people.c.first_name, c.details)
        .join(people, people.c.id == c.actor_id)
        .where(c.subject == "request", c.subject_id == draft.request_id, c.what == CHANGED)
        .order_by(c.id)
    )
    return [
        Past(row.actor_id, row.full_name or row.first_name, row.details["changes"])
        for row in await tx.rows(query)
        if row.details["costing"] == draft.id and row.details["version"] > version
    ]


def _query(costing_id: int) -> Select[*tuple[Any, ...]]:
    return select(*_COLUMNS).where(costings.c.id == costing_id)


async def _get(tx: Reading, costing_id: int, query: Query) -> CostingDraft:
    row = await tx.first(query)
    if row is None:
        raise Unknown(f"costing {costing_id}")
    return _draft(row)


def _draft(row: AnyRow) -> CostingDraft:
    return CostingDraft(
        row.id,
        row.request_id,
        CostingState.DRAFT if row.open_for else CostingState.CLOSED,
        row.version,
        from_json(Costing, row.content),
        row.person_id,
        row.changed_at,
    )
