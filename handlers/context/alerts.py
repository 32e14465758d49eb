"""What the coordinators must know at once."""

from handlers.context import coordinator_group
from handlers.context.context_protocols import CardContext
from handlers.context.posts import post_of
from handlers.context.services import Services
from handlers.conversation.kinds.phone import show_phone
from handlers.conversation.screen import Screen
from storage import outbox, people
from storage.outbox import Urgency
from storage.transaction import Transaction


async def tell_coordinators(
    tx: Transaction, services: Services, key: str, /, **params: object
) -> None:
    """Say it to the coordinators, with sound."""
    for chat_id, language in await coordinator_group.listeners(tx, services):
        screen = Screen("⚠️ " + services.words.say(language)(key, **params))
        await outbox.put(tx, post_of(screen, chat_id, urgency=Urgency.NOTICE))


async def inform_coordinators(ctx: CardContext, key: str, /, **params: object) -> None:
    """Say it to the coordinators, without sound."""
    for chat_id, language in await coordinator_group.listeners(ctx.tx, ctx.services):
        screen = Screen(ctx.services.words.say(language)(key, **params))
        await outbox.put(ctx.tx, post_of(screen, chat_id, silent=True, urgency=Urgency.NOTICE))


async def chat_refused(tx: Transaction, services: Services, chat_id: int) -> None:
    """Note that a chat takes no more messages: a person's, or the coordinators' group."""
    if chat_id == await coordinator_group.coordinator_chat(tx, services):
        await coordinator_group.note_unreachable(tx, services)
    else:
        await person_gone(tx, services, chat_id)


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
