"""Ids of conversations stand on buttons that live on: no id comes twice."""

from datetime import UTC, datetime

from storage import sessions
from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


async def test_a_conversation_never_gets_the_id_of_one_that_ended(db: Database) -> None:
    seen = []
    for _ in range(3):
        async with db.begin(NOW) as tx:
            place = await sessions.begin(
                tx, chat_id=1, user_id=1, form="x", state={}, turn=0, about=None
            )
            seen.append(place.id)
        async with db.begin(NOW) as tx:
            await sessions.end(tx, 1)
    assert seen == sorted(set(seen))
