"""What all tests share: a database of either engine, the words, a clock that stands still."""

import logging
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

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

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday, 10:00 in Paris


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with postgres.server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
async def db_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path / 'r4.sqlite3'}"
    return await postgres.new_database(request.getfixturevalue("postgres_server"))


@pytest.fixture
async def db(db_url: str) -> AsyncIterator[Database]:
    """A migrated database, once on each engine."""
    database = Database(db_url)
    await migrate(database.engine)
    yield database
    await database.close()
