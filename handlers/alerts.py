"""What the coordinators must know at once."""

from handlers.conversation.kinds.phone import show_phone
from handlers.conversation.screen import Screen
from handlers.posts import post_of
from handlers.shop import Shop
from handlers.visit import GROUP_LANGUAGE
from storage import facts, outbox, people
from storage.outbox import Urgency
from storage.work import Work

COORDINATOR_CHAT = "coordinator_chat"


async def coordinator_chat(work: Work, shop: Shop) -> int | None:
    """Tell the coordinators' group; the settings give only its first value."""
    known = await facts.find(work, COORDINATOR_CHAT)
    return int(known) if known is not None else shop.coordinator_chat


async def tell_coordinators(work: Work, shop: Shop, key: str, /, **params: object) -> None:
    """Say it in the coordinators' group, with sound."""
    chat_id = await coordinator_chat(work, shop)
    if chat_id is not None:
        say = shop.words.say(GROUP_LANGUAGE)
        screen = Screen("⚠️ " + say(key, **params))
        await outbox.put(work, post_of(screen, chat_id, urgency=Urgency.NOTICE))


async def person_gone(work: Work, shop: Shop, person_id: int) -> None:
    """Note that somebody cannot be reached any more, and say so once, where it matters."""
    if not await people.gone(work, person_id):
        return
    person = await people.find(work, person_id)
    if person is not None and person.company_id is None and not person.roles:
        return
    name = person.full_name or person.first_name if person else str(person_id)
    phone = show_phone(person.phone) if person and person.phone else "—"
    await tell_coordinators(work, shop, "alert-gone", name=name, phone=phone)
