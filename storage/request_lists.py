"""Lists of requests, and what a company named in them before."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import and_, bindparam, exists, func, or_, select

from domain.jobs import JobState
from domain.people import SiteContact
from domain.requests import OPEN, RequestState
from storage.requests import Request, lines_of, request_of
from storage.tables import jobs, request_lines, requests
from storage.transaction import Reading

_OF_COMPANY = (
    select(requests)
    .where(requests.c.company_id == bindparam("company"))
    .order_by(requests.c.id.desc())
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)


async def of_company(tx: Reading, company_id: int, limit: int = 10, skip: int = 0) -> list[Request]:
    """List the newest requests of a company, without their lines."""
    page = {"company": company_id, "most": limit, "skip": skip}
    rows = await tx.rows(_OF_COMPANY, page)
    return [request_of(row, ()) for row in rows]


async def last_of(tx: Reading, company_id: int) -> Request | None:
    """Find the company's newest request that was told in full, down to its lines."""
    told = exists().where(request_lines.c.request_id == requests.c.id)
    query = select(requests).where(requests.c.company_id == company_id, told)
    row = await tx.first(query.order_by(requests.c.id.desc()).limit(1))
    return None if row is None else request_of(row, await lines_of(tx, row.id))


async def contacts_of(tx: Reading, company_id: int, limit: int) -> list[SiteContact]:
    """List who opened on site for a company, the one named last first."""
    c = requests.c
    query = (
        select(c.contact_name, c.contact_phone)
        .where(c.company_id == company_id, c.contact_phone.is_not(None))
        .group_by(c.contact_name, c.contact_phone)
        .order_by(func.max(c.id).desc())
    )
    return [SiteContact(*row) for row in await tx.rows(query.limit(limit))]


async def count_of_company(tx: Reading, company_id: int) -> int:
    query = select(func.count()).where(requests.c.company_id == company_id)
    row = await tx.first(query)
    return int(row[0]) if row else 0


async def written_about(
    tx: Reading, company_id: int, person_id: int, since: datetime, limit: int
) -> list[Request]:
    """List the open requests that a client may write about, newest first, lineless.

    Those that the person sent; where there are none, the company's. Work done before `since` is
    over.
    """
    over = exists().where(jobs.c.request_id == requests.c.id, jobs.c.done_at < since)
    query = (
        select(requests)
        .where(requests.c.company_id == company_id, requests.c.state.in_(OPEN), ~over)
        .order_by(requests.c.id.desc())
        .limit(limit)
    )
    own = await tx.rows(query.where(requests.c.person_id == person_id))
    return [request_of(row, ()) for row in own or await tx.rows(query)]


async def open_ones(
    tx: Reading, states: Collection[RequestState], limit: int = 20
) -> list[Request]:
    """List requests in these states whose work no crew is to do yet, oldest first, lineless."""
    settled = or_(
        jobs.c.state == JobState.CANCELLED,
        and_(jobs.c.published_at.is_not(None), jobs.c.state != JobState.DRAFT),
    )
    out = exists().where(jobs.c.request_id == requests.c.id, settled)
    query = select(requests).where(requests.c.state.in_(states), ~out).order_by(requests.c.id)
    return [request_of(row, ()) for row in await tx.rows(query.limit(limit))]
