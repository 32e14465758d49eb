"""Invitations tie a person to a member, once."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from domain.crews import Certificate, Member
from storage import crews, people
from storage.crews import AlreadyJoined
from storage.engine import Database
from storage.invitations import InvitationSpent
from storage.work import Work
from tests.conftest import NOW
from tests.trade import member

PHONE = "+33639980001"


async def meet(work: Work, *ids: int) -> None:
    for person_id in ids:
        await people.meet(work, person_id, first_name="X", language="fr")


async def test_the_roster_knows_skills_and_contract(db: Database) -> None:
    async with db.begin(NOW) as work:
        until = date(2027, 6, 1)
        number = await crews.add(
            work, "Awa", leader=True, weekly_hours=26, contract_until=until, language="en"
        )
        await crews.add(work, "Gone", active=False)
        await crews.certify(work, number, "SST", until)
        await crews.certify(work, number, "SST", until + timedelta(days=1))
        roster = await crews.roster(work)
    certificate = Certificate("SST", until + timedelta(days=1))
    assert roster == [
        Member(number, "Awa", (certificate,), Decimal(26), until, "en", leader=True, driver=False)
    ]


async def test_a_link_works_once(db: Database) -> None:
    async with db.begin(NOW) as work:
        await meet(work, 11, 12)
        awa = await member(work, "Awa")
        code = await crews.invite(work, awa)
        assert (await crews.invited(work, code)).name == "Awa"
        await crews.join(work, code, 11, PHONE, "en")
        assert await crews.joined(work) == {awa: 11}
        with pytest.raises(InvitationSpent):
            await crews.join(work, code, 12, PHONE, "fr")
        known = await crews.of_person(work, 11)
    assert known is not None
    assert (known.id, known.language) == (awa, "en")


async def test_a_new_link_ends_the_older_one(db: Database) -> None:
    async with db.begin(NOW) as work:
        await meet(work, 11)
        awa = await member(work, "Awa")
        old, new = await crews.invite(work, awa), await crews.invite(work, awa)
        with pytest.raises(InvitationSpent):
            await crews.invited(work, old)
        await crews.join(work, new, 11, PHONE, "fr")


async def test_a_link_ends_after_two_weeks_and_a_made_up_one_never_began(db: Database) -> None:
    async with db.begin(NOW) as work:
        code = await crews.invite(work, await member(work, "Awa"))
    async with db.begin(NOW + timedelta(days=14)) as work:
        for bad in (code, "made-up", ""):
            with pytest.raises(InvitationSpent):
                await crews.invited(work, bad)


async def test_one_person_is_one_member(db: Database) -> None:
    async with db.begin(NOW) as work:
        await member(work, "Awa", person_id=11)
        code = await crews.invite(work, await member(work, "Ben"))
        with pytest.raises(AlreadyJoined):
            await crews.join(work, code, 11, PHONE, "fr")
        assert len(await crews.joined(work)) == 1
