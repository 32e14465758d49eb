"""What SQLite's thread brings back from one trip."""

import sqlite3
from pathlib import Path

import pytest

from storage.sqlite_thread import connect


async def test_a_statement_brings_all_that_came_of_it(tmp_path: Path) -> None:
    connection = connect(str(tmp_path / "one.sqlite3"), isolation_level=None)
    await connection
    made, put, given, changed, read = (connection.cursor() for _ in range(5))
    await made.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT)")
    await put.executemany("INSERT INTO things (name) VALUES (?)", [("saw",), ("pliers",)])
    await given.execute("INSERT INTO things (name) VALUES ('crowbar'), ('jack') RETURNING id")
    await changed.execute("UPDATE things SET name = upper(name) WHERE id < ?", (3,))
    await read.execute("SELECT name FROM things ORDER BY id")
    await connection.close()
    assert [await cursor.fetchall() for cursor in (made, put, given, changed, read)] == [
        [],
        [],
        [(3,), (4,)],
        [],
        [("SAW",), ("PLIERS",), ("crowbar",), ("jack",)],
    ]
    assert [cursor.rowcount for cursor in (put, given, changed)] == [2, 2, 2]
    assert (given.lastrowid, [column[0] for column in read.description]) == (4, ["name"])


async def test_a_fault_in_the_thread_is_raised_here(tmp_path: Path) -> None:
    connection = connect(str(tmp_path / "one.sqlite3"))
    await connection
    with pytest.raises(sqlite3.OperationalError, match="no such table: things"):
        await connection.cursor().execute("SELECT * FROM things")
    await connection.close()


async def test_a_rollback_takes_back_what_was_begun_and_is_harmless_where_nothing_was(
    tmp_path: Path,
) -> None:
    connection = connect(str(tmp_path / "one.sqlite3"), isolation_level=None)
    await connection
    cursor = connection.cursor()
    await cursor.execute("CREATE TABLE things (name TEXT)")
    await connection.rollback()
    await cursor.execute("BEGIN IMMEDIATE")
    await cursor.execute("INSERT INTO things VALUES ('saw')")
    await connection.rollback()
    await cursor.execute("SELECT count(*) FROM things")
    await connection.close()
    assert await cursor.fetchall() == [(0,)]
