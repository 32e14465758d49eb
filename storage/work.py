"""One transaction in hand: its connection, its time, and whom to wake after the commit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Executable, Row
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.schema import Table

Json = Any
AnyRow: TypeAlias = Row[*tuple[Any, ...]]


@dataclass(slots=True)
class Work:
    """`now` is the trade's time (the demo can jump it); `real_now` rules retries and delivery."""

    conn: AsyncConnection
    now: datetime
    real_now: datetime
    wakes: set[str] = field(default_factory=set)  # workers that have something to do after commit

    async def rows(
        self, query: Executable, params: Mapping[str, Any] | None = None
    ) -> Sequence[AnyRow]:
        return (await self.conn.execute(query, params)).all()

    async def first(
        self, query: Executable, params: Mapping[str, Any] | None = None
    ) -> AnyRow | None:
        return (await self.conn.execute(query, params)).first()

    async def run(
        self,
        query: Executable,
        params: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None,
    ) -> int:
        """Execute; tell how many rows it touched."""
        return (await self.conn.execute(query, params)).rowcount

    async def insert(self, table: Table, /, **values: Any) -> int:
        """Insert one row; return its id, where the database gives one."""
        result = await self.conn.execute(table.insert().values(**values))
        key = result.inserted_primary_key
        return key[0] if key is not None and isinstance(key[0], int) else 0


def upsert(work: Work, table: Table, keys: Iterable[str], changed: Iterable[str]) -> Executable:
    """Build INSERT … ON CONFLICT (keys) DO UPDATE of the changed columns, for either engine."""
    make = postgresql.insert if work.conn.dialect.name == "postgresql" else sqlite.insert
    insert = make(table)
    return insert.on_conflict_do_update(
        index_elements=list(keys), set_={name: insert.excluded[name] for name in changed}
    )


def insert_new(work: Work, table: Table, keys: Iterable[str]) -> Any:
    """Build INSERT … ON CONFLICT (keys) DO NOTHING, for either engine."""
    make = postgresql.insert if work.conn.dialect.name == "postgresql" else sqlite.insert
    return make(table).on_conflict_do_nothing(index_elements=list(keys))
