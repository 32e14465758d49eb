"""Numbers without gaps: taken in the transaction that uses them, given back when it fails."""

from sqlalchemy.dialects import postgresql, sqlite

from storage.tables import numbers
from storage.work import Work


async def take(work: Work, series: str, year: int) -> int:
    """Take the next number of the series in this year, counting from 1.

    The row stays locked until the commit: whoever comes second waits for the first.
    """
    make = postgresql.insert if work.conn.dialect.name == "postgresql" else sqlite.insert
    query = (
        make(numbers)
        .values(series=series, year=year, last=1)
        .on_conflict_do_update(index_elements=["series", "year"], set_={"last": numbers.c.last + 1})
        .returning(numbers.c.last)
    )
    row = await work.first(query)
    return int(row[0]) if row else 0
