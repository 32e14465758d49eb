"""What coordinators decide on a request: quote it, ask the client, refuse it."""

from handlers import forms
from handlers.actions import Tap
from handlers.coordinators import desk
from handlers.coordinators.quoting import send_quote
from handlers.visit import Visit
from storage import requests
from storage.requests import Changed


async def quote_tapped(visit: Visit, tap: Tap) -> None:
    """Send the quote, once, whoever taps first."""
    request = await requests.get(visit.work, tap.id)
    if request.version != tap.version or request.state != "submitted":
        visit.tell(visit.say.plain("changed-meanwhile"))
    else:
        try:
            await send_quote(visit, request, reverse_charge=tap.more == "ae")
            visit.tell(visit.say.plain("quote-on-its-way"))
        except Changed:
            visit.tell(visit.say.plain("changed-meanwhile"))
    await desk.refresh(visit, tap.id)


async def ask_client(visit: Visit, thing: str) -> None:
    await forms.start(visit, "question", about={"request": int(thing)})


async def refuse(visit: Visit, thing: str) -> None:
    await forms.start(visit, "refusal", about={"request": int(thing)})
