"""What all tests share: a database of either engine, the words, a clock that stands still."""

import asyncio
import logging
import shutil
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, settings

from bot.logs import set_up
from storage.engine import Database
from storage.migrate import migrate
from tests import postgres

set_up("text", level=logging.WARNING)

# How long an example takes says nothing on a machine that is busy.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

T = TypeVar("T")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday, 10:00 in Paris


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with postgres.server() as url:
        yield url


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file that was migrated once, to be copied."""
    file = tmp_path_factory.mktemp("migrated") / "r4.sqlite3"
    _in_a_thread(_migrate(f"sqlite+aiosqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def migrated_template(postgres_server: str) -> str:
    """The name of a PostgreSQL database that was migrated once, to be copied."""
    url = _in_a_thread(postgres.new_database(postgres_server))
    _in_a_thread(_migrate(url))
    return urlsplit(url).path.removeprefix("/")


def _in_a_thread(work: Coroutine[Any, Any, T]) -> T:
    """Run it on a loop of its own: the fixture may be asked for while a test's loop runs."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


async def _migrate(url: str) -> None:
    database = Database(url)
    await migrate(database.engine)
    await database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
async def db_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database of each engine: empty, or migrated where the test asks for `db`."""
    migrated = "db" in request.fixturenames
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres_server")
        if migrated:
            return await postgres.new_database(server, request.getfixturevalue("migrated_template"))
        return await postgres.new_database(server)
    file = tmp_path / "r4.sqlite3"
    if migrated:
        shutil.copyfile(request.getfixturevalue("migrated_file"), file)
    return f"sqlite+aiosqlite:///{file}"


@pytest.fixture
async def db(db_url: str) -> AsyncIterator[Database]:
    """A migrated database, once on each engine."""
    database = Database(db_url)
    yield database
    await database.close()
