"""An address in words is looked up after the commit."""

from handlers.context.update_context import UpdateContext
from storage import errands
from storage.requests import Request

LOOK_UP = "address"


async def look_up(ctx: UpdateContext, request: Request) -> None:
    """Have a written address looked up after the commit, if lookups are enabled."""
    if ctx.services.address_lookup_url and request.asked.site.pin is None:
        key = f"{LOOK_UP}:{request.id}:{request.version}"
        await errands.put(ctx.tx, LOOK_UP, key, {"request": request.id})
