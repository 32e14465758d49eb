"""Relays between a client and a coordinator; a person is in one at most."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update

from storage.tables import people, takeovers
from storage.transaction import AnyRow, Reading, Transaction, Unknown


@dataclass(frozen=True, slots=True)
class Takeover:
    id: int
    request_id: int
    client_id: int
    coordinator_id: int
    began_at: datetime
    ended_at: datetime | None


_COLUMNS = [takeovers.c[name] for name in Takeover.__dataclass_fields__]
_GOES_ON = (
    select(*_COLUMNS)
    .where(takeovers.c.request_id == bindparam("request"), takeovers.c.ended_at.is_(None))
    .order_by(takeovers.c.id.desc())
    .limit(1)
)


async def begin(
    tx: Transaction, request_id: int, client_id: int, coordinator_id: int
) -> Takeover | None:
    """Begin a relay; None where the client or the coordinator is in one."""
    identity = await tx.insert(
        takeovers,
        request_id=request_id,
        client_id=client_id,
        coordinator_id=coordinator_id,
        began_at=tx.now,
    )
    both = sorted({client_id, coordinator_id})
    free = (people.c.id.in_(both), people.c.takeover_id.is_(None))
    taken = await tx.run(update(people).where(*free).values(takeover_id=identity))
    if taken == len(both) == 2:
        return await get(tx, identity)
    await _release(tx, identity)
    await tx.run(takeovers.delete().where(takeovers.c.id == identity))
    return None


async def end(tx: Transaction, takeover: Takeover) -> bool:
    """End the relay; False where it has ended already."""
    c = takeovers.c
    open_one = (c.id == takeover.id, c.ended_at.is_(None))
    if not await tx.run(update(takeovers).where(*open_one).values(ended_at=tx.now)):
        return False
    await _release(tx, takeover.id)
    return True


async def get(tx: Reading, takeover_id: int) -> Takeover:
    """Load a relay. Raises Unknown."""
    row = await tx.first(select(*_COLUMNS).where(takeovers.c.id == takeover_id))
    if row is None:
        raise Unknown(f"takeover {takeover_id}")
    return _takeover(row)


async def of_request(tx: Reading, request_id: int) -> Takeover | None:
    """Find the open relay about a request."""
    row = await tx.first(_GOES_ON, {"request": request_id})
    return _takeover(row) if row else None


async def _release(tx: Transaction, takeover_id: int) -> None:
    where = people.c.takeover_id == takeover_id
    await tx.run(update(people).where(where).values(takeover_id=None))


def _takeover(row: AnyRow) -> Takeover:
    return Takeover(*row)
