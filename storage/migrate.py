"""Brings a database to the newest schema: expand first, contract a release later."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.dialects import lock_migrations, rebuilding_tables
from storage.tables import metadata

if TYPE_CHECKING:  # Alembic takes 8 MB, and most starts find nothing to migrate
    from alembic.config import Config

FOLDER = Path(__file__).parent / "migrations"
HEAD = "head"


class UnknownRevision(Exception):
    """The database is at a revision that these migrations do not know: a newer program wrote it."""


def newest() -> str:
    """Name the newest migration, as its file does."""
    return max(file.name.partition("_")[0] for file in (FOLDER / "versions").glob("[0-9]*_*.py"))


def _config(connection: Connection | None = None) -> "Config":
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config


async def migrate(engine: AsyncEngine, to: str = HEAD) -> None:
    """Apply the migrations that the database lacks; replicas that start together wait in line.

    Raises UnknownRevision.
    """

    def upgrade(sync: Connection) -> None:
        if to == HEAD and _revision(sync) == newest():
            return
        sync.rollback()
        from alembic import command  # noqa: PLC0415

        with rebuilding_tables(sync):
            lock_migrations(sync)
            _check(sync)
            command.upgrade(_config(sync), to)

    async with engine.connect() as conn:
        await conn.run_sync(upgrade)


def _revision(sync: Connection) -> str | None:
    """Tell at which migration the database is; None where it is new."""
    if not inspect(sync).has_table("alembic_version"):
        return None
    found = sync.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _check(sync: Connection) -> None:
    from alembic.script import ScriptDirectory  # noqa: PLC0415
    from alembic.util.exc import CommandError  # noqa: PLC0415

    known = ScriptDirectory.from_config(_config())
    try:
        if revision := _revision(sync):
            known.get_revision(revision)
    except CommandError as error:
        raise UnknownRevision(str(error)) from error


async def check_schema(engine: AsyncEngine) -> None:
    """Raise UnknownRevision where these migrations do not know where the database is."""
    async with engine.connect() as conn:
        await conn.run_sync(_check)


async def drift(engine: AsyncEngine) -> list[object]:
    """List what the tables in code have and the migrated database has not, or the other way."""
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415

    def compare(sync: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(sync), metadata))

    async with engine.connect() as conn:
        return await conn.run_sync(compare)


async def write_revision(engine: AsyncEngine, message: str, revision: str) -> None:
    """Write a new migration from the difference; for developers."""
    from alembic import command  # noqa: PLC0415

    async with engine.begin() as conn:
        await conn.run_sync(
            lambda sync: command.revision(
                _config(sync), message, autogenerate=True, rev_id=revision
            )
        )
