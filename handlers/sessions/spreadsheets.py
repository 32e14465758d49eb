"""Lists sent as files: what was read of one comes back to the question that waits for it."""

from collections.abc import Mapping
from typing import Any

from handlers.context.recipients import to_chat
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.conversation.engine import Finished, load_session
from handlers.conversation.given import ReadSheet
from handlers.inventory.inventory_kind import READ_SHEET, Inventory
from handlers.sessions import answers
from storage import people, sessions
from storage.transaction import Reading, Transaction


async def waiting(tx: Reading, services: Services, details: Mapping[str, Any]) -> bool:
    """Tell whether the question that a file was sent to still waits for it."""
    place = await sessions.find(tx, int(details["chat"]))
    session = load_session(services.forms, place.state) if place is not None else None
    if place is None or session is None or place.id != details["place"]:
        return False
    stands = session.stands
    if isinstance(stands, Finished) or not isinstance(stands.kind, Inventory):
        return False
    works = stands.kind.deferred_work(stands.draft)
    return details["unique"] in {
        work.details["unique"] for work in works if work.kind == READ_SHEET
    }


async def heard(
    tx: Transaction, services: Services, details: Mapping[str, Any], sheet: ReadSheet
) -> None:
    """Put what a file held before its sender; call with the chat locked."""
    place = await sessions.find(tx, int(details["chat"]))
    if place is None or not await waiting(tx, services, details):
        return
    person = await people.get(tx, place.user_id)
    say = services.words.say(person.language)
    await answers.hear_later(tx, services, say, place, sheet)


async def template_made(
    tx: Transaction, services: Services, details: Mapping[str, Any], media_id: int
) -> None:
    """Send the template to who asked for it."""
    ctx = SystemContext(tx, services)
    asker = to_chat(ctx, int(details["chat"]), str(details["lang"]))
    await asker.send(asker.say("goods-paper-caption"), document=media_id, silent=True)
