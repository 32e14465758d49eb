"""Numbers of a year have no gaps, whatever fails, and nobody gets the same one twice."""

import asyncio
from datetime import UTC, datetime

import pytest

from domain.numbers import Series
from storage import counters
from storage.engine import Database
from tests.conftest import NOW


async def take(db: Database, series: Series = Series.QUOTE, at: datetime = NOW) -> str:
    async with db.begin(at) as tx:
        return await counters.next_number(tx, series)


async def test_numbers_count_from_one_for_each_series_and_year(db: Database) -> None:
    next_year = datetime(2027, 3, 1, tzinfo=UTC)
    taken = [await take(db), await take(db), await take(db, Series.REQUEST)]

    assert [*taken, await take(db, at=next_year)] == [
        "DEV-2026-0001",
        "DEV-2026-0002",
        "DEM-2026-0001",
        "DEV-2027-0001",
    ]


async def test_the_year_is_the_companys_and_not_that_of_utc(db: Database) -> None:
    eve = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # half past midnight in Paris

    assert await take(db, at=eve) == "DEV-2027-0001"


async def test_a_failed_transaction_gives_its_number_back(db: Database) -> None:
    with pytest.raises(RuntimeError):
        async with db.begin(NOW) as tx:
            await counters.next_number(tx, Series.QUOTE)
            raise RuntimeError("the rest of it broke")

    assert await take(db) == "DEV-2026-0001"


async def test_numbers_taken_at_once_are_all_different(db: Database) -> None:
    taken = await asyncio.gather(*(take(db) for _ in range(8)))

    assert sorted(taken) == [f"DEV-2026-{count:04d}" for count in range(1, 9)]
