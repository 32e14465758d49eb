"""What coordinators see of where a site is: whether we go there, whether the address is sure."""

from collections.abc import Sequence

from domain.distances import is_served
from handlers.context.update_context import UpdateContext
from handlers.words.catalogue import Say
from storage import errands
from storage.requests import Request

LOOK_UP = "address"


async def look_up(ctx: UpdateContext, request: Request) -> None:
    """Have an address in words looked up after the commit, where that is wanted."""
    if ctx.services.address_lookup_url and request.asked.site.pin is None:
        key = f"{LOOK_UP}:{request.id}:{request.version}"
        await errands.put(ctx.tx, LOOK_UP, key, {"request": request.id})


def warnings(say: Say, request: Request) -> Sequence[str]:
    """Flag a site outside the usual departments, and an address that nobody knows."""
    site, check = request.asked.site, request.address_check
    found = []
    if not is_served(site.commune.department):
        found.append(say("desk-far", department=site.commune.department))
    if check is not None and not check.confident:
        like = say("desk-address-like", found=check.found) if check.found else ""
        found.append(like or say("desk-address-unknown"))
    return found
