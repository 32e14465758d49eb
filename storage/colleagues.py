"""The people of one client company: who is in, who leads, who comes and goes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import delete, exists, select, update

from domain.people import Role
from domain.requests import OPEN
from storage.people import Person, change, give, menu_changed, of_ids, take
from storage.tables import companies, invitations, people, requests, roles, sites
from storage.transaction import Reading, Transaction


async def lock(tx: Transaction, *company_ids: int) -> None:
    """Make other changes to who is in these companies wait until this one is committed."""
    query = select(companies.c.id).where(companies.c.id.in_(company_ids)).order_by(companies.c.id)
    await tx.rows(query.with_for_update())


async def of_company(tx: Reading, company_id: int) -> list[Person]:
    """List the clients of a company, whom we met first first; those who blocked us too."""
    p = people.c
    query = (
        select(p.id)
        .join(roles, roles.c.person_id == p.id)
        .where(p.company_id == company_id, roles.c.role == Role.CLIENT)
        .order_by(p.created_at, p.id)
    )
    ids = [row.id for row in await tx.rows(query)]
    found = await of_ids(tx, ids)
    return [found[one] for one in ids]


def leading(everyone: Sequence[Person]) -> list[Person]:
    """Tell who leads, of the people of a company in the order in which we met them.

    Those who were made leads and can be reached. Where none of them can (they blocked the bot),
    the first of the others who can be reached leads in their place, until one is back: so a
    company has a lead as long as anybody of it can be reached, and nothing need be written down
    when somebody blocks the bot. Where nobody can be reached, the coordinators decide alone.
    """
    here = [person for person in everyone if person.blocked_at is None]
    return [person for person in here if person.leads_company] or here[:1]


async def leads(tx: Reading, person: Person) -> bool:
    """Tell whether somebody leads their company, as it stands in the database now."""
    if person.company_id is None or Role.CLIENT not in person.roles:
        return False
    first = leading(await of_company(tx, person.company_id))
    return person.id in {one.id for one in first}


async def all_leads(tx: Reading) -> list[int]:
    """List who was made lead, of whatever company."""
    query = select(people.c.id).where(people.c.leads_company.is_(True)).order_by(people.c.id)
    return [row.id for row in await tx.rows(query)]


async def let_in(
    tx: Transaction, person: Person, company_id: int, *, lead: bool = False
) -> Person | None:
    """Make somebody a client of the company; None where they came into one meanwhile."""
    values: dict[str, Any] = {"company_id": company_id, "asks_company_id": None}
    p = people.c
    outside = update(people).where(p.id == person.id, p.company_id.is_(None))
    if not await tx.run(outside.values(**values)):
        return None
    person = replace(person, **values)
    if lead:
        person = await set_lead(tx, person, lead=True)
    return await give(tx, person, Role.CLIENT)


async def set_lead(tx: Transaction, person: Person, *, lead: bool) -> Person:
    """Write down whether somebody leads; their menu follows."""
    if person.leads_company != lead:
        await menu_changed(tx, person.id)
    return await change(tx, person, leads_company=lead)


async def merge(tx: Transaction, company_id: int, into_id: int) -> list[Person]:
    """Move all that a company has into another, which turned out to be the same firm.

    Nobody who comes leads there; a site that both have is kept once, a link that still invites
    ends. Returns who came.
    """
    came = await of_company(tx, company_id)
    values: dict[str, Any] = {"company_id": into_id, "asks_company_id": None}
    inside = update(people).where(people.c.company_id == company_id)
    await tx.run(inside.values(**values, leads_company=False))
    for person in came:
        if person.leads_company:
            await menu_changed(tx, person.id)
    mine = update(requests).where(requests.c.company_id == company_id)
    await tx.run(mine.values(company_id=into_id))
    await _merge_sites(tx, company_id, into_id)
    await tx.run(delete(invitations).where(invitations.c.company_id == company_id))
    return [replace(person, **values, leads_company=False) for person in came]


async def _merge_sites(tx: Transaction, company_id: int, into_id: int) -> None:
    s, other = sites.c, sites.alias("other")
    same = (other.c.address == s.address, other.c.postcode == s.postcode)
    twice = exists().where(other.c.company_id == into_id, *same)
    await tx.run(update(sites).where(s.company_id == company_id, ~twice).values(company_id=into_id))


async def put_out(tx: Transaction, person: Person, heir_id: int) -> list[int]:
    """Take somebody out of their company; what they asked for is the heir's from now on.

    Returns the ids of the requests that go on.
    """
    r = requests.c
    theirs = (r.person_id == person.id, r.company_id == person.company_id)
    open_ones = select(r.id).where(*theirs, r.state.in_(OPEN)).order_by(r.id)
    ids = [row.id for row in await tx.rows(open_ones)]
    await tx.run(update(requests).where(*theirs).values(person_id=heir_id))
    gone = await take(tx, person, Role.CLIENT)
    await change(tx, gone, company_id=None, leads_company=False)
    return ids
