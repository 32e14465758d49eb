"""Links that let somebody in: of limited use, with an end, revocable; only their hash is kept."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, delete, select, update

from storage.tables import invitations
from storage.transaction import AnyRow, Reading, Transaction

LASTS = timedelta(days=14)
CODE_BYTES = 16
MARK_DIGITS = 12  # of the hash, in hexadecimal: a number that a button can carry


class InvitationKind(StrEnum):
    """What a link leads into."""

    CREW = "crew"
    COMPANY = "company"
    OFFICE = "office"


THINGS = {
    InvitationKind.CREW: invitations.c.member_id,
    InvitationKind.COMPANY: invitations.c.company_id,
    InvitationKind.OFFICE: invitations.c.person_id,
}


class InvitationSpent(Exception):
    """The invitation is unknown, revoked, used up or too old."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link; `thing_id` is whom or what it is for, `mark` tells one link from the next."""

    thing_id: int
    mark: int
    uses: int
    most: int
    expires_at: datetime

    def works(self, now: datetime) -> bool:
        return self.uses < self.most and now < self.expires_at


async def make(tx: Transaction, kind: InvitationKind, thing_id: int, *, most: int = 1) -> str:
    """Make a link's secret for so many people, for two weeks; older links to the thing end."""
    await revoke(tx, kind, thing_id)
    code = secrets.token_urlsafe(CODE_BYTES)
    await tx.insert(
        invitations,
        code=_hash(code),
        kind=kind,
        most=most,
        expires_at=tx.now + LASTS,
        **{THINGS[kind].name: thing_id},
    )
    return code


async def find(tx: Reading, kind: InvitationKind, code: str) -> Invitation | None:
    """Find a link by its secret, whether it still works or not; None once it was revoked."""
    return await _first(tx, kind, invitations.c.code == _hash(code))


async def valid(tx: Reading, kind: InvitationKind, code: str) -> Invitation:
    """Load a link that works. Raises InvitationSpent."""
    found = await find(tx, kind, code)
    if found is None or not found.works(tx.now):
        raise InvitationSpent
    return found


async def open_to(tx: Reading, kind: InvitationKind, thing_id: int) -> Invitation | None:
    """Find the link that leads to a thing now."""
    c = invitations.c
    works = (c.uses < c.most) & (c.expires_at > tx.now)
    return await _first(tx, kind, (THINGS[kind] == thing_id) & works)


async def spend(tx: Transaction, kind: InvitationKind, code: str, person_id: int) -> Invitation:
    """Use a link once; of people who come at the same time the last place takes one only.

    Raises InvitationSpent.
    """
    c = invitations.c
    works = (c.code == _hash(code), c.kind == kind, c.uses < c.most, c.expires_at > tx.now)
    used = {"uses": c.uses + 1, "used_at": tx.now, "used_by": person_id}
    if not await tx.run(update(invitations).where(*works).values(**used)):
        raise InvitationSpent
    found = await find(tx, kind, code)
    if found is None:
        raise InvitationSpent
    return found


async def revoke(tx: Transaction, kind: InvitationKind, thing_id: int) -> bool:
    """End the links to a thing that were not used up; False where there was none."""
    c = invitations.c
    left = (c.kind == kind, THINGS[kind] == thing_id, c.uses < c.most)
    return bool(await tx.run(delete(invitations).where(*left)))


async def _first(
    tx: Reading, kind: InvitationKind, where: ColumnElement[bool]
) -> Invitation | None:
    c, thing = invitations.c, THINGS[kind]
    columns = (thing, c.code, c.uses, c.most, c.expires_at)
    query = select(*columns).where(c.kind == kind, where).order_by(c.expires_at.desc(), c.code)
    row = await tx.first(query.limit(1))
    return _invitation(row) if row else None


def _invitation(row: AnyRow) -> Invitation:
    thing_id, code, uses, most, expires_at = row
    return Invitation(thing_id, int(code[:MARK_DIGITS], 16), uses, most, expires_at)


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
