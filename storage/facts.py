"""Single facts that outlive a start, such as the id of the coordinators' group."""

from typing import Any

from sqlalchemy import bindparam, select

from storage.tables import facts
from storage.work import Work, upsert

_NAMED = select(facts.c.value).where(facts.c.name == bindparam("wanted"))


async def find(work: Work, name: str) -> Any:
    row = await work.first(_NAMED, {"wanted": name})
    return row[0] if row else None


async def save(work: Work, name: str, value: Any) -> None:
    await work.run(upsert(work, facts, ("name",), ("value",)), {"name": name, "value": value})
