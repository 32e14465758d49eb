"""What a quote was priced from, and what a next one begins with."""

from dataclasses import replace

from domain.costing import Costing
from domain.hazards import hazard
from domain.holding import Verdict, excluded
from handlers.estimating import as_asked, kept_costing
from handlers.shop import Shop
from storage import costings, decisions, quotes
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


async def to_begin_with(work: Work, shop: Shop, request: Request) -> Costing:
    """What a price is worked out from: the newest quote, else what the client asked."""
    newest = await quotes.newest(work, request.id)
    if newest is None:
        return as_asked(request)
    return await less_excluded(work, shop, newest, request)


async def less_excluded(work: Work, shop: Shop, revision: Revision, request: Request) -> Costing:
    """What a revision was priced from, less what a coordinator excluded since it went out."""
    costing = await costing_of(work, revision, request)
    since = [
        hazard(kind)
        for one in await decisions.of_request(work, request.id)
        if one.verdict is Verdict.EXCLUDE and one.at > revision.issued_at
        for kind in one.hazards
    ]
    out = excluded(costing.lines, since, shop.shelf.catalogue(request.books))
    return replace(costing, lines=tuple(line for line in costing.lines if line not in out))
