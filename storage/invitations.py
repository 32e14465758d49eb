"""Links that let somebody in: of limited use, with an end, revocable; only their hash is kept."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, delete, select, update

from storage.tables import invitations
from storage.work import AnyRow, Work

LASTS = timedelta(days=14)
CODE_BYTES = 16
MARK_DIGITS = 12  # of the hash, in hexadecimal: a number that a button can carry


class Kind(StrEnum):
    """What a link leads into."""

    CREW = "crew"
    COMPANY = "company"


THINGS = {Kind.CREW: invitations.c.member_id, Kind.COMPANY: invitations.c.company_id}


class InvitationSpent(Exception):
    """The invitation is unknown, revoked, used up or too old."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link; `thing_id` is the member or the company, `mark` tells one link from the next."""

    thing_id: int
    mark: int
    uses: int
    most: int
    expires_at: datetime

    def works(self, now: datetime) -> bool:
        return self.uses < self.most and now < self.expires_at


async def make(work: Work, kind: Kind, thing_id: int, *, most: int = 1) -> str:
    """Make a link's secret for so many people, for two weeks; older links to the thing end."""
    await revoke(work, kind, thing_id)
    code = secrets.token_urlsafe(CODE_BYTES)
    await work.insert(
        invitations,
        code=_hash(code),
        kind=kind,
        most=most,
        expires_at=work.now + LASTS,
        **{THINGS[kind].name: thing_id},
    )
    return code


async def find(work: Work, kind: Kind, code: str) -> Invitation | None:
    """Find a link by its secret, whether it still works or not; None once it was revoked."""
    return await _first(work, kind, invitations.c.code == _hash(code))


async def valid(work: Work, kind: Kind, code: str) -> Invitation:
    """Load a link that works. Raises InvitationSpent."""
    found = await find(work, kind, code)
    if found is None or not found.works(work.now):
        raise InvitationSpent
    return found


async def open_to(work: Work, kind: Kind, thing_id: int) -> Invitation | None:
    """Find the link that leads to a thing now."""
    c = invitations.c
    works = (c.uses < c.most) & (c.expires_at > work.now)
    return await _first(work, kind, (THINGS[kind] == thing_id) & works)


async def spend(work: Work, kind: Kind, code: str, person_id: int) -> Invitation:
    """Use a link once; of people who come at the same time the last place takes one only.

    Raises InvitationSpent.
    """
    c = invitations.c
    works = (c.code == _hash(code), c.kind == kind, c.uses < c.most, c.expires_at > work.now)
    used = {"uses": c.uses + 1, "used_at": work.now, "used_by": person_id}
    if not await work.run(update(invitations).where(*works).values(**used)):
        raise InvitationSpent
    found = await find(work, kind, code)
    if found is None:
        raise InvitationSpent
    return found


async def revoke(work: Work, kind: Kind, thing_id: int) -> bool:
    """End the links to a thing that were not used up; False where there was none."""
    c = invitations.c
    left = (c.kind == kind, THINGS[kind] == thing_id, c.uses < c.most)
    return bool(await work.run(delete(invitations).where(*left)))


async def _first(work: Work, kind: Kind, where: ColumnElement[bool]) -> Invitation | None:
    c, thing = invitations.c, THINGS[kind]
    columns = (thing, c.code, c.uses, c.most, c.expires_at)
    query = select(*columns).where(c.kind == kind, where).order_by(c.expires_at.desc(), c.code)
    row = await work.first(query.limit(1))
    return _invitation(row) if row else None


def _invitation(row: AnyRow) -> Invitation:
    thing_id, code, uses, most, expires_at = row
    return Invitation(thing_id, int(code[:MARK_DIGITS], 16), uses, most, expires_at)


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
