"""Who waits for the office to let them into the team, and when nobody waits any more."""

from storage import crews, join_requests, people
from storage.engine import Database
from tests.conftest import NOW
from tests.trade import member

NEW, OTHER = 12, 13
PHONE = "+33639980055"


async def test_somebody_waits_until_the_office_decides_or_the_member_leaves(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await people.meet(tx, NEW, first_name="X", language="fr")
        awa, ben = await member(tx, "Awa"), await member(tx, "Ben")
        assert not await join_requests.waiting(tx, NEW)
        asked = await join_requests.ask(tx, awa, NEW, PHONE)
        assert await join_requests.waiting(tx, NEW)
        await join_requests.decide(tx, asked)
        assert not await join_requests.waiting(tx, NEW)
        await join_requests.ask(tx, ben, NEW, PHONE)
        await crews.leave(tx, ben)

        assert not await join_requests.waiting(tx, NEW)


async def test_what_one_person_asked_is_ended_once_and_nobody_elses(db: Database) -> None:
    async with db.begin(NOW) as tx:
        awa = await member(tx, "Awa")
        asked = [await join_requests.ask(tx, awa, NEW, PHONE) for _ in range(2)]
        other = await join_requests.ask(tx, awa, OTHER, PHONE)

        assert await join_requests.close(tx, NEW) == asked
        assert await join_requests.close(tx, NEW) == []
        assert (await join_requests.lock(tx, asked[0])).decided_at == NOW
        assert (await join_requests.lock(tx, other)).decided_at is None
        assert await join_requests.waiting(tx, OTHER)
