"""Costings: what a quote is priced from; one draft a request, which any coordinator takes up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from storage.tables import costings, events, people
from storage.work import AnyRow, Unknown, Work, insert_new

CHANGED = "costed"  # the event: `costing`, its new `version`, and the `changes` in plain JSON


@dataclass(frozen=True, slots=True)
class Draft:
    """A costing; `content` is plain JSON, `person_id` who changed it last."""

    id: int
    request_id: int
    is_open: bool
    version: int
    content: Mapping[str, Any]
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


async def open_(work: Work, request_id: int, content: Mapping[str, Any], person_id: int) -> Draft:
    """Begin a draft, or take up the one that is there."""
    values = {
        "request_id": request_id,
        "open_for": request_id,
        "version": 1,
        "content": content,
        "person_id": person_id,
        "changed_at": work.now,
    }
    await work.run(insert_new(work, costings, ["open_for"]).values(values))
    draft = await find_open(work, request_id)
    if draft is None:
        raise Unknown(f"costing of request {request_id}")
    return draft


async def keep(work: Work, request_id: int, content: Mapping[str, Any], person_id: int) -> int:
    """Write down what a quote was priced from where nobody changed anything; return its id."""
    return await work.insert(
        costings,
        request_id=request_id,
        content=content,
        person_id=person_id,
        changed_at=work.now,
    )


async def find_open(work: Work, request_id: int) -> Draft | None:
    row = await work.first(_OPEN, {"request": request_id})
    return _draft(row) if row else None


async def get(work: Work, costing_id: int) -> Draft:
    """Load a costing. Raises Unknown."""
    return await _get(work, costing_id, lock=False)


async def lock(work: Work, costing_id: int) -> Draft:
    """Load one that this transaction will change: who comes second waits. Raises Unknown."""
    return await _get(work, costing_id, lock=True)


async def change(
    work: Work,
    draft: Draft,
    content: Mapping[str, Any],
    person_id: int,
    changes: Sequence[Mapping[str, Any]],
) -> Draft:
    """Write the new content of a locked draft, and what was changed by whom."""
    version = draft.version + 1
    values = {"content": content, "version": version, "person_id": person_id}
    where = costings.c.id == draft.id
    await work.run(update(costings).where(where).values(changed_at=work.now, **values))
    await work.insert(
        events,
        at=work.now,
        actor_id=person_id,
        what=CHANGED,
        subject="request",
        subject_id=draft.request_id,
        details={"costing": draft.id, "version": version, "changes": list(changes)},
    )
    return await get(work, draft.id)


async def close(work: Work, draft: Draft, person_id: int) -> None:
    """Make a locked draft one no longer: it was sent, or given up."""
    values = {"open_for": None, "version": draft.version + 1, "person_id": person_id}
    where = costings.c.id == draft.id
    await work.run(update(costings).where(where).values(changed_at=work.now, **values))


async def since(work: Work, draft: Draft, version: int) -> list[Past]:
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
        for row in await work.rows(query)
        if row.details["costing"] == draft.id and row.details["version"] > version
    ]


async def _get(work: Work, costing_id: int, *, lock: bool) -> Draft:
    query = select(*_COLUMNS).where(costings.c.id == costing_id)
    row = await work.first(query.with_for_update() if lock else query)
    if row is None:
        raise Unknown(f"costing {costing_id}")
    return _draft(row)


def _draft(row: AnyRow) -> Draft:
    return Draft(
        row.id,
        row.request_id,
        row.open_for is not None,
        row.version,
        row.content,
        row.person_id,
        row.changed_at,
    )
