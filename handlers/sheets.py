"""Lists sent as files: what was read of one comes back to the question that waits for it."""

from collections.abc import Mapping
from typing import Any

from handlers import facts, forms
from handlers.conversation.engine import Finished, load_session
from handlers.conversation.given import ReadSheet
from handlers.conversation.kinds.inventory import READ_SHEET, Inventory
from handlers.flows import REGISTRY
from handlers.shop import Shop
from storage import outbox, people, sessions
from storage.outbox import Post
from storage.work import Work


async def waiting(work: Work, details: Mapping[str, Any]) -> bool:
    """Tell whether the question that a file was sent to still waits for it."""
    place = await sessions.find(work, int(details["chat"]))
    session = load_session(REGISTRY, place.state) if place is not None else None
    if place is None or session is None or place.id != details["place"]:
        return False
    stands = session.stands
    if isinstance(stands, Finished) or not isinstance(stands.kind, Inventory):
        return False
    wished = (
        one.details["unique"] for one in stands.kind.wishes(stands.draft) if one.kind == READ_SHEET
    )
    return details["unique"] in wished


async def heard(work: Work, shop: Shop, details: Mapping[str, Any], sheet: ReadSheet) -> None:
    """Put what a file held before its sender; call with the chat locked."""
    place = await sessions.find(work, int(details["chat"]))
    if place is None or not await waiting(work, details):
        return
    person = await people.get(work, place.user_id)
    say = shop.words.say(person.language)
    await forms.hear_later(work, say, place, sheet, facts.shared(shop, work.now))


async def template_made(work: Work, shop: Shop, details: Mapping[str, Any], media_id: int) -> None:
    """Send the template to who asked for it."""
    say = shop.words.say(str(details["lang"]))
    await outbox.put(
        work, Post(int(details["chat"]), say("goods-paper-caption"), document=media_id, silent=True)
    )
