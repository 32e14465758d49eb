"""What differs between the engines: who may write, who holds a lease, what an outage is."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage.engine import AlreadyRunning, Database, is_away
from tests import postgres
from tests.conftest import NOW


async def test_a_wrong_statement_is_no_outage(db: Database) -> None:
    with pytest.raises(DBAPIError) as caught:
        async with db.begin(NOW) as tx:
            await tx.rows(text("SELECT nothing FROM nowhere"))

    assert not is_away(caught.value)


async def test_a_file_that_another_writer_holds_is_an_outage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.engine.BUSY_TIMEOUT_MS", 1)
    url = f"sqlite+aiosqlite:///{tmp_path / 'r4.sqlite3'}"
    database, other = Database(url), Database(url)
    with pytest.raises(DBAPIError) as caught:
        async with database.begin(NOW), other.begin(NOW):
            pass
    await database.close()
    await other.close()

    assert is_away(caught.value)


async def test_a_file_is_run_on_by_one_process(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'r4.sqlite3'}"
    database, other = Database(url), Database(url)
    database.claim_file()
    with pytest.raises(AlreadyRunning):
        other.claim_file()
    await database.close()
    other.claim_file()
    await other.close()


async def test_a_server_that_stopped_is_an_outage_and_its_return_is_noticed(
    postgres_server: str,
) -> None:
    db = Database(await postgres.new_database(postgres_server))
    async with db.begin(NOW) as tx:
        await tx.rows(text("SELECT 1"))
    found = []
    async with postgres.away(postgres_server):
        for _ in range(3):
            try:
                async with db.begin(NOW) as tx:
                    await tx.rows(text("SELECT 1"))
            except Exception as error:  # noqa: BLE001 what it is is the question
                found.append(is_away(error))
    async with db.begin(NOW) as tx:
        await tx.rows(text("SELECT 1"))
    await db.close()

    assert found == [True, True, True]


async def test_a_lease_passes_on_when_its_holder_dies(postgres_server: str) -> None:
    url = await postgres.new_database(postgres_server)
    database, other = Database(url), Database(url)

    assert await database.hold("line")
    assert not await other.hold("line")
    assert await other.hold("clock")
    await database.close()
    assert await other.hold("line")
    await other.close()


async def test_a_holder_whose_connection_broke_knows(postgres_server: str) -> None:
    db = Database(await postgres.new_database(postgres_server))
    await db.hold("line")
    assert await db.still_holds()
    async with postgres.away(postgres_server):
        pass

    assert not await db.still_holds()
    await db.close()
