"""Which client company a request belongs to, and all that came of it."""

from sqlalchemy import BindParameter, bindparam, select

from storage.tables import jobs, quotes, requests, revisions, sites, surveys
from storage.transaction import Reading

_WANTED: BindParameter[int] = bindparam("wanted")
_BY_REQUEST = select(requests.c.company_id)
_OF_REQUEST = _BY_REQUEST.where(requests.c.id == _WANTED)
_OF_REVISION = (
    _BY_REQUEST.join(quotes, quotes.c.request_id == requests.c.id)
    .join(revisions, revisions.c.quote_id == quotes.c.id)
    .where(revisions.c.id == _WANTED)
)
_OF_SURVEY = _BY_REQUEST.join(surveys, surveys.c.request_id == requests.c.id).where(
    surveys.c.id == _WANTED
)
_OF_JOB = _BY_REQUEST.join(jobs, jobs.c.request_id == requests.c.id).where(jobs.c.id == _WANTED)
_OF_SITE = select(sites.c.company_id).where(sites.c.id == _WANTED)


async def company_of_request(tx: Reading, request_id: int) -> int | None:
    row = await tx.first(_OF_REQUEST, {"wanted": request_id})
    return row[0] if row else None


async def company_of_revision(tx: Reading, revision_id: int) -> int | None:
    row = await tx.first(_OF_REVISION, {"wanted": revision_id})
    return row[0] if row else None


async def company_of_survey(tx: Reading, survey_id: int) -> int | None:
    row = await tx.first(_OF_SURVEY, {"wanted": survey_id})
    return row[0] if row else None


async def company_of_job(tx: Reading, job_id: int) -> int | None:
    row = await tx.first(_OF_JOB, {"wanted": job_id})
    return row[0] if row else None


async def company_of_site(tx: Reading, site_id: int) -> int | None:
    """None for a poster of our own."""
    row = await tx.first(_OF_SITE, {"wanted": site_id})
    return row[0] if row else None
