"""What a quote was priced from."""

from domain.costing import Costing
from handlers.estimating import as_asked, kept_costing
from storage import costings, quotes
from storage.quotes import Revision
from storage.requests import Request
from storage.work import Work


async def last_costing(work: Work, request: Request) -> Costing:
    """What the newest quote was priced from, else what the client asked."""
    newest = await quotes.newest(work, request.id)
    return as_asked(request) if newest is None else await costing_of(work, newest, request)


async def costing_of(work: Work, revision: Revision, request: Request) -> Costing:
    """What a revision was priced from."""
    if revision.costing_id is None:
        return as_asked(request)
    return kept_costing((await costings.get(work, revision.costing_id)).content)
