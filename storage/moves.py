"""The one way in which a stored state changes: checked, written once, recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import update
from sqlalchemy.sql.schema import Table

from domain.lifecycle import Event, Lifecycle, State
from storage import events
from storage.transaction import Changed, Transaction


class Versioned(Protocol):
    """A row as it was read; who writes it must have seen its newest version."""

    @property
    def id(self) -> int: ...
    @property
    def version(self) -> int: ...


class Stateful(Versioned, Protocol[State]):  # type: ignore[misc]  # read only: a state is not set
    @property
    def state(self) -> State: ...


@dataclass(frozen=True, slots=True)
class Trail:
    """Where the audit trail names a change: the subject, who changed it, why, and more."""

    subject: str
    subject_id: int
    actor_id: int | None
    reason: str | None = None
    details: Mapping[str, Any] | None = None


async def move(
    tx: Transaction,
    table: Table,
    lifecycle: Lifecycle[State, Event],
    thing: Stateful[State],
    event: Event,
    trail: Trail,
    columns: Mapping[str, Any],
) -> State:
    """Write and record the state that follows; return it. Raises NotAllowed, Changed."""
    after = lifecycle.after(thing.state, event)
    await write(tx, table, thing, {**columns, "state": after})
    details = {**(trail.details or {}), "from": thing.state, "to": after}
    if trail.reason is not None:
        details["reason"] = trail.reason
    await events.record(
        tx, event, trail.subject, trail.subject_id, actor_id=trail.actor_id, **details
    )
    return after


async def write(
    tx: Transaction, table: Table, thing: Versioned, columns: Mapping[str, Any]
) -> None:
    """Write columns and the next version. Raises Changed where somebody was faster."""
    where = (table.c.id == thing.id, table.c.version == thing.version)
    values = {**columns, "version": thing.version + 1}
    if not await tx.run(update(table).where(*where).values(values)):
        raise Changed(f"{table.name} {thing.id}")
