"""Which handler takes an update that goes alone."""

from handlers.context import alerts, refusals
from handlers.context.callbacks import Callback, read_tap
from handlers.context.services import Services
from handlers.context.update_context import UpdateContext
from handlers.context.updates import FORM
from handlers.conversation.given import SharedPlace
from handlers.conversation.screen import Screen
from handlers.jobs import proof_photos
from handlers.reference_files import file_replacement
from handlers.relay import live_chat
from handlers.routing import commands, groups
from handlers.routing.callback_routes import CALLBACKS
from handlers.sessions import answers
from storage.transaction import Transaction, Unknown


async def route(ctx: UpdateContext) -> None:
    """Decide what an update means and do it, inside the open transaction."""
    one = ctx.input
    if one.migrated_to is not None:
        await groups.moved(ctx, one.migrated_to)
    elif one.blocked is not None:
        await groups.membership(ctx)
    elif one.private and await live_chat.relayed(ctx):
        return
    elif one.tapped is not None:
        await _tapped(ctx, one.tapped)
    elif not one.private:
        await groups.in_group(ctx)
    elif one.edited:
        if not isinstance(one.given, SharedPlace):  # a place that moves is edited all the time
            await ctx.show(Screen(ctx.say("edited-message")), silent=True)
    elif one.command is not None:
        await commands.run(ctx)
    elif one.given is not None and not await _taken(ctx):
        await commands.lost(ctx)


async def _taken(ctx: UpdateContext) -> bool:
    """Give it to the open conversation, else take it for a proof photo."""
    return (
        await answers.alone(ctx)
        or await proof_photos.taken(ctx)
        or await file_replacement.taken(ctx)
    )


async def _tapped(ctx: UpdateContext, data: str) -> None:
    if data.startswith(FORM):
        if not ctx.input.private or not await answers.alone(ctx):
            ctx.tell(ctx.say.plain("stale"))
        return
    tap = read_tap(data)
    action = CALLBACKS.get(tap.action) if tap else None
    if tap is None or action is None:
        ctx.tell(ctx.say.plain("stale"))
    elif not _may(ctx, action):
        await refusals.refuse(ctx, tap.action, tap.id)
    else:
        try:
            await action.deed(ctx, tap)
        except Unknown:
            await refusals.refuse(ctx, tap.action, tap.id)


def _may(ctx: UpdateContext, action: Callback) -> bool:
    return action.role is None or ctx.has(action.role)


async def apologise(tx: Transaction, services: Services, ctx: UpdateContext | None) -> None:
    """Tell the person in plain words that something broke on our side, and the coordinators too."""
    if ctx is not None and ctx.input.private:
        await ctx.show(Screen(ctx.say("sorry")))
    await alerts.tell_coordinators(tx, services, "alert-update")
