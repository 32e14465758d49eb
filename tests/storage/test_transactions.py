"""What a transaction promises: all or nothing, its own time, and nobody's words in its errors."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from storage import events, outbox, people
from storage.engine import Database
from storage.outbox import Post
from storage.tables import events as rows
from storage.tables import outbox as letters
from storage.transaction import Reading
from tests import postgres
from tests.conftest import NOW
from tests.waiting_letters import pending

ANNA = 11


async def count(tx: Reading) -> int:
    found = await tx.first(select(func.count()).select_from(rows))
    return int(found[0]) if found else 0


async def test_what_is_written_is_there_for_others_after_the_end(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await events.record(tx, "opened", "request", 1, actor_id=ANNA)
        await outbox.put(tx, Post(ANNA, "hello"))

    async with db.read(NOW) as tx:
        assert await count(tx) == 1
        assert [letter.post.text for letter in await pending(tx)] == ["hello"]


async def test_what_breaks_in_the_middle_leaves_neither_rows_nor_letters(db: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with db.begin(NOW) as tx:
            await events.record(tx, "opened", "request", 1, actor_id=ANNA)
            await outbox.put(tx, Post(ANNA, "hello"))
            await outbox.write(tx)
            raise ZeroDivisionError

    async with db.read(NOW) as tx:
        assert (await count(tx), await pending(tx)) == (0, [])


async def test_who_reads_does_not_wait_for_who_writes(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await events.record(tx, "opened", "request", 1, actor_id=ANNA)
        async with db.read(NOW) as other:
            assert await count(other) == 0
        assert await count(tx) == 1


async def test_many_who_write_at_once_all_come_through(db: Database) -> None:
    async def write(n: int) -> None:
        async with db.begin(NOW) as tx:
            await events.record(tx, "opened", "request", n, actor_id=ANNA)

    await asyncio.gather(*map(write, range(30)))

    async with db.read(NOW) as tx:
        assert await count(tx) == 30


async def test_on_one_chat_the_second_waits_and_on_another_it_does_not(
    postgres_server: str,
) -> None:
    """On SQLite one transaction writes at a time, whatever the chat."""
    db = Database(await postgres.new_database(postgres_server))
    order: list[str] = []
    held, other_done = asyncio.Event(), asyncio.Event()

    async def first() -> None:
        async with db.begin(NOW) as tx:
            await db.lock_chats(tx, [1, 2])
            held.set()
            await other_done.wait()
            order.append("first")

    async def second(name: str, chat: int) -> None:
        await held.wait()
        async with db.begin(NOW) as tx:
            await db.lock_chats(tx, [chat])
            order.append(name)
        if name == "other chat":
            other_done.set()

    await asyncio.gather(first(), second("same chat", 2), second("other chat", 3))
    await db.close()

    assert order == ["other chat", "first", "same chat"]


async def test_chats_named_in_any_order_and_twice_hold_nobody_up_for_ever(db: Database) -> None:
    async def lock(*chats: int) -> None:
        async with db.begin(NOW) as tx:
            await db.lock_chats(tx, chats)

    async with asyncio.timeout(30):
        await asyncio.gather(*(lock(*chats) for chats in ((1, 2, 1), (2, 1), (2, 1, 2), ())))


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Paris", date(2026, 12, 1)),
        ("America/Martinique", date(2026, 11, 30)),
        ("UTC", date(2026, 11, 30)),
    ],
)
async def test_today_is_the_day_on_the_company_s_clock(
    tmp_path: Path, zone: str, day: date
) -> None:
    late = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
    db = Database(f"sqlite+aiosqlite:///{tmp_path / 'r4.sqlite3'}", ZoneInfo(zone))
    async with db.begin(late) as writing, db.read(late) as reading:
        assert writing.today == reading.today == day
    await db.close()


async def test_a_clock_that_was_set_forward_does_not_hold_letters_back(db: Database) -> None:
    ahead = NOW + timedelta(days=90)
    async with db.begin(ahead, real_now=NOW) as tx:
        assert (tx.now, tx.real_now) == (ahead, NOW)
        await outbox.put(tx, Post(ANNA, "hello"))
        await events.record(tx, "opened", "request", 1, actor_id=ANNA)

    async with db.read(NOW) as tx:
        row = await tx.first(select(rows.c.at))
        letter = await tx.first(select(letters.c.due_at))
    assert row is not None
    assert letter is not None
    assert (row.at, letter.due_at) == (ahead, NOW)


async def test_a_thing_cannot_belong_to_who_does_not_exist(db: Database) -> None:
    with pytest.raises(IntegrityError):
        async with db.begin(NOW) as tx:
            person = await people.meet(tx, ANNA, first_name="Anna", language="fr")
            await people.change(tx, person, company_id=404)


async def test_errors_do_not_tell_what_people_wrote(db: Database) -> None:
    with pytest.raises(IntegrityError) as caught:
        async with db.begin(NOW) as tx:
            person = await people.meet(tx, ANNA, first_name="Anna", language="fr")
            await people.change(tx, person, full_name="Anna Roy-Secret", company_id=404)

    assert "Roy-Secret" not in str(caught.value)


async def test_a_number_in_a_json_text_stays_what_it_was(db: Database) -> None:
    values = {"a": 1, "b": "2", "c": [None, True, 0.1], "é": "« ✓ »"}
    async with db.begin(NOW) as tx:
        await events.record(tx, "opened", "request", 1, actor_id=ANNA, **values)

    async with db.read(NOW) as tx:
        row = await tx.first(select(rows.c.details))
    assert row is not None
    assert row.details == values


async def test_instants_come_back_in_utc_to_the_microsecond(db: Database) -> None:
    at = datetime(2026, 3, 29, 3, 30, 0, 123456, tzinfo=ZoneInfo("Europe/Paris"))
    async with db.begin(at) as tx:
        await events.record(tx, "opened", "request", 1, actor_id=ANNA)

    async with db.read(NOW) as tx:
        row = await tx.first(select(rows.c.at))
    assert row is not None
    assert row.at == at
    assert row.at.utcoffset() == timedelta()
