"""The migrations lead to the tables that the code names, on both engines."""

from storage.engine import Database
from storage.migrate import drift, is_newest, migrate


async def test_migrations_and_tables_agree(db: Database) -> None:
    assert await is_newest(db.engine)
    assert await drift(db.engine) == []


async def test_migrating_twice_changes_nothing(db: Database) -> None:
    await migrate(db.engine)

    assert await is_newest(db.engine)
