"""Every update takes effect once; one that makes trouble is set aside with its error."""

from datetime import timedelta

from storage import inbox
from storage.engine import Database
from tests.conftest import NOW

BOT = 7


async def test_an_update_is_claimed_once(db: Database) -> None:
    async with db.begin(NOW) as tx:
        first = await inbox.claim(tx, BOT, [1, 2])
    async with db.begin(NOW) as tx:
        second = await inbox.claim(tx, BOT, [2, 3])

    assert (first, second) == ({1, 2}, {3})


async def test_a_claim_is_given_back_by_a_rollback(db: Database) -> None:
    try:
        async with db.begin(NOW) as tx:
            await inbox.claim(tx, BOT, [1])
            raise RuntimeError("the handler broke")
    except RuntimeError:
        pass

    async with db.begin(NOW) as tx:
        assert await inbox.claim(tx, BOT, [1]) == {1}


async def test_bots_do_not_share_update_ids(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await inbox.claim(tx, BOT, [1])

        assert await inbox.claim(tx, BOT + 1, [1]) == {1}


async def test_a_released_update_can_be_claimed_again(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await inbox.claim(tx, BOT, [1, 2])
        await inbox.release(tx, BOT, {2})

        assert await inbox.claim(tx, BOT, [1, 2]) == {2}


async def test_attempts_are_counted_for_each_update(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await inbox.count_attempts(tx, BOT, [1, 2])
        counted = await inbox.count_attempts(tx, BOT, [2, 3])

    assert counted == {2: 2, 3: 1}


async def test_what_was_set_aside_counts_as_seen(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await inbox.set_aside(tx, BOT, 5, error="ValueError: x", body={"update_id": 5})

        assert await inbox.dead_since(tx, tx.real_now - timedelta(days=1)) == 1
        assert await inbox.claim(tx, BOT, [5]) == set()


async def test_old_ids_are_forgotten_and_new_ones_kept(db: Database) -> None:
    async with db.begin(NOW - timedelta(days=3)) as tx:
        await inbox.claim(tx, BOT, [1])
    async with db.begin(NOW) as tx:
        await inbox.claim(tx, BOT, [2])
        await inbox.forget(tx, NOW - timedelta(hours=48))

        assert await inbox.claim(tx, BOT, [1, 2]) == {1}


async def test_what_was_seen_is_told_from_what_was_not(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await inbox.claim(tx, BOT, [1, 2])

        assert await inbox.unseen(tx, BOT, [2, 3]) == {3}


async def test_only_updates_that_were_begun_have_attempts(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await inbox.count_attempts(tx, BOT, [1])
        await inbox.count_attempts(tx, BOT, [])

        assert await inbox.attempts(tx, BOT, [1, 2]) == {1: 1}


async def test_an_update_twice_in_one_batch_is_claimed_once(db: Database) -> None:
    async with db.begin(NOW) as tx:
        assert await inbox.claim(tx, BOT, [1, 1]) == {1}
