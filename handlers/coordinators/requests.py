"""What coordinators decide on a request: quote it, ask the client, refuse it."""

from dataclasses import replace

from domain.requests import UNQUOTED
from domain.vat import VatCase, shipped_vat_table
from handlers import rights, talks
from handlers.actions import Tap, read_id
from handlers.conversation.screen import Screen
from handlers.coordinators import desk, quoting
from handlers.estimating import as_asked, vat_of
from handlers.flows.costing import read_vat
from handlers.visit import Visit
from storage import costings, requests
from storage.requests import Request


async def quote_tapped(visit: Visit, tap: Tap) -> None:
    """Send the quote, once, whoever taps first; where the VAT is unclear, ask on."""
    request = await requests.get(visit.work, tap.id)
    told = read_vat(tap.more, shipped_vat_table())
    drafted = await costings.find_open(visit.work, request.id)
    asked_now = request.version == tap.version and request.state == "submitted"
    if not asked_now or drafted or told is None:
        visit.tell(visit.say.plain("changed-meanwhile"))
        told = {}
    else:
        costing = replace(as_asked(request), vat=told)
        vat = vat_of(visit.shop, request, costing)
        if isinstance(vat, VatCase):
            await quoting.send(visit, request, costing, vat)
    await desk.refresh(visit, tap.id, told=told)


async def ask_client(visit: Visit, thing: str) -> None:
    if request := await of_link(visit, "ask", thing):
        await talks.start_once(visit, "question", about={"request": request.id})


async def refuse(visit: Visit, thing: str) -> None:
    request = await of_link(visit, "refuse", thing)
    if request is None:
        return
    if request.state in UNQUOTED:
        await talks.start_once(visit, "refusal", about={"request": request.id})
    else:
        state = visit.say(f"request-state-{request.state}")
        await visit.show(Screen(visit.say("decided", number=request.number, state=state)))


async def of_link(visit: Visit, word: str, thing: str) -> Request | None:
    """Load the request that a link names; a made-up one is refused."""
    number = read_id(thing)
    if number is None:
        await rights.refuse(visit, word, thing)
        return None
    return await requests.get(visit.work, number)
