"""Asks the national address base whether it knows an address; nobody ever waits for it."""

from math import isfinite
from typing import Any

import aiohttp
import structlog

from bot.errands.context import ErrandContext
from domain.addresses import AddressCheck
from handlers.cards.request_cards import request_changed
from handlers.context.system_context import SystemContext
from storage import requests
from storage.errands import Errand
from storage.request_content import Site

log = structlog.get_logger()

SECONDS = 3.0
PATIENCE = 3  # attempts; then the address stands as it was given


class AddressUnreadable(Exception):
    """The address base answered, and not as it should."""


async def check_address(ctx: ErrandContext, errand: Errand) -> None:
    """Note how sure the address is, and show it to the coordinators where somebody must confirm.

    Raises what went wrong while another attempt makes sense, then gives up quietly.
    """
    request_id = int(errand.details["request"])
    async with ctx.read() as tx:
        request = await requests.get(tx, request_id)
    try:
        check = await look_up(ctx.services.address_lookup_url, request.asked.site)
    except (aiohttp.ClientError, TimeoutError, AddressUnreadable) as fault:
        if errand.attempts + 1 < PATIENCE:
            raise
        log.warning("address_not_looked_up", request=request.number, fault=repr(fault))
        return
    async with ctx.begin() as tx:
        await requests.address_checked(tx, request_id, check)
        if not check.confident:
            await request_changed(SystemContext(tx, ctx.services), request_id)


async def look_up(url: str, site: Site) -> AddressCheck:
    """Ask for the nearest address. Raises aiohttp.ClientError, TimeoutError, AddressUnreadable."""
    asked = {"q": f"{site.address} {site.town}", "postcode": site.postcode, "limit": "1"}
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    async with (
        aiohttp.ClientSession(timeout=timeout, raise_for_status=True) as session,
        session.get(url, params=asked) as answer,
    ):
        try:
            return nearest(await answer.json(content_type=None))
        except ValueError as error:
            raise AddressUnreadable("no JSON") from error


def nearest(answer: Any) -> AddressCheck:
    """Read the first address of a GeoJSON answer; none at all is nothing to be sure of."""
    try:
        if not answer["features"]:
            return AddressCheck("", 0)
        found = answer["features"][0]["properties"]
        label, score = found["label"], float(found["score"])
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise AddressUnreadable(f"{type(error).__name__}: {error}") from error
    if not isinstance(label, str) or not isfinite(score) or not 0 <= score <= 1:
        raise AddressUnreadable("no label, or a score that is none")
    return AddressCheck(label, int(score * 100))
