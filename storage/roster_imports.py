"""Changes of people and vehicles, by file or in the chat: proposed, applied, taken back."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select, update

from domain.json_fields import from_json, to_json
from domain.roster import MemberEntry, RosterEntries, VehicleEntry
from storage.dialects import insert_new
from storage.tables import roster_imports
from storage.transaction import AnyRow, Reading, Transaction, Unknown

CHAT = "chat:"  # begins the key of what was said in the chat
PROPOSED, APPLIED, WITHDRAWN = "proposed", "applied", "withdrawn"


@dataclass(frozen=True, slots=True)
class MemberBefore:
    """A member that an import touched, as they were; None where they were new."""

    id: int
    entry: MemberEntry | None = None


@dataclass(frozen=True, slots=True)
class VehicleBefore:
    """A vehicle that an import touched, as it was; None where it was new."""

    id: int
    entry: VehicleEntry | None = None


@dataclass(frozen=True, slots=True)
class RosterBefore:
    """All that an import touched."""

    members: tuple[MemberBefore, ...] = ()
    vehicles: tuple[VehicleBefore, ...] = ()


@dataclass(frozen=True, slots=True)
class RosterImport:
    """What a file or a chat says, and once it is applied what was there before."""

    id: int
    key: str
    added_by: int
    state: str
    content: RosterEntries
    before: RosterBefore | None


async def propose(tx: Transaction, key: str, said: RosterEntries, by: int) -> RosterImport:
    """Write down what a file says; the same key twice is one import."""
    values = {"key": key, "added_by": by, "state": PROPOSED, "content": to_json(said), "at": tx.now}
    await tx.run(insert_new(tx, roster_imports, ("key",)).values(**values))
    row = await tx.first(select(roster_imports).where(roster_imports.c.key == key))
    if row is None:
        raise Unknown(key)
    return _import(row)


async def lock(tx: Transaction, import_id: int) -> RosterImport:
    """Load an import that this transaction decides on; others wait. Raises Unknown."""
    query = select(roster_imports).where(roster_imports.c.id == import_id).with_for_update()
    row = await tx.first(query)
    if row is None:
        raise Unknown(f"roster import {import_id}")
    return _import(row)


async def applied(tx: Transaction, import_id: int, before: RosterBefore) -> None:
    await _write(tx, import_id, state=APPLIED, before=to_json(before), at=tx.now)


async def withdrawn(tx: Transaction, import_id: int) -> None:
    await _write(tx, import_id, state=WITHDRAWN)


async def newest_applied(tx: Reading) -> int | None:
    """Tell the newest file in use; what was said in the chat is no file."""
    c = roster_imports.c
    files = (c.state == APPLIED, c.key.not_like(f"{CHAT}%"))
    row = await tx.first(select(func.max(c.id)).where(*files))
    return row[0] if row else None


async def _write(tx: Transaction, import_id: int, **values: Any) -> None:
    await tx.run(update(roster_imports).where(roster_imports.c.id == import_id).values(**values))


def _import(row: AnyRow) -> RosterImport:
    before = from_json(RosterBefore, row.before) if row.before is not None else None
    content = from_json(RosterEntries, row.content)
    return RosterImport(row.id, row.key, row.added_by, row.state, content, before)
