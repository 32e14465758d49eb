"""Numbers without gaps: taken in the transaction that uses them, given back when it fails."""

from domain.numbers import Series, number
from storage.dialects import count_up
from storage.tables import numbers
from storage.transaction import Transaction


async def next_number(tx: Transaction, series: Series) -> str:
    """Take the next number of the series in the company's year.

    The row stays locked until the commit: whoever comes second waits for the first.
    """
    year = tx.today.year
    query = count_up(tx, numbers, ("series", "year"), numbers.c.last)
    row = await tx.first(query, {"series": series.value, "year": year, "last": 1})
    return number(series, year, int(row[0]) if row else 0)
