"""Work after a commit: asked for once, claimed by one, tried again until it succeeds or is dead."""

from datetime import datetime, timedelta

from storage import errands
from storage.engine import Database
from storage.errands import CLAIM_LASTS, Errand
from tests.conftest import NOW


async def put(db: Database, *keys: str) -> set[str]:
    async with db.begin(NOW) as tx:
        await errands.put_all(tx, "fetch", {key: {"media": key} for key in keys})
    return tx.wakes


async def claim(db: Database, at: datetime = NOW, limit: int = 10) -> list[Errand]:
    async with db.begin(at) as tx:
        return await errands.claim(tx, limit)


async def fail(db: Database, errand: Errand, again_in: float | None) -> None:
    async with db.begin(NOW) as tx:
        await errands.failed(tx, errand, "no answer", again_in=again_in)


async def test_an_errand_is_asked_for_once_and_wakes_the_runner(db: Database) -> None:
    assert await put(db, "a") == {"errands"}
    await put(db, "a", "b")

    claimed = await claim(db)
    assert [(errand.key, errand.details, errand.attempts) for errand in claimed] == [
        ("a", {"media": "a"}, 0),
        ("b", {"media": "b"}, 0),
    ]


async def test_a_claimed_errand_is_nobody_elses_until_its_time_is_over(db: Database) -> None:
    await put(db, "a")
    await claim(db)

    assert await claim(db, NOW + CLAIM_LASTS - timedelta(seconds=1)) == []
    again = await claim(db, NOW + CLAIM_LASTS)
    assert [errand.attempts for errand in again] == [1]


async def test_the_oldest_are_claimed_first_and_no_more_than_wanted(db: Database) -> None:
    await put(db, "a", "b", "c")

    assert [errand.key for errand in await claim(db, limit=2)] == ["a", "b"]
    assert [errand.key for errand in await claim(db, limit=2)] == ["c"]


async def test_what_is_done_is_not_claimed_again_nor_asked_for_anew(db: Database) -> None:
    await put(db, "a")
    (errand,) = await claim(db)
    async with db.begin(NOW) as tx:
        await errands.done(tx, errand)
    await put(db, "a")

    assert await claim(db, NOW + timedelta(days=1)) == []


async def test_a_failed_errand_is_claimed_again_after_its_pause(db: Database) -> None:
    await put(db, "a")
    (errand,) = await claim(db)
    await fail(db, errand, again_in=8)

    assert await claim(db, NOW + timedelta(seconds=7)) == []
    (again,) = await claim(db, NOW + timedelta(seconds=8))
    assert (again.id, again.attempts) == (errand.id, 1)


async def test_an_errand_without_a_next_time_is_dead(db: Database) -> None:
    await put(db, "a")
    (errand,) = await claim(db)
    await fail(db, errand, again_in=None)
    await put(db, "a")

    assert await claim(db, NOW + timedelta(days=1)) == []


async def test_errands_of_a_process_that_died_are_due_at_once(db: Database) -> None:
    await put(db, "a")
    await claim(db)
    async with db.begin(NOW) as tx:
        assert await errands.release_claimed(tx) == 1

    assert [errand.key for errand in await claim(db)] == ["a"]


async def test_an_errand_of_a_transaction_that_failed_was_never_asked_for(db: Database) -> None:
    try:
        async with db.begin(NOW) as tx:
            await errands.put(tx, "fetch", "a", {})
            raise RuntimeError("the rest of it broke")
    except RuntimeError:
        pass

    assert await claim(db) == []
