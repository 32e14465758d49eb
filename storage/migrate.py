"""Brings a database to the newest schema: expand first, contract a release later."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.dialects import lock_migrations, rebuilding_tables
from storage.tables import metadata

FOLDER = Path(__file__).parent / "migrations"


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config


async def migrate(engine: AsyncEngine, to: str = "head") -> None:
    """Apply the migrations that the database lacks; replicas that start together wait in line."""

    def upgrade(sync: Connection) -> None:
        with rebuilding_tables(sync):
            lock_migrations(sync)
            command.upgrade(_config(sync), to)

    async with engine.connect() as conn:
        await conn.run_sync(upgrade)


async def check_schema(engine: AsyncEngine) -> None:
    """Raise CommandError where the database is at a revision that these migrations do not know."""

    def look(sync: Connection) -> None:
        known = ScriptDirectory.from_config(_config())
        for revision in MigrationContext.configure(sync).get_current_heads():
            known.get_revision(revision)

    async with engine.connect() as conn:
        await conn.run_sync(look)


async def drift(engine: AsyncEngine) -> list[object]:
    """List what the tables in code have and the migrated database has not, or the other way."""

    def compare(sync: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(sync), metadata))

    async with engine.connect() as conn:
        return await conn.run_sync(compare)


async def write_revision(engine: AsyncEngine, message: str, revision: str) -> None:
    """Write a new migration from the difference; for developers."""
    async with engine.begin() as conn:
        await conn.run_sync(
            lambda sync: command.revision(
                _config(sync), message, autogenerate=True, rev_id=revision
            )
        )
