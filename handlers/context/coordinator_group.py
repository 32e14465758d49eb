"""The coordinators' group: which chat it is, and who is told while it cannot be reached."""

from collections.abc import Mapping

from domain.people import Role
from handlers.context.callbacks import button
from handlers.context.context_protocols import CardContext
from handlers.context.recipients import Recipient, to_chat, to_person
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.conversation.screen import Screen
from handlers.words.catalogue import GROUP_LANGUAGE
from storage import outbox, people, stored_settings
from storage.outbox import Urgency
from storage.people import Person
from storage.transaction import Reading, Transaction

CHAT = "coordinator_chat"
UNREACHABLE = "coordinator_chat_unreachable"


async def coordinator_chat(tx: Reading, services: Services) -> int | None:
    """Tell the coordinators' group: what was decided last, in a chat or in the settings."""
    kept = await stored_settings.find(tx, CHAT)
    if isinstance(kept, Mapping):
        same = services.coordinator_chat in (None, kept["configured"])
        return int(kept["chat"]) if same else services.coordinator_chat
    return int(kept) if kept is not None else services.coordinator_chat


async def set_coordinator_chat(
    tx: Transaction, services: Services, chat_id: int, before: int | None = None
) -> None:
    """Make it the coordinators' group, until the settings name another than they do now.

    `before` is the group that a tap can go back to.
    """
    kept = {"chat": chat_id, "configured": services.coordinator_chat}
    former = {} if before is None else {"before": before}
    await stored_settings.save(tx, CHAT, {**kept, **former})


async def go_back_to_former(tx: Transaction, services: Services) -> int | None:
    """Make the group before it the coordinators' again; the settings' where there was none."""
    kept = await stored_settings.find(tx, CHAT)
    before = kept.get("before") if isinstance(kept, Mapping) else None
    if before is None or before == services.coordinator_chat:
        await stored_settings.save(tx, CHAT, None)
    else:
        await set_coordinator_chat(tx, services, int(before))
    return await coordinator_chat(tx, services)


async def overruled(tx: Reading, services: Services) -> int | None:
    """Tell the group that the settings or a chat named before another was decided on."""
    used = await coordinator_chat(tx, services)
    kept = await stored_settings.find(tx, CHAT)
    stored = kept["chat"] if isinstance(kept, Mapping) else kept
    named = {int(chat) for chat in (stored, services.coordinator_chat) if chat is not None}
    return next(iter(named - {used}), None)


async def is_reachable(tx: Reading, services: Services) -> bool:
    """Tell whether there is a group and it takes our messages, as far as we know."""
    chat_id = await coordinator_chat(tx, services)
    return chat_id is not None and await stored_settings.find(tx, UNREACHABLE) != chat_id


async def note_unreachable(tx: Transaction, services: Services) -> None:
    """Note that the group refuses our messages, and tell the coordinators in private, once."""
    if not await is_reachable(tx, services):
        return
    await stored_settings.save(tx, UNREACHABLE, await coordinator_chat(tx, services))
    await tell_in_private(SystemContext(tx, services), "group-unreachable")


async def note_reachable(tx: Transaction, services: Services) -> bool:
    """Note that the group takes our messages; False where it was known."""
    known = await is_reachable(tx, services)
    if not known:
        await stored_settings.save(tx, UNREACHABLE, None)
    return not known


async def group(ctx: CardContext) -> Recipient | None:
    """Write to the coordinators' group; None while there is none."""
    chat_id = await coordinator_chat(ctx.tx, ctx.services)
    return None if chat_id is None else to_chat(ctx, chat_id, GROUP_LANGUAGE)


async def listeners(ctx: CardContext) -> list[Recipient]:
    """List where coordinators listen: the group; while it cannot be reached, each in private."""
    recipient = await group(ctx)
    if recipient is not None and await is_reachable(ctx.tx, ctx.services):
        return [recipient]
    return [to_person(ctx, person) for person in await _coordinators(ctx.tx)]


async def followers(ctx: CardContext, card: str) -> list[Recipient]:
    """List where coordinators listen, and who of them has the card in private from before."""
    found = await listeners(ctx)
    office = {person.id: person for person in await _coordinators(ctx.tx)}
    others = office.keys() - {recipient.chat_id for recipient in found}
    holders = await outbox.holders(ctx.tx, card, others) if others else []
    return [*found, *(to_person(ctx, office[chat_id]) for chat_id in holders)]


async def tell_in_private(ctx: CardContext, key: str, /, **params: object) -> None:
    """Tell every coordinator in private, with a button that shows what waits."""
    for person in await _coordinators(ctx.tx):
        recipient = to_person(ctx, person)
        waiting = button(recipient.say.plain("show-waiting"), "waiting", 0)
        screen = Screen(recipient.say(key, **params), ((waiting,),))
        await recipient.send(screen, urgency=Urgency.NOTICE)


async def _coordinators(tx: Reading) -> list[Person]:
    """List the coordinators, administrators among them, who can be written to."""
    found = await people.with_role(tx, Role.COORDINATOR)
    return [person for person in found if person.blocked_at is None]
