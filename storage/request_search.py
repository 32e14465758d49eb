"""Requests found by any word of what they hold, of their quote and of their job, or by a day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, or_, select

from domain.search import fold
from storage.tables import assignments, companies, jobs, members, quotes, request_lines, requests
from storage.transaction import Reading

LONGEST = 4000
SHORTEST = 3  # letters of a word that can name somebody
NOTHING: Mapping[str, Collection[str]] = {}


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


async def find(
    tx: Reading,
    text: str,
    limit: int,
    *,
    items: Mapping[str, Collection[str]] = NOTHING,
    on: date | None = None,
) -> Sequence[SearchHit]:
    """List the requests that hold every word, the newest first; a word may be the middle of one.

    A word also finds who goes to the job, its number, and the items (codes) that `items` knows for
    it; the whole text, read as a day (`on`), finds what begins then or has its job then.
    """
    words = fold(text).split()
    if not words:
        return ()
    members_of = await _members(tx, words)
    held = and_(*(_holds(word, members_of.get(word, ()), items.get(word, ())) for word in words))
    query = (
        select(
            requests.c.id, requests.c.number, requests.c.state, companies.c.name, requests.c.address
        )
        .join(companies, companies.c.id == requests.c.company_id)
        .outerjoin(quotes, quotes.c.request_id == requests.c.id)
        .where(held if on is None else or_(held, _is_on(on)))
        .order_by(requests.c.id.desc())
        .limit(limit)
    )
    return [SearchHit(*row) for row in await tx.rows(query)]


async def _members(tx: Reading, words: Sequence[str]) -> dict[str, list[int]]:
    """Tell whom each word names; who left the roster was on jobs all the same."""
    rows = await tx.rows(select(members.c.id, members.c.name))
    names = {row.id: fold(row.name) for row in rows}
    long = [word for word in words if len(word) >= SHORTEST]
    return {word: [one for one, name in names.items() if word in name] for word in long}


def _holds(word: str, member_ids: Collection[int], codes: Collection[str]) -> ColumnElement[bool]:
    found = [
        requests.c.words.contains(word, autoescape=True),
        companies.c.words.contains(word, autoescape=True),
        quotes.c.number.icontains(word, autoescape=True),
        _has_job(jobs.c.number.icontains(word, autoescape=True)),
    ]
    if member_ids:
        going = exists().where(
            assignments.c.job_id == jobs.c.id, assignments.c.member_id.in_(member_ids)
        )
        found.append(_has_job(going))
    if codes:
        of_request = request_lines.c.request_id == requests.c.id
        found.append(exists().where(of_request, request_lines.c.code.in_(codes)))
    return or_(*found)


def _has_job(which: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(jobs.c.request_id == requests.c.id, which)


def _is_on(on: date) -> ColumnElement[bool]:
    return or_(requests.c.earliest_on == on, _has_job(jobs.c.start_on == on))
