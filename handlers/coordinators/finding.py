"""Coordinators find a request by any word, and see its card in their own chat."""

from handlers.actions import Tap, button
from handlers.conversation.screen import Screen
from handlers.coordinators import request_card
from handlers.posts import short
from handlers.visit import Visit
from storage import finding, requests
from storage.finding import Found

CARD = "found"
MOST = 8
LONGEST_BUTTON = 60


async def command(visit: Visit) -> None:
    """Look for what stands behind /find; say how it is used where nothing does."""
    if not visit.input.argument:
        await visit.show(Screen(visit.say("find-how")))
    elif not await found(visit, visit.input.argument):
        await visit.show(Screen(visit.say("find-nothing", text=visit.input.argument)))


async def found(visit: Visit, text: str) -> bool:
    """Show the requests that hold these words; False where there are none."""
    hits = await finding.find(visit.work, text, MOST + 1)
    if not hits:
        return False
    say = visit.say
    head = "find-more" if len(hits) > MOST else "find-some"
    rows = tuple((button(_label(one), "look", one.request_id),) for one in hits[:MOST])
    await visit.show(Screen(say(head, count=min(len(hits), MOST), text=text), rows), card=CARD)
    return True


def _label(one: Found) -> str:
    return short(f"{one.number} · {one.company} · {one.address}", LONGEST_BUTTON)


async def look_tapped(visit: Visit, tap: Tap) -> None:
    """Show the coordinators' card of a request in this chat."""
    request = await requests.get(visit.work, tap.id)
    await visit.show(await request_card.draw(visit, request))
