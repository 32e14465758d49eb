"""Requests found by any word of their number, company, address, note or quote."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_, select

from domain.search import fold
from storage.tables import companies, quotes, requests
from storage.transaction import Reading

LONGEST = 4000


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A request as a list shows it."""

    request_id: int
    number: str
    state: str
    company: str
    address: str


def searchable(*texts: str) -> str:
    """Fold what a thing is to be found by, so that accents and capitals do not matter."""
    return " ".join(map(fold, texts))[:LONGEST]


async def find(tx: Reading, text: str, limit: int) -> Sequence[SearchHit]:
    """List the requests that hold every word, the newest first; a word may be the middle of one."""
    words = fold(text).split()
    if not words:
        return ()
    query = (
        select(
            requests.c.id, requests.c.number, requests.c.state, companies.c.name, requests.c.address
        )
        .join(companies, companies.c.id == requests.c.company_id)
        .outerjoin(quotes, quotes.c.request_id == requests.c.id)
        .where(and_(*map(_holds, words)))
        .order_by(requests.c.id.desc())
        .limit(limit)
    )
    return [SearchHit(*row) for row in await tx.rows(query)]


def _holds(word: str) -> ColumnElement[bool]:
    return or_(
        requests.c.words.contains(word, autoescape=True),
        companies.c.words.contains(word, autoescape=True),
        quotes.c.number.icontains(word, autoescape=True),
    )
