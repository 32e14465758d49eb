"""What happens to chats: groups that move, people who block us, words in groups."""

from handlers import alerts
from handlers.conversation.screen import Screen
from handlers.visit import Visit
from storage import chats, facts, people


async def moved(visit: Visit, chat_id: int) -> None:
    """A group became a supergroup: write its new id everywhere, in this transaction."""
    await chats.rename(visit.work, visit.chat_id, chat_id)
    if await alerts.coordinator_chat(visit.work, visit.shop) == visit.chat_id:
        await facts.save(visit.work, alerts.COORDINATOR_CHAT, chat_id)


async def membership(visit: Visit) -> None:
    """Somebody blocked us in private: nobody should wait for them."""
    if visit.input.private and visit.input.blocked:
        await people.gone(visit.work, visit.person.id)
        await alerts.person_gone(visit.work, visit.shop, visit.person.id)


async def in_group(visit: Visit) -> None:
    """Answer commands in the coordinators' group; be silent in groups where we are not at home."""
    home = await alerts.coordinator_chat(visit.work, visit.shop)
    if visit.input.command and visit.chat_id == home:
        await visit.show(Screen(visit.say("help-group")))
