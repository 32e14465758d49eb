"""Times in which members cannot be planned; why is kept nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select, update

from domain.planning import Absence
from domain.windows import TimeWindow
from storage import appointments
from storage.tables import absences, members
from storage.transaction import AnyRow, Reading, Transaction, Unknown


@dataclass(frozen=True, slots=True)
class KeptAbsence:
    """An absence that counts until it is taken back."""

    id: int
    member_id: int
    name: str
    window: TimeWindow
    cancelled: bool
    added_by: int


async def keep(tx: Transaction, member_id: int, window: TimeWindow, *, added_by: int) -> int:
    """Write an absence down; return the id."""
    return await tx.insert(
        absences,
        member_id=member_id,
        starts_at=window.starts_at,
        ends_at=window.ends_at,
        added_by=added_by,
        at=tx.now,
    )


async def cancel(tx: Transaction, absence_id: int) -> bool:
    """Take an absence back; False where it was taken back before."""
    c = absences.c
    where = (c.id == absence_id, c.cancelled_at.is_(None))
    return bool(await tx.run(update(absences).where(*where).values(cancelled_at=tx.now)))


async def get(tx: Reading, absence_id: int) -> KeptAbsence:
    """Load an absence. Raises Unknown."""
    row = await tx.first(_query().where(absences.c.id == absence_id))
    if row is None:
        raise Unknown(f"absence {absence_id}")
    return _absence(row)


async def after(tx: Reading, since: datetime, member_id: int | None = None) -> list[KeptAbsence]:
    """List what counts and ends after an instant, the next first; of one member or of all."""
    c = absences.c
    query = _query().where(c.ends_at > since, c.cancelled_at.is_(None))
    if member_id is not None:
        query = query.where(c.member_id == member_id)
    return [_absence(row) for row in await tx.rows(query.order_by(c.starts_at, c.id))]


async def of_member(tx: Reading, member_id: int, window: TimeWindow) -> list[KeptAbsence]:
    """List what counts of a member and touches a window, the next first."""
    c = absences.c
    touching = (c.starts_at < window.ends_at, c.ends_at > window.starts_at)
    query = _query().where(c.member_id == member_id, *touching, c.cancelled_at.is_(None))
    return [_absence(row) for row in await tx.rows(query.order_by(c.starts_at, c.id))]


async def between(tx: Reading, window: TimeWindow) -> Sequence[Absence]:
    """List what the planning rules look at: absences and appointments that touch a window."""
    c = absences.c
    touching = (c.starts_at < window.ends_at, c.ends_at > window.starts_at)
    query = select(c.member_id, c.starts_at, c.ends_at).where(*touching, c.cancelled_at.is_(None))
    found = [Absence(row[0], TimeWindow(row[1], row[2])) for row in await tx.rows(query)]
    since, until = (at.astimezone(tx.zone).date() for at in (window.starts_at, window.ends_at))
    for one in await appointments.counting(tx, since, until):
        found += [Absence(one.member, taken) for taken in one.windows(window, tx.zone)]
    return found


def _query() -> Select[Any]:
    c = absences.c
    when = (c.starts_at, c.ends_at, c.cancelled_at)
    return select(c.id, c.member_id, members.c.name, *when, c.added_by).join(
        members, members.c.id == c.member_id
    )


def _absence(row: AnyRow) -> KeptAbsence:
    window = TimeWindow(row.starts_at, row.ends_at)
    cancelled = row.cancelled_at is not None
    return KeptAbsence(row.id, row.member_id, row.name, window, cancelled, row.added_by)
