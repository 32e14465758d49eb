"""What happens to chats: groups that move, people who block us, words in groups."""

from domain.people import Role
from handlers import alerts, dossier, home
from handlers.conversation.screen import Screen
from handlers.coordinators import board, desk
from handlers.visit import Visit
from storage import chats, facts, jobs, people, requests


async def moved(visit: Visit, chat_id: int) -> None:
    """A group became a supergroup: write its new id everywhere, show what is open there anew."""
    work, shop = visit.work, visit.shop
    await chats.rename(work, visit.chat_id, chat_id)
    if await alerts.coordinator_chat(work, shop) != visit.chat_id:
        return
    await facts.save(work, alerts.COORDINATOR_CHAT, chat_id)
    await people.menu_changed(work, chat_id)
    for request in await requests.open_ones(work, home.OPEN_REQUESTS):
        await desk.refresh(visit, request.id, fresh=True)
    for job in await jobs.in_states(work, home.FOLLOWED):
        await board.refresh(work, shop, await dossier.of_job(work, job), fresh=True)


async def membership(visit: Visit) -> None:
    """Somebody blocked us in private: nobody should wait for them."""
    if visit.input.private and visit.input.blocked:
        await alerts.person_gone(visit.work, visit.shop, visit.person.id)


async def in_group(visit: Visit) -> None:
    """Answer commands in the coordinators' group; be silent in groups where we are not at home."""
    ours = await alerts.coordinator_chat(visit.work, visit.shop)
    if not visit.input.command or visit.chat_id != ours:
        return
    if visit.input.command == "status" and visit.has(Role.COORDINATOR):
        await home.show(visit)
    else:
        await visit.show(Screen(visit.say("help-group")))
