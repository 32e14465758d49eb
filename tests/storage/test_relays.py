"""A relay: one a person at most, ended once, and both are free afterwards."""

from storage import people, relays
from storage.engine import Database
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.trade import CLIENT, COORDINATOR, client, request_of

OTHER = 602


async def requests_of_a_client(tx: Transaction, count: int = 1) -> list[int]:
    person = await client(tx)
    for coordinator in (COORDINATOR, OTHER):
        await people.meet(tx, coordinator, first_name="Nadia", language="fr")
    return [(await request_of(tx, person)).id for _ in range(count)]


async def test_a_relay_begins_and_both_are_in_it(db: Database) -> None:
    async with db.begin(NOW) as tx:
        (request,) = await requests_of_a_client(tx)
        relay = await relays.begin(tx, request, CLIENT, COORDINATOR)

        assert relay is not None
        assert relay.ended_at is None
        assert await relays.of_request(tx, request) == relay
        both = await people.of_ids(tx, [CLIENT, COORDINATOR])
        assert {person.takeover_id for person in both.values()} == {relay.id}


async def test_a_client_in_a_relay_is_not_taken_by_another_coordinator(db: Database) -> None:
    async with db.begin(NOW) as tx:
        (request,) = await requests_of_a_client(tx)
        first = await relays.begin(tx, request, CLIENT, COORDINATOR)

        assert await relays.begin(tx, request, CLIENT, OTHER) is None
        assert await relays.of_request(tx, request) == first
        assert (await people.get(tx, OTHER)).takeover_id is None


async def test_nobody_relays_with_themselves(db: Database) -> None:
    async with db.begin(NOW) as tx:
        (request,) = await requests_of_a_client(tx)

        assert await relays.begin(tx, request, CLIENT, CLIENT) is None
        assert (await people.get(tx, CLIENT)).takeover_id is None


async def test_a_relay_ends_once_and_both_are_free_for_the_next(db: Database) -> None:
    async with db.begin(NOW) as tx:
        first_request, second_request = await requests_of_a_client(tx, 2)
        relay = await relays.begin(tx, first_request, CLIENT, COORDINATOR)
        assert relay is not None

        assert await relays.end(tx, relay)
        assert not await relays.end(tx, relay)
        assert await relays.of_request(tx, first_request) is None
        assert await relays.begin(tx, second_request, CLIENT, OTHER) is not None
