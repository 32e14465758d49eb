"""What the coordinators must know at once."""

from datetime import timedelta

from handlers.context import coordinator_group
from handlers.context.context_protocols import CardContext
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.conversation.kinds.phone import show_phone
from storage import inbox, people
from storage.outbox import Urgency
from storage.transaction import Transaction


async def tell_coordinators(
    ctx: CardContext, key: str, /, *, silent: bool = False, **params: object
) -> None:
    """Tell the coordinators: a warning, with sound, or silently what is good to know."""
    sign = "" if silent else "⚠️ "
    for recipient in await coordinator_group.listeners(ctx):
        words = sign + recipient.say(key, **params)
        await recipient.send(words, silent=silent, urgency=Urgency.NOTICE)


async def updates_set_aside(ctx: CardContext) -> None:
    """Tell the coordinators how many updates were set aside: one alert a day, which counts."""
    count = await inbox.dead_since(ctx.tx, ctx.tx.real_now - timedelta(days=1))
    card = f"alert-updates-{ctx.tx.today}"
    for recipient in await coordinator_group.listeners(ctx):
        words = "⚠️ " + recipient.say("alert-update", count=count)
        await recipient.send(words, card=card, fresh=count == 1, urgency=Urgency.NOTICE)


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
    ctx = SystemContext(tx, services)
    await tell_coordinators(ctx, "alert-gone", name=name, phone=phone)
