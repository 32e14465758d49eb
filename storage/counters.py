"""Numbers without gaps: taken in the transaction that uses them, given back when it fails."""

from functools import cache

from sqlalchemy import Executable
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables import numbers
from storage.transaction import Transaction


async def take(tx: Transaction, series: str, year: int) -> int:
    """Take the next number of the series in this year, counting from 1.

    The row stays locked until the commit: whoever comes second waits for the first.
    """
    first = {"series": series, "year": year, "last": 1}
    row = await tx.first(_take(tx.conn.dialect.name), first)
    return int(row[0]) if row else 0


@cache
def _take(dialect: str) -> Executable:
    make = postgresql.insert if dialect == "postgresql" else sqlite.insert
    keys, next_one = ["series", "year"], {"last": numbers.c.last + 1}
    query = make(numbers).on_conflict_do_update(index_elements=keys, set_=next_one)
    return query.returning(numbers.c.last)
