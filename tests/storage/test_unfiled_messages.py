"""What waits for a client to say which request it is about."""

from storage import people, unfiled_messages
from storage.engine import Database
from storage.unfiled_messages import UnfiledMessage
from tests.conftest import NOW

WORDS, FILE = UnfiledMessage("sol fragile"), UnfiledMessage("", {"file_id": "f", "unique_id": "u"})


async def test_what_waits_is_taken_once_in_its_order_and_by_its_sender_alone(db: Database) -> None:
    async with db.begin(NOW) as tx:
        for person_id in (7, 8):
            await people.meet(tx, person_id, first_name="X", language="fr")
        await unfiled_messages.keep(tx, 7, WORDS)
        await unfiled_messages.keep(tx, 7, FILE)

    async with db.begin(NOW) as tx:
        assert await unfiled_messages.take(tx, 8) == []
        assert await unfiled_messages.take(tx, 7) == [WORDS, FILE]
        assert await unfiled_messages.take(tx, 7) == []


async def test_looking_at_what_waits_takes_nothing(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await people.meet(tx, 7, first_name="X", language="fr")
        await unfiled_messages.keep(tx, 7, FILE)

        assert await unfiled_messages.of_person(tx, 7) == [FILE]
        assert await unfiled_messages.of_person(tx, 7) == [FILE]
        assert await unfiled_messages.of_person(tx, 8) == []
