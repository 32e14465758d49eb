"""The database: writing and reading transactions, locks and leases of either engine."""

import asyncio
import fcntl
import os
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

import asyncpg
import orjson
from sqlalchemy import event, text
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from domain.calendar import PARIS
from storage import outbox
from storage.sqlite_thread import connect
from storage.transaction import Reading, Transaction

BUSY_TIMEOUT_MS = 15_000


def is_away(error: BaseException) -> bool:
    """Tell whether it was the database that could not be reached or used: the same may work later.

    A statement that is wrong in itself is none of this, whatever class its error has.
    """
    if isinstance(error, DBAPIError):
        words = str(error.orig).lower()
        return error.connection_invalidated or any(one in words for one in _SQLITE_TROUBLE)
    return isinstance(error, (OSError, TimeoutError, PoolTimeout, *_POSTGRES_TROUBLE))


_SQLITE_TROUBLE = ("locked", "busy", "disk i/o", "disk is full", "unable to open", "readonly")
_POSTGRES_TROUBLE = (
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
    asyncpg.AdminShutdownError,
)


class AlreadyRunning(Exception):
    """Another process holds this SQLite database; one process at a time may."""


class Database:
    """Opens transactions: one writer at a time on SQLite, one a chat on PostgreSQL."""

    def __init__(self, url: str, zone: ZoneInfo = PARIS) -> None:
        self.zone = zone  # whose wall clock the trade goes by
        self.url = make_url(url)
        self._backend = self.url.get_backend_name()
        self.embedded = self._backend == "sqlite"
        self.engine = _sqlite(url) if self.embedded else _postgresql(url)
        self._writing = asyncio.Lock() if self.embedded else nullcontext()
        self._held: list[AsyncConnection] = []
        self._file: IO[str] | None = None

    @asynccontextmanager
    async def begin(
        self, now: datetime, *, real_now: datetime | None = None
    ) -> AsyncIterator[Transaction]:
        """Open a writing transaction: committed on leaving, rolled back on an exception."""
        async with self._writing, self.engine.begin() as conn:
            tx = Transaction(conn, self._backend, now, real_now or now, self.zone)
            yield tx
            await outbox.write(tx)

    @asynccontextmanager
    async def read(self, now: datetime) -> AsyncIterator[Reading]:
        """Open a transaction that only reads and waits for no writer."""
        async with self.engine.connect() as conn:
            if self.embedded:
                await conn.execution_options(begin="BEGIN")
            async with conn.begin():
                yield Reading(conn, self._backend, now, now, self.zone)

    async def lock_chats(self, tx: Transaction, chats: Iterable[int]) -> None:
        """Make other transactions on these chats wait until this one ends."""
        if self.embedded:
            return
        keys = sorted(set(chats))
        await tx.run(_LOCK, {"keys": keys})

    async def hold(self, lease: str) -> bool:
        """Try to take the lease for as long as this process lives; tell whether it is ours.

        On PostgreSQL a session lock, which the server frees when our connection dies; on SQLite
        the single process was settled by `claim_file`.
        """
        if self.embedded:
            return True
        conn = await self.engine.connect()
        query = text("SELECT pg_try_advisory_lock(hashtext('r4-bot'), hashtext(:lease))")
        if await conn.scalar(query, {"lease": lease}):
            await conn.commit()
            self._held.append(conn)
            return True
        await conn.close()
        return False

    async def still_holds(self) -> bool:
        """Tell whether the connections that carry our leases are alive."""
        try:
            for conn in self._held:
                await conn.execute(text("SELECT 1"))
                await conn.commit()
        except Exception:  # noqa: BLE001 whatever broke the connection, the lease is gone with it
            return False
        return True

    @property
    def is_new(self) -> bool:
        """Tell whether this is an SQLite file that the first start will make."""
        path = self.url.database
        return self.embedded and path not in (None, ":memory:") and not Path(str(path)).exists()

    def claim_file(self) -> None:
        """Make sure no other process runs on this SQLite file. Raises AlreadyRunning."""
        if not self.embedded or not self.url.database or self.url.database == ":memory:":
            return
        path = Path(self.url.database)
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.with_name(path.name + ".lock").open("w")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._file.close()
            raise AlreadyRunning(str(path)) from error
        self._file.write(str(os.getpid()))

    async def close(self) -> None:
        for conn in self._held:
            await conn.close()
        self._held.clear()
        await self.engine.dispose()
        if self._file is not None:
            self._file.close()
            self._file = None


_LOCK = text("SELECT pg_advisory_xact_lock(k) FROM unnest(cast(:keys AS bigint[])) AS k")


def _json(value: object) -> str:
    return orjson.dumps(value).decode()


def _from_json(text: Any) -> Any:
    """Read JSON; SQLite makes a number of a text that looks like one."""
    return text if isinstance(text, int | float) else orjson.loads(text)


_SHARED: dict[str, Any] = {
    "json_serializer": _json,
    "json_deserializer": _from_json,
    "hide_parameters": True,  # errors are logged, and parameters hold people's words
}


def _sqlite(url: str) -> AsyncEngine:
    engine = create_async_engine(url, connect_args={"async_creator_fn": connect}, **_SHARED)

    @event.listens_for(engine.sync_engine, "connect")
    def _connected(connection: DBAPIConnection, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            f"busy_timeout={BUSY_TIMEOUT_MS}",
            "foreign_keys=ON",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begun(connection: Any) -> None:
        # A deferred BEGIN that reads and then writes may fail whatever the busy timeout.
        connection.exec_driver_sql(
            connection.get_execution_options().get("begin", "BEGIN IMMEDIATE")
        )

    return engine


def _postgresql(url: str) -> AsyncEngine:
    # A host that vanished must not keep our leases: the server asks whether we are there.
    alive = {f"tcp_keepalives_{name}": value for name, value in _KEEPALIVES.items()}
    return create_async_engine(
        url, pool_size=10, max_overflow=10, connect_args={"server_settings": alive}, **_SHARED
    )


_KEEPALIVES = {"idle": "10", "interval": "5", "count": "3"}  # seconds, seconds, times
