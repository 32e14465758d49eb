"""What holds a request is kept on it when what was written, answered or decided changes."""

from handlers.context.context_protocols import CardContext
from handlers.views import findings
from handlers.views.findings import Findings
from storage import requests
from storage.requests import Request


async def record_hold(ctx: CardContext, request: Request) -> Findings:
    """Review the request anew and keep the hazards that hold it; return all that was found."""
    found = await findings.review(ctx.tx, ctx.services, request)
    kinds = tuple(hazard.kind for hazard in found.held)
    if kinds != request.held:
        await requests.hold(ctx.tx, request.id, kinds)
    return found
