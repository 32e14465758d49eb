"""Who wants in as a member with another number or account, until the office decides."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from storage.tables import join_requests, members
from storage.transaction import AnyRow, Reading, Transaction, Unknown


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """Who wants in as whom; `former_id` is the account that the member had once it was let in."""

    id: int
    member_id: int
    person_id: int
    phone: str
    decided_at: datetime | None = None
    let_in: bool = False
    former_id: int | None = None
    former_phone: str | None = None


_COLUMNS = [join_requests.c[name] for name in JoinRequest.__dataclass_fields__]


async def ask(tx: Transaction, member_id: int, person_id: int, phone: str) -> int:
    """Write down who wants in, with the number of their account; return the id."""
    return await tx.insert(
        join_requests, member_id=member_id, person_id=person_id, phone=phone, at=tx.now
    )


async def lock(tx: Transaction, request_id: int) -> JoinRequest:
    """Load a request that this transaction decides on; others wait. Raises Unknown."""
    query = select(*_COLUMNS).where(join_requests.c.id == request_id).with_for_update()
    row = await tx.first(query)
    if row is None:
        raise Unknown(f"join request {request_id}")
    return _request(row)


async def waiting(tx: Reading, person_id: int) -> bool:
    """Tell whether somebody waits for the office to decide; not as a member who left."""
    c = join_requests.c
    query = (
        select(c.id)
        .join(members, members.c.id == c.member_id)
        .where(c.person_id == person_id, c.decided_at.is_(None), members.c.active.is_(True))
    )
    return await tx.first(query.limit(1)) is not None


async def close(tx: Transaction, person_id: int) -> list[int]:
    """End what somebody asked and nobody decided: they asked anew, or are in; return the ids."""
    c = join_requests.c
    open_still = (c.person_id == person_id, c.decided_at.is_(None))
    query = update(join_requests).where(*open_still).values(decided_at=tx.now).returning(c.id)
    return sorted(row.id for row in await tx.rows(query))


async def decide(tx: Transaction, request_id: int, **values: Any) -> None:
    """Note what was decided now."""
    where = join_requests.c.id == request_id
    await tx.run(update(join_requests).where(where).values(decided_at=tx.now, **values))


def _request(row: AnyRow) -> JoinRequest:
    return JoinRequest(*row)
