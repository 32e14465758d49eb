"""Numbers without gaps: taken in the transaction that uses them, given back when it fails."""

from sqlalchemy import select, update

from storage.tables import numbers
from storage.work import Work, insert_new


async def take(work: Work, series: str, year: int) -> int:
    """Take the next number of the series in this year, counting from 1."""
    c = numbers.c
    await work.run(
        insert_new(work, numbers, ("series", "year")).values(series=series, year=year, last=0)
    )
    where = (c.series == series, c.year == year)
    # The update locks the row until the commit: whoever comes second waits for the first.
    await work.run(update(numbers).where(*where).values(last=c.last + 1))
    row = await work.first(select(c.last).where(*where))
    return int(row[0]) if row else 0
