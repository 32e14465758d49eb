"""The searches that are timed find what their names say, on either database."""

from pathlib import Path

import pytest

from bench.search import BY_KEY, MOST, Waits, build, compare, copy, lines, searches
from bot.clock import real_now
from storage.engine import Database
from storage.request_search import SearchHit
from storage.requests import Request

FEW, MANY = 3, 24


@pytest.fixture
async def many(db: Database, tmp_path: Path) -> Database:
    """Twenty-four requests, written to SQLite and copied from there."""
    source = Database(f"sqlite+aiosqlite:///{tmp_path / 'source.sqlite3'}")
    await build(source, MANY)
    await copy(source, db)
    await source.close()
    return db


async def test_each_search_finds_what_its_name_says(many: Database) -> None:
    found = {}
    async with many.read(real_now()) as tx:
        for name, deed in searches(tx.now.year).items():
            hits = await deed(tx)
            found[name] = (
                [hit.request_id for hit in hits if isinstance(hit, SearchHit)]
                if isinstance(hits, list)
                else hits
            )
    by_key = found.pop(BY_KEY)

    assert isinstance(by_key, Request)
    assert by_key.id == 1
    assert found == {
        "a request's number": [3],
        "a quote's number": [3],
        "a rare word": [1],
        "a word nobody used": [],
        "a word in every row": [*range(MANY, MANY - MOST, -1)],
        "three words": [13, 1],
    }


async def test_every_search_is_timed_among_few_and_among_many(
    many: Database, tmp_path: Path
) -> None:
    few = Database(f"sqlite+aiosqlite:///{tmp_path / 'few.sqlite3'}")
    await build(few, FEW)

    found = await compare(few, many, 2)

    await few.close()
    assert [waits.name for waits in found] == [*searches(2026)]
    assert all(waits.few_ms > 0 and waits.many_ms > 0 for waits in found)


def test_the_table_holds_milliseconds_and_how_many_times_slower() -> None:
    found = [Waits("a rare word", 0.5, 8.0), Waits(BY_KEY, 0.25, 0.25)]

    assert [line.split() for line in lines("SQLite", found)] == [
        ["SQLite", "10", "ms", "10,000", "ms", "×", "few", "×", "by", "key"],
        ["a", "rare", "word", "0.50", "8.00", "16.0", "32.0"],
        ["one", "request", "by", "its", "key", "0.25", "0.25", "1.0", "1.0"],
    ]
