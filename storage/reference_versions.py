"""Versions of the files that an administrator can replace: proposed, applied, withdrawn."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from domain.reference_kinds import Reference
from storage.dialects import insert_new
from storage.tables import reference_files
from storage.transaction import AnyRow, Reading, Transaction, Unknown

PROPOSED, APPLIED, WITHDRAWN = "proposed", "applied", "withdrawn"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a file; `base_id` is the one in use when it was checked."""

    id: int
    kind: Reference
    text: str
    media_id: int
    base_id: int | None
    added_by: int
    state: str
    applied_at: datetime | None
    added_at: datetime


_COLUMNS = [reference_files.c[name] for name in Version.__dataclass_fields__]


async def propose(
    tx: Transaction,
    key: str,
    kind: Reference,
    text: str,
    *,
    media_id: int,
    base_id: int | None,
    by: int,
) -> Version:
    """Write down a version that was found good; the same key twice is one version."""
    query = insert_new(tx, reference_files, ("key",)).values(
        key=key,
        kind=kind,
        text=text,
        media_id=media_id,
        base_id=base_id,
        added_by=by,
        added_at=tx.now,
        state=PROPOSED,
    )
    await tx.run(query)
    row = await tx.first(select(*_COLUMNS).where(reference_files.c.key == key))
    if row is None:
        raise Unknown(key)
    return _version(row)


async def lock(tx: Transaction, version_id: int) -> Version:
    """Load a version that this transaction will decide on; others wait. Raises Unknown."""
    query = select(*_COLUMNS).where(reference_files.c.id == version_id).with_for_update()
    row = await tx.first(query)
    if row is None:
        raise Unknown(f"reference {version_id}")
    return _version(row)


async def decide(tx: Transaction, version: Version, state: str) -> None:
    """Apply or withdraw a version, and have every process take notice."""
    values: dict[str, Any] = {"state": state}
    if state == APPLIED:
        values["applied_at"] = tx.now
    where = reference_files.c.id == version.id
    await tx.run(update(reference_files).where(where).values(**values))
    tx.wakes.add("reference_files")


async def used(tx: Reading) -> list[Version]:
    """List every version that was ever applied, in the order in which they were."""
    c = reference_files.c
    query = select(*_COLUMNS).where(c.applied_at.is_not(None)).order_by(c.applied_at, c.id)
    return [_version(row) for row in await tx.rows(query)]


async def stamp(tx: Reading) -> tuple[int, int]:
    """Tell whether anything was decided since: how many are applied, how many withdrawn."""
    c = reference_files.c
    rows = await tx.rows(select(c.state, func.count()).group_by(c.state))
    counts = {row[0]: row[1] for row in rows}
    return counts.get(APPLIED, 0), counts.get(WITHDRAWN, 0)


def _version(row: AnyRow) -> Version:
    return Version(row.id, Reference(row.kind), *row[2:])
