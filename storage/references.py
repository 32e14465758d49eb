"""Versions of the files that an administrator can replace: proposed, applied, withdrawn."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from domain.references import Reference
from storage.tables import reference_files
from storage.work import AnyRow, Unknown, Work, insert_new

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


_COLUMNS = [reference_files.c[name] for name in Version.__dataclass_fields__]


async def propose(
    work: Work, key: str, kind: Reference, text: str, *, media_id: int, base_id: int | None, by: int
) -> Version:
    """Write down a version that was found good; the same key twice is one version."""
    query = insert_new(work, reference_files, ("key",)).values(
        key=key,
        kind=kind,
        text=text,
        media_id=media_id,
        base_id=base_id,
        added_by=by,
        added_at=work.now,
        state=PROPOSED,
    )
    await work.run(query)
    row = await work.first(select(*_COLUMNS).where(reference_files.c.key == key))
    if row is None:
        raise Unknown(key)
    return _version(row)


async def lock(work: Work, version_id: int) -> Version:
    """Load a version that this transaction will decide on; others wait. Raises Unknown."""
    query = select(*_COLUMNS).where(reference_files.c.id == version_id).with_for_update()
    row = await work.first(query)
    if row is None:
        raise Unknown(f"reference {version_id}")
    return _version(row)


async def decide(work: Work, version: Version, state: str) -> None:
    """Apply or withdraw a version, and have every process take notice."""
    values: dict[str, Any] = {"state": state}
    if state == APPLIED:
        values["applied_at"] = work.now
    where = reference_files.c.id == version.id
    await work.run(update(reference_files).where(where).values(**values))
    work.wakes.add("shelf")


async def used(work: Work) -> list[Version]:
    """List every version that was ever applied, in the order in which they were."""
    c = reference_files.c
    query = select(*_COLUMNS).where(c.applied_at.is_not(None)).order_by(c.applied_at, c.id)
    return [_version(row) for row in await work.rows(query)]


async def stamp(work: Work) -> tuple[int, int]:
    """Tell whether anything was decided since: how many are applied, how many withdrawn."""
    c = reference_files.c
    rows = await work.rows(select(c.state, func.count()).group_by(c.state))
    counts = {row[0]: row[1] for row in rows}
    return counts.get(APPLIED, 0), counts.get(WITHDRAWN, 0)


def _version(row: AnyRow) -> Version:
    return Version(row.id, Reference(row.kind), *row[2:])
