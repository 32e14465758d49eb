"""Vehicles, and members looked up: by id, by the person they are, with what they may do."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import update

from domain.crews import FIRST_AID, Certificate
from storage import crews, fleet, people
from storage.engine import Database
from storage.invitations import InvitationSpent
from storage.tables import members, vehicles
from tests.conftest import NOW
from tests.trade import member

UNTIL = date(2027, 6, 1)


async def test_the_fleet_is_listed_by_name_without_what_is_out_of_use(db: Database) -> None:
    async with db.begin(NOW) as tx:
        truck = await fleet.add(tx, name="Camion 20 m³", kind="truck_20")
        van = await fleet.add(tx, name="Berlingo", kind="van")
        old = await fleet.add(tx, name="Ancien", kind="van")
        await tx.run(update(vehicles).where(vehicles.c.id == old).values(active=False))
        found = await fleet.fleet(tx)

    assert [(one.id, one.name, one.kind) for one in found] == [
        (van, "Berlingo", "van"),
        (truck, "Camion 20 m³", "truck_20"),
    ]


async def test_a_vehicle_that_comes_back_is_the_same_one_as_it_is_said_now(db: Database) -> None:
    async with db.begin(NOW) as tx:
        van = await fleet.add(tx, name="Berlingo", kind="van", plate="AA-111-AA")
        await fleet.change(tx, van, active=False)
        assert await fleet.find(tx, van) is None
        again = await fleet.add(tx, name="Berlingo", kind="van", payload_kg="650.5")
        found = await fleet.find(tx, again)

    assert again == van
    assert found is not None
    assert (found.plate, found.payload) == ("AA-111-AA", Decimal("650.5"))


async def test_a_vehicle_is_taken_into_use_again_once(db: Database) -> None:
    async with db.begin(NOW) as tx:
        van = await fleet.add(tx, name="Berlingo", kind="van")
        assert not await fleet.come_back(tx, van)
        await fleet.change(tx, van, active=False)

        assert await fleet.come_back(tx, van)
        assert not await fleet.come_back(tx, van)
        assert not await fleet.come_back(tx, van + 1)


async def test_a_member_is_found_by_id_and_by_who_they_are_in_the_bot(db: Database) -> None:
    async with db.begin(NOW) as tx:
        awa = await member(tx, "Awa", person_id=11, driver=True)
        ben = await member(tx, "Ben")
        await crews.certify(tx, awa, FIRST_AID, UNTIL)
        found = await crews.find(tx, awa)
        assert found is not None
        assert (found.name, found.driver, found.leader) == ("Awa", True, False)
        assert found.certificates == (Certificate(FIRST_AID, UNTIL),)
        assert await crews.of_person(tx, 11) == found
        assert await crews.of_person(tx, 12) is None
        assert await crews.find(tx, 404) is None
        waiting = await crews.find(tx, ben)
        assert waiting is not None
        assert waiting.certificates == ()


async def test_a_certificate_that_is_renewed_is_one_certificate(db: Database) -> None:
    later = UNTIL + timedelta(days=700)
    async with db.begin(NOW) as tx:
        awa = await member(tx, "Awa")
        for kind, until in ((FIRST_AID, UNTIL), ("CACES", UNTIL), (FIRST_AID, later)):
            await crews.certify(tx, awa, kind, until)
        found = await crews.find(tx, awa)

    assert found is not None
    assert set(found.certificates) == {
        Certificate(FIRST_AID, later),
        Certificate("CACES", UNTIL),
    }


async def test_who_left_the_roster_is_not_let_in_by_an_old_link(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await people.meet(tx, 11, first_name="Awa", language="fr")
        awa = await member(tx, "Awa")
        code = await crews.invite(tx, awa)
        await tx.run(update(members).where(members.c.id == awa).values(active=False))
        assert await crews.roster(tx) == []
        with pytest.raises(InvitationSpent):
            await crews.join(tx, code, 11, "+33639980001", "fr")
        assert await crews.joined(tx) == {}
