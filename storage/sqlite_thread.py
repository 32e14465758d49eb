"""SQLite from its thread in one trip a statement, where aiosqlite's own cursor makes four."""

import sqlite3
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Self, TypeAlias

from aiosqlite import Connection

Ran: TypeAlias = tuple[Any, int, int | None, list[Any]]  # description, rowcount, lastrowid, rows
CHUNK = 64  # of rows read one by one, which nobody does here


class Cursor:
    """What came of a statement: read whole in the trip that ran it."""

    arraysize = 1

    def __init__(self, connection: "OneTrip") -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Iterable[Any] = ()) -> None:
        await self._run("execute", statement, parameters)

    async def executemany(self, statement: str, parameters: Iterable[Iterable[Any]]) -> None:
        await self._run("executemany", statement, parameters)

    async def fetchall(self) -> list[Any]:
        return self._rows

    async def close(self) -> None:
        """Nothing is open any more."""

    async def _run(self, how: str, statement: str, parameters: Any) -> None:
        ran = await self._connection.trip(how, statement, parameters)
        self.description, self.rowcount, self.lastrowid, self._rows = ran


class OneTrip(Connection):
    """A connection of aiosqlite with cursors that make one trip."""

    def cursor(self) -> Cursor:  # type: ignore[override]
        return Cursor(self)

    async def trip(self, how: str, statement: str, parameters: Any) -> Ran:
        """Run a statement in the thread and read all that came of it."""
        run = partial(_whole, getattr(self._conn, how), statement, parameters)
        ran: Ran = await self._execute(run)  # type: ignore[no-untyped-call]
        return ran

    async def rollback(self) -> None:
        """Roll back, if there is anything: the pool asks for it at every return."""
        if self.in_transaction:
            await super().rollback()


def _whole(run: Callable[..., sqlite3.Cursor], statement: str, parameters: Any) -> Ran:
    cursor = run(statement, parameters)
    rows = cursor.fetchall()  # first: a statement that returns rows is done when all are read
    return cursor.description, cursor.rowcount, cursor.lastrowid, rows


def connect(database: str, **manner: Any) -> OneTrip:
    """Open the file when awaited, in a thread that does not keep the program from ending."""
    connection = OneTrip(partial(sqlite3.connect, database, **manner), CHUNK)
    connection._thread.daemon = True  # noqa: SLF001 as SQLAlchemy does for connections it opens
    return connection
