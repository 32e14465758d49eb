"""What clients answer to quotes, and since when they have not."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select, update

from domain.quotes import QuoteState
from storage.quotes import Revision, of_ids
from storage.reminders import SAID
from storage.tables import companies, messages, people, quotes, reminders, requests, revisions
from storage.transaction import Reading, Transaction

MOST_SIGNERS = 5
LOOKED_AT = 50  # of the last agreements, when looking for who signs


@dataclass(frozen=True, slots=True)
class Signed:
    """Who agreed for a company, and to which revision last."""

    revision_id: int
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Cold:
    """A quote without a sign of life; `since` is the last one, or when it was issued."""

    request_id: int
    revision: Revision
    company: str
    person: str
    phone: str | None
    since: datetime
    told: int


async def sign_of_life(tx: Transaction, revision_id: int) -> None:
    """Note that the client did something about a quote; buttons on show stay good."""
    await tx.run(update(revisions).where(revisions.c.id == revision_id).values(sign_at=tx.now))


async def wish(tx: Transaction, revision_id: int, wished: str | None) -> None:
    """Note what the client waits for; None once it is answered."""
    await tx.run(update(revisions).where(revisions.c.id == revision_id).values(wish=wished))


async def signers(tx: Reading, company_id: int) -> list[Signed]:
    """List who agreed for a company, the last first, each once."""
    c = revisions.c
    query = (
        select(c.id, c.agreed_by, c.agreed_role)
        .join(quotes, quotes.c.id == c.quote_id)
        .join(requests, requests.c.id == quotes.c.request_id)
        .where(requests.c.company_id == company_id, c.agreed_by.is_not(None))
        .where(c.agreed_role.is_not(None))
        .order_by(c.agreed_at.desc(), c.id.desc())
        .limit(LOOKED_AT)
    )
    found: dict[tuple[str, str], Signed] = {}
    for row in await tx.rows(query):
        found.setdefault((row.agreed_by, row.agreed_role), Signed(*row))
    return list(found.values())[:MOST_SIGNERS]


async def last_words(tx: Reading, request_ids: Collection[int]) -> dict[int, bool]:
    """Tell for each request with a thread whether its last words ask nothing of the client."""
    rows = await tx.rows(_LAST_WORDS, {"requests": list(request_ids)})
    return {row.request_id: row.from_client or row.asks is False or bool(row.live) for row in rows}


_LAST = (
    select(func.max(messages.c.id))
    .where(messages.c.request_id.in_(bindparam("requests", expanding=True)))
    .group_by(messages.c.request_id)
)
_LAST_WORDS = (
    select(messages.c.request_id, messages.c.from_client)
    .add_columns(messages.c.asks, messages.c.live)
    .where(messages.c.id.in_(_LAST))
)


async def cold(tx: Reading, before: datetime, limit: int) -> list[Cold]:
    """List open quotes without a sign of life since, the coldest first."""
    r, since = revisions.c, func.coalesce(revisions.c.sign_at, revisions.c.issued_at)
    told = (
        select(func.count())
        .where(reminders.c.revision_id == r.id, reminders.c.state == SAID)
        .scalar_subquery()
    )
    query = (
        select(r.id, quotes.c.request_id, companies.c.name, people.c.full_name, people.c.first_name)
        .add_columns(people.c.phone, r.sign_at, r.issued_at, told.label("told"))
        .join(quotes, quotes.c.id == r.quote_id)
        .join(requests, requests.c.id == quotes.c.request_id)
        .join(companies, companies.c.id == requests.c.company_id)
        .join(people, people.c.id == requests.c.person_id)
        .where(r.state == QuoteState.SENT, r.wish.is_(None), since <= before)
        .order_by(since, r.id)
        .limit(limit)
    )
    rows = await tx.rows(query)
    known = await of_ids(tx, [row.id for row in rows])
    return [
        Cold(
            row.request_id,
            known[row.id],
            row.name,
            row.full_name or row.first_name,
            row.phone,
            row.sign_at or row.issued_at,
            row.told,
        )
        for row in rows
    ]
