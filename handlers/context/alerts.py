"""What the coordinators must know at once."""

from handlers.context.context_protocols import CardContext
from handlers.context.posts import post_of
from handlers.context.services import Services
from handlers.conversation.kinds.phone import show_phone
from handlers.conversation.screen import Screen
from handlers.words.catalogue import GROUP_LANGUAGE
from storage import outbox, people, stored_settings
from storage.outbox import Urgency
from storage.transaction import Reading, Transaction

COORDINATOR_CHAT = "coordinator_chat"


async def coordinator_chat(tx: Reading, services: Services) -> int | None:
    """Tell the coordinators' group; the settings give only its first value."""
    known = await stored_settings.find(tx, COORDINATOR_CHAT)
    return int(known) if known is not None else services.coordinator_chat


async def tell_coordinators(
    tx: Transaction, services: Services, key: str, /, **params: object
) -> None:
    """Say it in the coordinators' group, with sound."""
    chat_id = await coordinator_chat(tx, services)
    if chat_id is not None:
        say = services.words.say(GROUP_LANGUAGE)
        screen = Screen("⚠️ " + say(key, **params))
        await outbox.put(tx, post_of(screen, chat_id, urgency=Urgency.NOTICE))


async def inform_coordinators(ctx: CardContext, key: str, /, **params: object) -> None:
    """Say it in the coordinators' group, without sound."""
    chat_id = await coordinator_chat(ctx.tx, ctx.services)
    if chat_id is not None:
        screen = Screen(ctx.services.words.say(GROUP_LANGUAGE)(key, **params))
        await outbox.put(ctx.tx, post_of(screen, chat_id, silent=True, urgency=Urgency.NOTICE))


async def person_gone(tx: Transaction, services: Services, person_id: int) -> None:
    """Note that somebody cannot be reached any more, and say so once, where it matters."""
    if not await people.gone(tx, person_id):
        return
    person = await people.find(tx, person_id)
    if person is not None and person.company_id is None and not person.roles:
        return
    name = person.display_name if person else str(person_id)
    phone = show_phone(person.phone) if person and person.phone else "—"
    await tell_coordinators(tx, services, "alert-gone", name=name, phone=phone)
