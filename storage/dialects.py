"""Statements that SQLite and PostgreSQL write differently, and how each keeps an instant.

Connections and locks of the two engines stand in `storage.engine`; nothing else knows which runs.
Building a statement costs more than running it: each is built once.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Executable, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.schema import Table

from storage.transaction import Transaction

_INSERT: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}
_MIGRATIONS_LOCK = text("SELECT pg_advisory_xact_lock(hashtext('r4-bot-migrations'))")


def upsert(
    tx: Transaction,
    table: Table,
    keys: Iterable[str],
    changed: Iterable[str],
    returning: Iterable[Column[Any]] = (),
) -> Executable:
    """Build INSERT … ON CONFLICT (keys) DO UPDATE of the changed columns, for either engine."""
    dialect = tx.backend
    return _upsert(dialect, table, tuple(keys), tuple(changed), tuple(returning))


def insert_new(tx: Transaction, table: Table, keys: Iterable[str]) -> Any:
    """Build INSERT … ON CONFLICT (keys) DO NOTHING, for either engine."""
    return _insert_new(tx.backend, table, tuple(keys))


def insert_unseen(
    tx: Transaction, table: Table, keys: Iterable[str], returning: Column[Any]
) -> Executable:
    """Build INSERT … ON CONFLICT (keys) DO NOTHING that returns a column of the new rows."""
    return _insert_unseen(tx.backend, table, tuple(keys), returning)


def count_up(
    tx: Transaction, table: Table, keys: Iterable[str], counter: Column[Any]
) -> Executable:
    """Build an INSERT that adds one to the counter of a row that is there, and returns it."""
    return _count_up(tx.backend, table, tuple(keys), counter)


def lock_migrations(conn: Connection) -> None:
    """Let replicas that start together migrate one after the other; SQLite has one process."""
    if conn.dialect.name == "postgresql":
        conn.execute(_MIGRATIONS_LOCK)


@contextmanager
def rebuilding_tables(conn: Connection) -> Iterator[None]:
    """Begin and commit a transaction in which a table may be dropped and made anew.

    SQLite changes a column only so, with its foreign keys off before the transaction begins
    and checked before it ends. Raises RuntimeError where one is broken.
    """
    raw: Any = conn.connection.cursor()
    lite = conn.dialect.name == "sqlite"
    if lite:
        raw.execute("PRAGMA foreign_keys=OFF")
    try:
        with conn.begin():
            yield
            if lite and conn.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise RuntimeError("a migration left a row that refers to nothing")
    finally:
        if lite:
            raw.execute("PRAGMA foreign_keys=ON")
        raw.close()


def stored_instant(value: datetime, dialect: Dialect) -> datetime:
    """Return an instant as a column takes it: SQLite keeps no zone."""
    return value.replace(tzinfo=None) if dialect.name == "sqlite" else value


def read_instant(value: datetime, dialect: Dialect) -> datetime:
    """Return the aware instant that a column holds."""
    return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value


@cache
def _upsert(
    dialect: str,
    table: Table,
    keys: tuple[str, ...],
    changed: tuple[str, ...],
    returning: tuple[Column[Any], ...],
) -> Executable:
    insert: Any = _INSERT[dialect](table)
    query = insert.on_conflict_do_update(
        index_elements=list(keys), set_={name: insert.excluded[name] for name in changed}
    )
    built: Executable = query.returning(*returning) if returning else query
    return built


@cache
def _insert_new(dialect: str, table: Table, keys: tuple[str, ...]) -> Any:
    return _INSERT[dialect](table).on_conflict_do_nothing(index_elements=list(keys))


@cache
def _insert_unseen(
    dialect: str, table: Table, keys: tuple[str, ...], returning: Column[Any]
) -> Executable:
    query: Executable = _insert_new(dialect, table, keys).returning(returning)
    return query


@cache
def _count_up(
    dialect: str, table: Table, keys: tuple[str, ...], counter: Column[Any]
) -> Executable:
    insert: Any = _INSERT[dialect](table)
    more = {counter.name: counter + 1}
    query: Executable = insert.on_conflict_do_update(
        index_elements=list(keys), set_=more
    ).returning(counter)
    return query
