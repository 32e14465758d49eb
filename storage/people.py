"""People as the bot knows them: language, company, roles."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from domain.people import Role
from storage import errands
from storage.dialects import insert_new
from storage.request_search import searchable
from storage.tables import companies, people, roles
from storage.transaction import Reading, Transaction

MENU = "menu"


@dataclass(frozen=True, slots=True)
class Person:
    """A person of Telegram; `id` is Telegram's, and the id of the private chat too."""

    id: int
    first_name: str
    full_name: str | None
    phone: str | None
    language: str
    language_chosen: bool
    noticed_at: datetime | None
    company_id: int | None
    blocked_at: datetime | None
    takeover_id: int | None = None  # the relay that they are in now
    asks_company_id: int | None = None  # waits to be let in by a colleague
    leads_company: bool = False  # as it is written down; see storage.colleagues.leading
    edited_at: datetime | None = None  # the newest edit of theirs that took effect
    roles: frozenset[Role] = frozenset()

    @property
    def display_name(self) -> str:
        """The full name once it is known, until then the first name of Telegram."""
        return self.full_name or self.first_name


@dataclass(frozen=True, slots=True)
class ClientCompany:
    id: int
    siret: str | None  # none: put off until an agreement
    name: str
    address: str | None = None  # postal


_COLUMNS = [people.c[name] for name in Person.__dataclass_fields__ if name != "roles"]
_OF_IDS = (
    select(*_COLUMNS, roles.c.role)
    .outerjoin(roles, roles.c.person_id == people.c.id)
    .where(people.c.id.in_(bindparam("ids", expanding=True)))
)


_COMPANIES = select(companies.c.id, companies.c.siret, companies.c.name, companies.c.address)
_COMPANY = _COMPANIES.where(companies.c.id == bindparam("wanted"))


async def of_ids(tx: Reading, ids: Iterable[int]) -> dict[int, Person]:
    """Load people with their roles; unknown ones are left out."""
    found: dict[int, Person] = {}
    for row in await tx.rows(_OF_IDS, {"ids": list(set(ids))}):
        known = found.get(row.id) or Person(*row[:-1])
        found[row.id] = replace(known, roles=known.roles | {Role(row.role)}) if row.role else known
    return found


async def find(tx: Reading, person_id: int) -> Person | None:
    return (await of_ids(tx, [person_id])).get(person_id)


async def get(tx: Reading, person_id: int) -> Person:
    """Load a person. Raises LookupError."""
    person = await find(tx, person_id)
    if person is None:
        raise LookupError(f"person {person_id}")
    return person


async def meet(
    tx: Transaction,
    person_id: int,
    *,
    first_name: str,
    language: str,
    admin: bool = False,
    here: bool = True,
) -> Person:
    """Load the person, or write down a new one; someone who had blocked us is back if `here`."""
    person = await find(tx, person_id)
    if person is None:
        query = insert_new(tx, people, ("id",)).values(
            id=person_id, first_name=first_name[:120], language=language, created_at=tx.now
        )
        await tx.run(query)
        person = await get(tx, person_id)
    if person.blocked_at is not None and here:
        person = await change(tx, person, blocked_at=None)
    if admin and Role.ADMIN not in person.roles:
        person = await give(tx, person, Role.ADMIN, Role.COORDINATOR)
    return person


async def change(tx: Transaction, person: Person, **values: Any) -> Person:
    """Write the changed fields; return the person as they are now."""
    await tx.run(update(people).where(people.c.id == person.id).values(**values))
    return replace(person, **values)


async def give(tx: Transaction, person: Person, *given: Role) -> Person:
    """Give the roles; the menu of who is new to the staff follows."""
    if set(given) - person.roles - {Role.CLIENT}:
        await menu_changed(tx, person.id)
    for role in given:
        query = insert_new(tx, roles, ("person_id", "role")).values(person_id=person.id, role=role)
        await tx.run(query)
    return replace(person, roles=person.roles | set(given))


async def take(tx: Transaction, person: Person, role: Role) -> Person:
    """Take a role away; the menu follows."""
    c = roles.c
    await tx.run(delete(roles).where(c.person_id == person.id, c.role == role))
    await menu_changed(tx, person.id)
    return replace(person, roles=person.roles - {role})


async def menu_changed(tx: Transaction, chat_id: int) -> None:
    """Have the chat's menu of commands told anew after the commit."""
    key = f"{MENU}:{chat_id}:{tx.real_now.isoformat()}"
    await errands.put(tx, MENU, key, {"chat": chat_id})


async def with_role(tx: Reading, role: Role) -> list[Person]:
    rows = await tx.rows(select(roles.c.person_id).where(roles.c.role == role))
    return list((await of_ids(tx, [row.person_id for row in rows])).values())


async def gone(tx: Transaction, person_id: int) -> bool:
    """The person blocked us or left Telegram; False when that is known already."""
    where = (people.c.id == person_id, people.c.blocked_at.is_(None))
    return bool(await tx.run(update(people).where(*where).values(blocked_at=tx.now)))


async def company(tx: Reading, company_id: int) -> ClientCompany:
    """Load a client company. Raises LookupError."""
    row = await tx.first(_COMPANY, {"wanted": company_id})
    if row is None:
        raise LookupError(f"company {company_id}")
    return ClientCompany(*row)


async def register_company(tx: Transaction, *, siret: str | None, name: str) -> ClientCompany:
    """Write down a client company; one SIRET is one company, under the name it came with first.

    Without a SIRET it is a company of its own, whatever its name.
    """
    if siret is None:
        values = {"name": name, "words": searchable(name), "created_at": tx.now}
        return ClientCompany(await tx.insert(companies, **values), None, name)
    query = insert_new(tx, companies, ("siret",)).values(
        siret=siret, name=name, words=searchable(name, siret), created_at=tx.now
    )
    await tx.run(query)
    found = await company_with(tx, siret)
    if found is None:
        raise LookupError(f"company {siret}")
    return found


async def company_with(tx: Reading, siret: str) -> ClientCompany | None:
    row = await tx.first(_COMPANIES.where(companies.c.siret == siret))
    return ClientCompany(*row) if row else None


async def move_company(tx: Transaction, company: ClientCompany, *, address: str) -> None:
    """Write down the postal address of a company."""
    query = update(companies).where(companies.c.id == company.id)
    await tx.run(query.values(address=address))


async def complete_company(tx: Transaction, company: ClientCompany, *, siret: str) -> None:
    """Write down a SIRET that was put off, and which no other company has."""
    values = {"siret": siret, "words": searchable(company.name, siret)}
    await tx.run(update(companies).where(companies.c.id == company.id).values(**values))
