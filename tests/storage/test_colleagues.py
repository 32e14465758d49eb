"""Who is in a company, who leads it, who comes and goes."""

import asyncio
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from domain.people import Role
from domain.requests import RequestEvent
from storage import colleagues, invitations, people, requests, sites
from storage.engine import Database
from storage.invitations import InvitationKind
from storage.people import Person
from storage.tables import errands
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.trade import request_of

CLAIRE, HUGO, INES = 31, 22, 13  # in the order in which we met them, which is not that of the ids
SIRET = "73282932000074"


async def company(tx: Transaction) -> int:
    return (await people.register_company(tx, siret=SIRET, name="Bâti Nord")).id


async def comes(db: Database, person_id: int, days: int, *, lead: bool = False) -> Person:
    """Meet somebody on a day and let them in."""
    async with db.begin(NOW + timedelta(days=days)) as tx:
        newcomer = await people.meet(tx, person_id, first_name="X", language="fr")
        inside = await colleagues.let_in(tx, newcomer, await company(tx), lead=lead)
    assert inside is not None
    return inside


async def three(db: Database) -> tuple[Person, Person, Person]:
    """Claire, who leads, Hugo, Inès."""
    return (
        await comes(db, CLAIRE, 0, lead=True),
        await comes(db, HUGO, 1),
        await comes(db, INES, 2),
    )


async def leads(db: Database, *everyone: Person) -> list[int]:
    async with db.read(NOW) as tx:
        return [person.id for person in everyone if await colleagues.leads(tx, person)]


async def test_the_people_of_a_company_stand_as_we_met_them(db: Database) -> None:
    claire, hugo, ines = await three(db)
    async with db.begin(NOW) as tx:
        await people.gone(tx, HUGO)
        other = await people.register_company(tx, siret="55210055400013", name="Verre")
        outsider = await people.meet(tx, 1, first_name="Y", language="fr")
        assert await colleagues.let_in(tx, outsider, other.id, lead=True)
        found = await colleagues.of_company(tx, await company(tx))
        assert await colleagues.all_leads(tx) == [1, CLAIRE]
    assert [(person.id, person.leads_company) for person in found] == [
        (CLAIRE, True),
        (HUGO, False),
        (INES, False),
    ]
    assert claire.roles == hugo.roles == ines.roles == {Role.CLIENT}


async def test_who_is_in_a_company_is_not_let_into_another(db: Database) -> None:
    claire = await comes(db, CLAIRE, 0, lead=True)
    async with db.begin(NOW) as tx:
        other = await people.register_company(tx, siret="55210055400013", name="Verre")
        assert await colleagues.let_in(tx, claire, other.id, lead=True) is None
        assert await people.get(tx, CLAIRE) == claire


async def test_where_no_lead_can_be_reached_the_first_of_the_others_leads(db: Database) -> None:
    everyone = await three(db)
    assert await leads(db, *everyone) == [CLAIRE]
    async with db.begin(NOW) as tx:
        await people.gone(tx, CLAIRE)
    assert await leads(db, *everyone) == [HUGO]
    async with db.begin(NOW) as tx:
        await people.gone(tx, HUGO)
    assert await leads(db, *everyone) == [INES]
    async with db.begin(NOW) as tx:
        await people.gone(tx, INES)
    assert await leads(db, *everyone) == []
    async with db.begin(NOW) as tx:
        await people.change(tx, everyone[0], blocked_at=None)
    assert await leads(db, *everyone) == [CLAIRE]


async def test_several_may_lead_and_the_menu_follows(db: Database) -> None:
    everyone = await three(db)
    menus = select(errands.c.details).where(errands.c.kind == people.MENU).order_by(errands.c.id)
    async with db.begin(NOW) as tx:
        assert [row.details["chat"] for row in await tx.rows(menus)] == [CLAIRE]
        hugo = await colleagues.set_lead(tx, everyone[1], lead=True)
        await colleagues.set_lead(tx, hugo, lead=True)
        assert [row.details["chat"] for row in await tx.rows(menus)] == [CLAIRE, HUGO]
    assert await leads(db, *everyone) == [CLAIRE, HUGO]


async def test_who_is_put_out_leaves_their_requests_to_the_heir(db: Database) -> None:
    claire, hugo, _ines = await three(db)
    async with db.begin(NOW) as tx:
        going, over, hers = [
            await request_of(tx, person, desks=3) for person in (hugo, hugo, claire)
        ]
        await requests.move(tx, over, RequestEvent.REFUSE, actor_id=None)
        assert await colleagues.put_out(tx, hugo, CLAIRE) == [going.id]
        theirs = [await requests.get(tx, request.id) for request in (going, over, hers)]
        gone = await people.get(tx, HUGO)
    assert [request.person_id for request in theirs] == [CLAIRE] * 3
    assert (gone.company_id, gone.roles, gone.leads_company) == (None, frozenset(), False)


async def test_two_leads_who_put_each_other_out_do_not_both_succeed(db: Database) -> None:
    claire, hugo, _ines = await three(db)
    async with db.begin(NOW) as tx:
        await colleagues.set_lead(tx, hugo, lead=True)

    async def puts_out(actor: Person, other: Person) -> bool:
        async with db.begin(NOW) as tx:
            await colleagues.lock(tx, actor.company_id or 0)
            if not await colleagues.leads(tx, actor):
                return False
            await colleagues.put_out(tx, other, actor.id)
            return True

    done = await asyncio.gather(puts_out(claire, hugo), puts_out(hugo, claire))
    assert sorted(done) == [False, True]


async def test_a_merged_company_keeps_each_place_once_and_nobody_who_came_leads(
    db: Database,
) -> None:
    await comes(db, CLAIRE, 0, lead=True)
    async with db.begin(NOW) as tx:
        into = await company(tx)
        late = await people.register_company(tx, siret=None, name="Bâti Sud")
        hugo = await people.meet(tx, HUGO, first_name="X", language="fr")
        inside = await colleagues.let_in(tx, hugo, late.id, lead=True)
        assert inside is not None
        request = await request_of(tx, inside)
        both = ((into, "12 rue Hoche"), (late.id, "12 rue Hoche"), (late.id, "3 quai"))
        for company_id, address in both:
            place: dict[str, Any] = {
                "address": address,
                "postcode": "93500",
                "answers": {},
                "person_id": HUGO,
            }
            await sites.remember(tx, company_id=company_id, **place)
        code = await invitations.make(tx, InvitationKind.COMPANY, late.id, most=5)

        await colleagues.merge(tx, late.id, into)

        assert (await requests.get(tx, request.id)).company_id == into
        kept = await sites.of_company(tx, into, 9)
        found = await invitations.find(tx, InvitationKind.COMPANY, code)
        came = await people.get(tx, HUGO)
    assert sorted(site.address for site in kept) == ["12 rue Hoche", "3 quai"]
    assert (came.company_id, came.leads_company, found) == (into, False, None)
