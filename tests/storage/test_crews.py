"""Invitations tie a person to a member, once."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from domain.crews import Certificate, CrewRole, Member
from storage import crews, people
from storage.crews import AlreadyJoined
from storage.engine import Database
from storage.invitations import InvitationSpent
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.trade import member

PHONE = "+33639980001"


async def meet(tx: Transaction, *ids: int) -> None:
    for person_id in ids:
        await people.meet(tx, person_id, first_name="X", language="fr")


async def test_the_roster_knows_skills_and_contract(db: Database) -> None:
    async with db.begin(NOW) as tx:
        until = date(2027, 6, 1)
        number = await crews.add(
            tx,
            name="Awa",
            roles=[CrewRole.LEADER],
            contract_hours="26.5",
            contract_until=until,
            language="en",
        )
        await crews.add(tx, name="Gone", active=False)
        await crews.certify(tx, number, "SST", until)
        await crews.certify(tx, number, "SST", until + timedelta(days=1))
        roster = await crews.roster(tx)
    certificate = Certificate("SST", until + timedelta(days=1))
    assert roster == [
        Member(
            number,
            "Awa",
            (certificate,),
            Decimal("26.5"),
            until,
            "en",
            frozenset({CrewRole.LEADER}),
        )
    ]


async def test_a_link_works_once(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await meet(tx, 11, 12)
        awa = await member(tx, "Awa")
        code = await crews.invite(tx, awa)
        assert (await crews.invited(tx, code)).name == "Awa"
        await crews.join(tx, code, 11, PHONE, "en")
        assert await crews.joined(tx) == {awa: 11}
        with pytest.raises(InvitationSpent):
            await crews.join(tx, code, 12, PHONE, "fr")
        known = await crews.of_person(tx, 11)
    assert known is not None
    assert (known.id, known.language) == (awa, "en")


async def test_a_new_link_ends_the_older_one(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await meet(tx, 11)
        awa = await member(tx, "Awa")
        old, new = await crews.invite(tx, awa), await crews.invite(tx, awa)
        with pytest.raises(InvitationSpent):
            await crews.invited(tx, old)
        await crews.join(tx, new, 11, PHONE, "fr")


async def test_a_link_ends_after_two_weeks_and_a_made_up_one_never_began(db: Database) -> None:
    async with db.begin(NOW) as tx:
        code = await crews.invite(tx, await member(tx, "Awa"))
    async with db.begin(NOW + timedelta(days=14)) as tx:
        for bad in (code, "made-up", ""):
            with pytest.raises(InvitationSpent):
                await crews.invited(tx, bad)


async def test_one_person_is_one_member(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await member(tx, "Awa", person_id=11)
        code = await crews.invite(tx, await member(tx, "Ben"))
        with pytest.raises(AlreadyJoined):
            await crews.join(tx, code, 11, PHONE, "fr")
        assert len(await crews.joined(tx)) == 1
