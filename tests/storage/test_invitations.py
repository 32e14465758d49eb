"""A link lets in so many people, for two weeks, until it is revoked."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from storage import invitations, people
from storage.engine import Database
from storage.invitations import Invitation, InvitationKind, InvitationSpent
from storage.tables import invitations as rows
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.trade import member

COMPANY = InvitationKind.COMPANY


async def company(tx: Transaction, siret: str = "73282932000074") -> int:
    return (await people.register_company(tx, siret=siret, name="Bâti Nord")).id


async def test_a_link_lets_in_as_many_as_it_says_and_counts_them(db: Database) -> None:
    async with db.begin(NOW) as tx:
        bati = await company(tx)
        code = await invitations.make(tx, COMPANY, bati, most=2)
        made = await invitations.valid(tx, COMPANY, code)
        assert made == Invitation(bati, made.mark, 0, 2, NOW + timedelta(days=14))
        assert await invitations.spend(tx, COMPANY, code, 11) == replace(made, uses=1)
        assert await invitations.open_to(tx, COMPANY, bati) == replace(made, uses=1)
        full = replace(made, uses=2)
        assert await invitations.spend(tx, COMPANY, code, 12) == full
        for use in (invitations.valid(tx, COMPANY, code), spent(tx, code, 13)):
            with pytest.raises(InvitationSpent):
                await use
        assert await invitations.find(tx, COMPANY, code) == full
        assert await invitations.open_to(tx, COMPANY, bati) is None


async def spent(tx: Transaction, code: str, person_id: int) -> Invitation:
    return await invitations.spend(tx, COMPANY, code, person_id)


async def test_a_link_ends_with_its_last_day_and_when_it_is_revoked(db: Database) -> None:
    async with db.begin(NOW) as tx:
        bati = await company(tx)
        code = await invitations.make(tx, COMPANY, bati, most=10)
    async with db.begin(NOW + timedelta(days=14)) as tx:
        assert await invitations.open_to(tx, COMPANY, bati) is None
        with pytest.raises(InvitationSpent):
            await invitations.spend(tx, COMPANY, code, 11)
    async with db.begin(NOW) as tx:
        assert await invitations.revoke(tx, COMPANY, bati)
        assert await invitations.find(tx, COMPANY, code) is None
        assert not await invitations.revoke(tx, COMPANY, bati)
        with pytest.raises(InvitationSpent):
            await invitations.spend(tx, COMPANY, code, 11)


async def test_a_new_link_ends_the_one_before_and_no_other_companys(db: Database) -> None:
    async with db.begin(NOW) as tx:
        bati, verre = await company(tx), await company(tx, "55210055400013")
        old = await invitations.make(tx, COMPANY, bati, most=10)
        theirs = await invitations.make(tx, COMPANY, verre, most=10)
        new = await invitations.make(tx, COMPANY, bati, most=10)
        assert await invitations.find(tx, COMPANY, old) is None
        found = [await invitations.valid(tx, COMPANY, one) for one in (new, theirs)]
    assert [invitation.thing_id for invitation in found] == [bati, verre]
    assert found[0].mark != found[1].mark


async def test_a_link_into_the_crew_leads_into_no_company(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await company(tx)
        code = await invitations.make(tx, InvitationKind.CREW, await member(tx, "Awa"))
        assert await invitations.find(tx, COMPANY, code) is None
        with pytest.raises(InvitationSpent):
            await invitations.spend(tx, COMPANY, code, 11)


async def test_the_secret_is_not_kept(db: Database) -> None:
    async with db.begin(NOW) as tx:
        code = await invitations.make(tx, COMPANY, await company(tx), most=10)
        (kept,) = await tx.rows(select(rows))
    assert code not in [str(one) for one in kept]


async def test_of_many_who_come_at_once_no_more_are_let_in_than_there_are_places(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        code = await invitations.make(tx, COMPANY, await company(tx), most=2)

    async def comes(person_id: int) -> bool:
        async with db.begin(NOW) as tx:
            try:
                await invitations.spend(tx, COMPANY, code, person_id)
            except InvitationSpent:
                return False
            return True

    assert sorted(await asyncio.gather(*map(comes, range(5)))) == [False] * 3 + [True] * 2
