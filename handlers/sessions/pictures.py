"""Pictures sent as files: one that cannot be printed is left out, and its sender told."""

from collections.abc import Mapping
from typing import Any

from handlers.context.services import Services
from handlers.conversation.engine import load_session
from handlers.conversation.given import UnreadablePicture
from handlers.sessions import answers
from storage import people, sessions
from storage.transaction import Transaction


async def unreadable(
    tx: Transaction, services: Services, details: Mapping[str, Any], fault: str
) -> None:
    """Ask its sender for the picture again; call with the chat locked."""
    place = await sessions.find(tx, int(details["chat"]))
    session = load_session(services.forms, place.state) if place is not None else None
    if place is None or session is None or place.id != details["place"]:
        return
    person = await people.get(tx, place.user_id)
    picture = UnreadablePicture(details["unique"], details["name"], fault)
    await answers.hear_later(tx, services, services.words.say(person.language), place, picture)
