"""What coordinators see of where a site is: whether we go there, whether the address is sure."""

from collections.abc import Sequence

from domain.distances import is_served
from handlers.words.catalogue import Say
from storage.requests import Request


def warnings(say: Say, request: Request) -> Sequence[str]:
    """Flag a site outside the usual departments, and an address that nobody knows."""
    site, check = request.asked.site, request.address_check
    found = []
    if not is_served(site.commune.department):
        found.append(say("request-card-far", department=site.commune.department))
    if check is not None and not check.confident:
        like = say("request-card-address-like", found=check.found) if check.found else ""
        found.append(like or say("request-card-address-unknown"))
    return found
