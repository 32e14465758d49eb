"""What happens to chats: groups that move, people who block us, words in groups."""

from domain.jobs import FOLLOWED
from domain.people import Action
from domain.requests import OPEN
from handlers.cards import request_cards
from handlers.cards.home_card import show_home
from handlers.cards.job_cards import send_to_coordinators
from handlers.context import alerts, coordinator_group
from handlers.context.callbacks import CardTap
from handlers.context.rights import allowed
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.routing import general_commands, group_choice
from handlers.views import job_views
from storage import chats, jobs, people, request_lists


async def moved(ctx: UpdateContext, chat_id: int) -> None:
    """A group became a supergroup: write its new id everywhere, show what is open there anew."""
    tx, services = ctx.tx, ctx.services
    await chats.rename(tx, ctx.chat_id, chat_id)
    if await coordinator_group.coordinator_chat(tx, services) != ctx.chat_id:
        return
    await coordinator_group.set_coordinator_chat(tx, services, chat_id)
    await people.menu_changed(tx, chat_id)
    await _show_open_work(ctx)


async def _show_open_work(ctx: UpdateContext) -> None:
    """Show what is open in the coordinators' group, each card as a new message."""
    for request in await request_lists.open_ones(ctx.tx, OPEN):
        await request_cards.show_anew(ctx, request.id)
    for job in await jobs.in_states(ctx.tx, FOLLOWED):
        await send_to_coordinators(ctx, await job_views.of_job(ctx.tx, job), fresh=True)


async def membership(ctx: UpdateContext) -> None:
    """Somebody blocked us, or a group took away or gave back our right to write."""
    if ctx.input.private:
        if ctx.input.blocked:
            await alerts.person_gone(ctx.tx, ctx.services, ctx.person.id)
    elif ctx.chat_id == await coordinator_group.coordinator_chat(ctx.tx, ctx.services):
        if ctx.input.blocked:
            await coordinator_group.note_unreachable(ctx.tx, ctx.services)
        else:
            await _came_back(ctx)
    elif not ctx.input.blocked and allowed(ctx, Action.CHOOSE_GROUP):
        await group_choice.offer(ctx)


async def chosen(ctx: UpdateContext, _tap: CardTap) -> None:
    """Make this the coordinators' group, and show what is open in it."""
    ours = await coordinator_group.coordinator_chat(ctx.tx, ctx.services)
    if ctx.input.private or ours == ctx.chat_id:
        ctx.tell(ctx.say.plain("stale"))
        return
    await group_choice.choose(ctx)
    await _show_open_work(ctx)


async def _came_back(ctx: UpdateContext) -> None:
    """Show the cards that the group refused, where it refused any."""
    if await coordinator_group.note_reachable(ctx.tx, ctx.services):
        await _show_open_work(ctx)


async def in_group(ctx: UpdateContext) -> None:
    """Answer commands in the coordinators' group; elsewhere only say which group this is."""
    if ctx.input.command == "id":
        await general_commands.ids(ctx)
        return
    ours = await coordinator_group.coordinator_chat(ctx.tx, ctx.services)
    if not ctx.input.command or ctx.chat_id != ours:
        return
    await _came_back(ctx)  # who writes a command there expects us to answer there
    if ctx.input.command == "status" and allowed(ctx, Action.SEE_FEED):
        await show_home(ctx)
    elif ctx.input.command == "status" and ctx.input.anonymous:
        await ctx.show(Screen(ctx.say("anonymous-status")))
    else:
        await ctx.show(Screen(ctx.say("help-group")))
