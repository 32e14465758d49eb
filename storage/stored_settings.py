"""Single facts that outlive a start, such as the id of the coordinators' group."""

from typing import Any

from sqlalchemy import bindparam, select

from storage.dialects import upsert
from storage.tables import facts
from storage.transaction import Reading, Transaction

_NAMED = select(facts.c.value).where(facts.c.name == bindparam("wanted"))


async def find(tx: Reading, name: str) -> Any:
    row = await tx.first(_NAMED, {"wanted": name})
    return row[0] if row else None


async def save(tx: Transaction, name: str, value: Any) -> None:
    await tx.run(upsert(tx, facts, ("name",), ("value",)), {"name": name, "value": value})
