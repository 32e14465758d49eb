"""The roster: crew members with their certificates and invitations."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from sqlalchemy import delete, select, update

from domain.crews import Certificate, CrewRole, Member
from storage import invitations
from storage.dialects import upsert
from storage.invitations import InvitationKind, InvitationSpent
from storage.tables import certificates, members, vehicles
from storage.transaction import AnyRow, Reading, Transaction


class AlreadyJoined(Exception):
    """The person is in the crew already, as somebody else."""


async def roster(tx: Reading) -> list[Member]:
    """List the active members with their certificates, by name."""
    rows = await tx.rows(select(members).where(members.c.active.is_(True)).order_by(members.c.name))
    held = await _certificates(tx, [row.id for row in rows])
    return [_member(row, held.get(row.id, ())) for row in rows]


async def joined(tx: Reading) -> dict[int, int]:
    """Tell who of the roster has joined the bot: member id to person id."""
    c = members.c
    query = select(c.id, c.person_id).where(c.person_id.is_not(None))
    return {row.id: row.person_id for row in await tx.rows(query)}


async def lock(tx: Transaction, member_ids: Sequence[int], vehicle_ids: Sequence[int] = ()) -> None:
    """Make other plans with these members or vehicles wait until this one is committed."""
    for table, ids in ((members, member_ids), (vehicles, vehicle_ids)):
        query = select(table.c.id).where(table.c.id.in_(ids)).order_by(table.c.id)
        await tx.rows(query.with_for_update())


async def find(tx: Reading, member_id: int) -> Member | None:
    row = await tx.first(select(members).where(members.c.id == member_id))
    if row is None:
        return None
    return _member(row, (await _certificates(tx, [row.id])).get(row.id, ()))


async def of_person(tx: Reading, person_id: int) -> Member | None:
    row = await tx.first(select(members).where(members.c.person_id == person_id))
    if row is None:
        return None
    return _member(row, (await _certificates(tx, [row.id])).get(row.id, ()))


class MemberColumns(TypedDict, total=False):
    """What is written of a member; `contract_hours` a week, in full."""

    name: str
    phone: str | None
    language: str
    languages: Sequence[str]
    roles: Sequence[CrewRole]
    contract_hours: str
    contract_from: date | None
    contract_until: date | None
    active: bool


async def add(tx: Transaction, **columns: Unpack[MemberColumns]) -> int:
    """Take a member into the roster; return the id."""
    return await tx.insert(members, **columns)


async def change(tx: Transaction, member_id: int, **columns: Unpack[MemberColumns]) -> None:
    if columns:
        await tx.run(update(members).where(members.c.id == member_id).values(**columns))


async def leave(tx: Transaction, member_id: int) -> bool:
    """Take a member out of the roster and from their account; False where they are out."""
    m = members.c
    out = {"active": False, "person_id": None}
    return bool(
        await tx.run(update(members).where(m.id == member_id, m.active.is_(True)).values(**out))
    )


async def come_back(tx: Transaction, member_id: int, person_id: int | None) -> bool:
    """Take a member in again as before; False where they are in, or the account is another's."""
    m = members.c
    if person_id is not None and await of_person(tx, person_id) is not None:
        return False
    back = {"active": True, "person_id": person_id}
    return bool(
        await tx.run(update(members).where(m.id == member_id, m.active.is_(False)).values(**back))
    )


async def certify(
    tx: Transaction,
    member_id: int,
    kind: str,
    valid_until: date,
    issued_on: date | None = None,
    media_id: int | None = None,
) -> None:
    """Write down a certificate, in place of an earlier one of its kind."""
    row = {"member_id": member_id, "kind": kind, "valid_until": valid_until}
    row |= {"issued_on": issued_on, "media_id": media_id}
    changing = ("valid_until", "issued_on", "media_id")
    await tx.run(upsert(tx, certificates, ("member_id", "kind"), changing), row)


async def uncertify(tx: Transaction, member_id: int, kind: str) -> None:
    c = certificates.c
    await tx.run(delete(certificates).where(c.member_id == member_id, c.kind == kind))


async def invite(tx: Transaction, member_id: int) -> str:
    """Make a link's secret for this member: once, for two weeks; older ones end."""
    return await invitations.make(tx, InvitationKind.CREW, member_id)


async def invited(tx: Reading, code: str) -> Member:
    """Tell whom an invitation is for. Raises InvitationSpent."""
    invitation = await invitations.valid(tx, InvitationKind.CREW, code)
    member = await find(tx, invitation.thing_id)
    if member is None or not member.active:
        raise InvitationSpent
    return member


async def join(tx: Transaction, code: str, person_id: int, phone: str, language: str) -> Member:
    """Tie the person to the member they were invited as, once.

    Raises InvitationSpent, AlreadyJoined.
    """
    member = await spend_invitation(tx, code, person_id)
    await tie(tx, member.id, person_id, phone=phone, language=language)
    return member


async def spend_invitation(tx: Transaction, code: str, person_id: int) -> Member:
    """Use up a member's link, also one of their own. Raises InvitationSpent, AlreadyJoined."""
    member = await invited(tx, code)
    mine = await of_person(tx, person_id)
    if mine is not None and mine.id != member.id:
        raise AlreadyJoined
    await invitations.spend(tx, InvitationKind.CREW, code, person_id)
    return member


async def tie(tx: Transaction, member_id: int, person_id: int | None, **columns: Any) -> None:
    """Make an account the member's own, in place of the one they had."""
    where = members.c.id == member_id
    await tx.run(update(members).where(where).values(person_id=person_id, **columns))


async def _certificates(
    tx: Reading, member_ids: Sequence[int]
) -> dict[int, tuple[Certificate, ...]]:
    c = certificates.c
    columns = (c.member_id, c.kind, c.valid_until, c.issued_on, c.media_id)
    query = select(*columns).where(c.member_id.in_(member_ids))
    found: dict[int, tuple[Certificate, ...]] = {}
    for member_id, *held in await tx.rows(query):
        found[member_id] = (*found.get(member_id, ()), Certificate(*held))
    return found


def _member(row: AnyRow, held: tuple[Certificate, ...]) -> Member:
    return Member(
        id=row.id,
        name=row.name,
        certificates=held,
        weekly_hours=Decimal(row.contract_hours),
        contract_end=row.contract_until,
        language=row.language,
        roles=frozenset(map(CrewRole, row.roles)),
        contract_start=row.contract_from,
        phone=row.phone,
        languages=tuple(row.languages),
        active=row.active,
    )
