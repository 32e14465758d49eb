"""A quote whose time was over goes out again, at the prices of the day.

A coordinator looks at it first: after a month the site, the dates and our plan have moved.
"""

from handlers.actions import Tap
from handlers.coordinators import desk
from handlers.coordinators.quoting import issue
from handlers.coordinators.wishes import price_today
from handlers.estimating import keep
from handlers.visit import Visit
from storage import quotes, requests


async def send_tapped(visit: Visit, tap: Tap) -> None:
    """Send the renewed quote, once, whoever taps first."""
    expired = await quotes.get(visit.work, tap.id)
    if expired.state != "expired" or expired.wish != "renew":
        visit.tell(visit.say.plain("changed-meanwhile"))
    else:
        request = await requests.get(visit.work, expired.request_id)
        priced = keep(price_today(visit, request, expired))
        await quotes.change(visit.work, expired, state="superseded", wish=None)
        await issue(visit, request, priced)
        visit.tell(visit.say.plain("quote-on-its-way"))
    await desk.refresh(visit, expired.request_id)
