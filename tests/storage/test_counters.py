"""Numbers of a year have no gaps, whatever fails, and nobody gets the same one twice."""

import asyncio

import pytest

from storage import counters
from storage.engine import Database
from tests.conftest import NOW


async def take(db: Database, series: str = "DEV", year: int = 2026) -> int:
    async with db.begin(NOW) as tx:
        return await counters.take(tx, series, year)


async def test_numbers_count_from_one_for_each_series_and_year(db: Database) -> None:
    taken = [await take(db), await take(db), await take(db, "DEM"), await take(db, year=2027)]

    assert taken == [1, 2, 1, 1]


async def test_a_failed_transaction_gives_its_number_back(db: Database) -> None:
    with pytest.raises(RuntimeError):
        async with db.begin(NOW) as tx:
            await counters.take(tx, "DEV", 2026)
            raise RuntimeError("the rest of it broke")

    assert await take(db) == 1


async def test_numbers_taken_at_once_are_all_different(db: Database) -> None:
    taken = await asyncio.gather(*(take(db) for _ in range(8)))

    assert sorted(taken) == [1, 2, 3, 4, 5, 6, 7, 8]
