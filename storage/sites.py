"""Places that a company comes back to, and posters that begin a request where they hang."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select

from storage.dialects import upsert
from storage.tables import sites
from storage.transaction import Reading, Transaction, Unknown

CODE_BYTES = 12


@dataclass(frozen=True, slots=True)
class KnownSite:
    """A place; `answers` are those of the request's form that need not be given again."""

    id: int
    code: str
    company_id: int | None
    address: str
    postcode: str
    answers: Mapping[str, Any]


_COLUMNS = tuple(sites.c[name] for name in KnownSite.__dataclass_fields__)
_OF_COMPANY = (
    select(*_COLUMNS)
    .where(sites.c.company_id == bindparam("company"))
    .order_by(sites.c.used_at.desc(), sites.c.id.desc())
    .limit(bindparam("most"))
)


async def remember(
    tx: Transaction,
    *,
    company_id: int | None,
    person_id: int,
    address: str,
    postcode: str,
    answers: Mapping[str, Any],
) -> KnownSite:
    """Keep a place, or what is newly known of it; its link stays the same."""
    keys, changed = ("company_id", "address", "postcode"), ("answers", "used_at")
    row = {
        "code": secrets.token_urlsafe(CODE_BYTES),
        "company_id": company_id,
        "address": address,
        "postcode": postcode,
        "answers": dict(answers),
        "made_by": person_id,
        "used_at": tx.now,
    }
    found = await tx.first(upsert(tx, sites, keys, changed, returning=_COLUMNS), row)
    if found is None:
        raise Unknown(address)
    return KnownSite(*found)


async def of_company(tx: Reading, company_id: int, limit: int) -> Sequence[KnownSite]:
    """List the places of a company, the one used last first."""
    rows = await tx.rows(_OF_COMPANY, {"company": company_id, "most": limit})
    return [KnownSite(*row) for row in rows]


async def get(tx: Reading, site_id: int) -> KnownSite:
    """Load a place. Raises Unknown."""
    row = await tx.first(select(*_COLUMNS).where(sites.c.id == site_id))
    if row is None:
        raise Unknown(f"site {site_id}")
    return KnownSite(*row)


async def at(tx: Reading, company_id: int, address: str, postcode: str) -> KnownSite | None:
    """Find what a company told of a place."""
    c = sites.c
    where = (c.company_id == company_id, c.address == address, c.postcode == postcode)
    row = await tx.first(select(*_COLUMNS).where(*where))
    return KnownSite(*row) if row else None


async def of_code(tx: Reading, code: str) -> KnownSite:
    """Load the place that a link names. Raises Unknown."""
    row = await tx.first(select(*_COLUMNS).where(sites.c.code == code))
    if row is None:
        raise Unknown("site of a link")
    return KnownSite(*row)
