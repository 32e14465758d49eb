"""What a quote was priced from, and what a next one begins with."""

from dataclasses import replace

from domain.costing import Costing
from domain.gates import Verdict, excluded
from domain.hazards import hazard
from handlers.context.services import Services
from handlers.views.estimates import as_asked
from storage import costings, hazard_decisions, quotes
from storage.quotes import Revision
from storage.requests import Request
from storage.transaction import Reading


async def last_costing(tx: Reading, request: Request) -> Costing:
    """What the newest quote was priced from, else what the client asked."""
    newest = await quotes.newest(tx, request.id)
    return as_asked(request) if newest is None else await costing_of(tx, newest, request)


async def costing_of(tx: Reading, revision: Revision, request: Request) -> Costing:
    """What a revision was priced from."""
    if revision.costing_id is None:
        return as_asked(request)
    return (await costings.get(tx, revision.costing_id)).content


async def to_begin_with(tx: Reading, services: Services, request: Request) -> Costing:
    """What a price is worked out from: the newest quote, else what the client asked."""
    newest = await quotes.newest(tx, request.id)
    if newest is None:
        return as_asked(request)
    return await less_excluded(tx, services, newest, request)


async def less_excluded(
    tx: Reading, services: Services, revision: Revision, request: Request
) -> Costing:
    """What a revision was priced from, less what a coordinator excluded since it went out."""
    costing = await costing_of(tx, revision, request)
    since = [
        hazard(kind)
        for decision in await hazard_decisions.of_request(tx, request.id)
        if decision.verdict is Verdict.EXCLUDE and decision.at > revision.issued_at
        for kind in decision.hazards
    ]
    out = excluded(costing.lines, since, services.reference_files.catalogue(request.books))
    return replace(costing, lines=tuple(line for line in costing.lines if line not in out))
