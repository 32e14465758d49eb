"""A quote whose time was over goes out again, at the prices of the day.

A coordinator looks at it first: after a month the site, the dates and our plan have moved.
"""

from handlers.actions import Tap
from handlers.coordinators import desk, quoting
from handlers.coordinators.wishes import as_of_today
from handlers.costed import less_excluded
from handlers.estimating import kept
from handlers.visit import Visit
from storage import quotes, requests


async def send_tapped(visit: Visit, tap: Tap) -> None:
    """Send the renewed quote, once, whoever taps first."""
    expired = await quotes.get(visit.work, tap.id)
    if expired.state != "expired" or expired.wish != "renew":
        visit.tell(visit.say.plain("changed-meanwhile"))
    else:
        request = await requests.get(visit.work, expired.request_id)
        costing = await less_excluded(visit.work, visit.shop, expired, request)
        vat = kept(expired.estimate).vat
        await quoting.send(visit, as_of_today(visit, request), costing, vat)
    await desk.refresh(visit, expired.request_id)
