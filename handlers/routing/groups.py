"""What happens to chats: groups that move, people who block us, words in groups."""

from domain.jobs import FOLLOWED
from domain.people import Action
from domain.requests import OPEN
from handlers.cards import request_cards
from handlers.cards.home_card import show_home
from handlers.cards.job_cards import send_to_coordinators
from handlers.context import alerts
from handlers.context.rights import allowed
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.routing import general_commands
from handlers.views import job_views
from storage import chats, jobs, people, requests, stored_settings


async def moved(ctx: UpdateContext, chat_id: int) -> None:
    """A group became a supergroup: write its new id everywhere, show what is open there anew."""
    tx, services = ctx.tx, ctx.services
    await chats.rename(tx, ctx.chat_id, chat_id)
    if await alerts.coordinator_chat(tx, services) != ctx.chat_id:
        return
    await stored_settings.save(tx, alerts.COORDINATOR_CHAT, chat_id)
    await people.menu_changed(tx, chat_id)
    for request in await requests.open_ones(tx, OPEN):
        await request_cards.show_anew(ctx, request.id)
    for job in await jobs.in_states(tx, FOLLOWED):
        await send_to_coordinators(ctx, await job_views.of_job(tx, job), fresh=True)


async def membership(ctx: UpdateContext) -> None:
    """Somebody blocked us in private: nobody should wait for them."""
    if ctx.input.private and ctx.input.blocked:
        await alerts.person_gone(ctx.tx, ctx.services, ctx.person.id)


async def in_group(ctx: UpdateContext) -> None:
    """Answer commands in the coordinators' group; elsewhere only say which group this is."""
    if ctx.input.command == "id":
        await general_commands.ids(ctx)
        return
    ours = await alerts.coordinator_chat(ctx.tx, ctx.services)
    if not ctx.input.command or ctx.chat_id != ours:
        return
    if ctx.input.command == "status" and allowed(ctx, Action.SEE_FEED):
        await show_home(ctx)
    elif ctx.input.command == "status" and ctx.input.anonymous:
        await ctx.show(Screen(ctx.say("anonymous-status")))
    else:
        await ctx.show(Screen(ctx.say("help-group")))
