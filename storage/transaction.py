"""One open transaction: its connection, its time, and whom to wake after the commit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import CompoundSelect, Executable, Row, Select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.schema import Table

from domain.calendar import PARIS, day_of

if TYPE_CHECKING:
    from storage.outbox import Post

Json = Any
Params: TypeAlias = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None
AnyRow: TypeAlias = Row[*tuple[Any, ...]]
Query: TypeAlias = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]


class Unknown(LookupError):
    """No such thing: its number was made up, or it was erased."""


class Changed(Exception):
    """Somebody else changed the thing since it was shown."""


@dataclass(slots=True)
class Reading:
    """Selects only, and locks no row: `now` is the trade's time (the demo can jump it)."""

    _conn: AsyncConnection
    backend: str  # the engine, which only `storage.dialects` asks for
    now: datetime
    real_now: datetime  # rules retries and delivery
    zone: ZoneInfo = PARIS  # whose wall clock the trade goes by

    @property
    def today(self) -> date:
        """The trade's day."""
        return day_of(self.now, self.zone)

    async def rows(self, query: Query, params: Mapping[str, Any] | None = None) -> Sequence[AnyRow]:
        return (await self._conn.execute(query, params)).all()

    async def first(self, query: Query, params: Mapping[str, Any] | None = None) -> AnyRow | None:
        return (await self._conn.execute(query, params)).first()


@dataclass(slots=True)
class Transaction(Reading):
    """A `Reading` that may also write: rows, posts and whom to wake after the commit."""

    posts: list["Post"] = field(default_factory=list)  # said so far, written at the end
    wakes: set[str] = field(default_factory=set)  # workers that have something to do after commit

    async def rows(self, query: Executable, params: Params = None) -> Sequence[AnyRow]:
        """Execute, also with RETURNING, once or for each of several rows."""
        return (await self._conn.execute(query, params)).all()

    async def first(
        self, query: Executable, params: Mapping[str, Any] | None = None
    ) -> AnyRow | None:
        """Execute, also with RETURNING."""
        return (await self._conn.execute(query, params)).first()

    async def run(self, query: Executable, params: Params = None) -> int:
        """Execute, once or for each of several rows; tell how many rows it touched."""
        return (await self._conn.execute(query, params)).rowcount

    async def insert(self, table: Table, /, **values: Any) -> int:
        """Insert one row; return its id, where the database gives one."""
        result = await self._conn.execute(_insert(table), values)
        key = result.inserted_primary_key
        return key[0] if key is not None and isinstance(key[0], int) else 0


# Building a statement costs more than running it: it is built once a table.
@cache
def _insert(table: Table) -> Executable:
    return table.insert()
