"""The migrations lead to the tables that the code names, on both engines."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import TableClause, column, select, table, text

from storage import crews, tables
from storage.engine import Database
from storage.migrate import FOLDER, UnknownRevision, check_schema, drift, migrate, newest
from storage.tables.base import Instant
from tests.conftest import NOW


async def test_migrations_and_tables_agree(db: Database) -> None:
    await check_schema(db.engine)
    assert await drift(db.engine) == []


async def test_migrating_twice_changes_nothing(db: Database) -> None:
    await migrate(db.engine)

    assert await drift(db.engine) == []


async def test_a_database_at_the_newest_migration_is_known_without_alembic(db: Database) -> None:
    known = ScriptDirectory(str(FOLDER))
    assert newest() == known.get_current_head()


async def test_a_database_of_a_newer_version_is_refused(db: Database) -> None:
    async with db.engine.begin() as conn:
        await conn.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(UnknownRevision, match="9999"):
        await check_schema(db.engine)
    with pytest.raises(UnknownRevision, match="9999"):
        await migrate(db.engine)


async def test_of_the_people_there_already_the_first_client_of_each_company_leads(
    db_url: str,
) -> None:
    database = Database(db_url)
    await migrate(database.engine, to="0001")
    async with database.begin(NOW) as tx:
        for table, rows in OLD.items():
            await tx.run(table.insert(), rows)
    await migrate(database.engine)
    async with database.read(NOW) as tx:
        lead = select(tables.people.c.id).where(tables.people.c.leads_company.is_(True))
        leads = {row.id for row in await tx.rows(lead)}
        i = tables.invitations.c
        used = [
            tuple(row) for row in await tx.rows(select(i.code, i.uses, i.most).order_by(i.code))
        ]
    await database.close()
    assert leads == {3, 5}
    assert used == [("new", 0, 1), ("used", 1, 1)]


async def test_certificates_there_already_are_warned_of(db_url: str) -> None:
    database = Database(db_url)
    await migrate(database.engine, to="0019")
    until = date.today() + timedelta(days=40)  # noqa: DTZ011 as the migration asks the real clock
    async with database.begin(NOW) as tx:
        member_id = await crews.add(tx, name="Awa")
        await crews.certify(tx, member_id, "SST", until)
    await migrate(database.engine)
    async with database.read(NOW) as tx:
        r = tables.reminders.c
        rows = await tx.rows(select(r.key, r.kind, r.thing_id, r.state).order_by(r.due_at))
        found = [tuple(row) for row in rows]
    await database.close()
    assert found == [
        (f"certificate_end:{member_id}:SST:{until}:{days}", "certificate_end", member_id, "waiting")
        for days in (60, 30, 7)
    ]


def old(name: str, *columns: str, instants: Sequence[str] = ()) -> TableClause:
    """Name a table as it was, with the columns that matter."""
    return table(name, *map(column, columns), *(column(instant, Instant) for instant in instants))


def met(person_id: int, company_id: int | None, days: int) -> dict[str, object]:
    at = NOW + timedelta(days=days)
    known = {"first_name": "X", "language": "fr", "language_chosen": True}
    return {"id": person_id, "company_id": company_id, "created_at": at, **known}


OLD: dict[TableClause, list[dict[str, object]]] = {
    old("companies", "id", "siret", "name", "words", instants=["created_at"]): [
        {"id": one, "siret": str(one), "name": "X", "words": "x", "created_at": NOW}
        for one in (1, 2)
    ],
    old(
        "people",
        "id",
        "company_id",
        "first_name",
        "language",
        "language_chosen",
        instants=["created_at"],
    ): [
        met(1, 1, 0),  # has left: no client any more
        met(2, 1, 3),
        met(3, 1, 1),
        met(6, 2, 2),
        met(5, 2, 2),
        met(4, None, 0),
    ],
    old("roles", "person_id", "role"): [
        {"person_id": one, "role": "crew" if one == 1 else "client"} for one in (1, 2, 3, 4, 5, 6)
    ],
    old("invitations", "code", "kind", instants=["expires_at", "used_at"]): [
        {"code": "new", "kind": "crew", "expires_at": NOW, "used_at": None},
        {"code": "used", "kind": "crew", "expires_at": NOW, "used_at": NOW},
    ],
}
