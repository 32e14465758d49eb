"""Which handler takes an update that goes alone."""

from collections.abc import Awaitable, Callable

from handlers.context import alerts, refusals
from handlers.context.callbacks import read_tap
from handlers.context.deep_links import FollowedLink
from handlers.context.feature import SubjectKind
from handlers.context.rights import allowed, allowed_on
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.context.update_context import UpdateContext
from handlers.context.updates import FORM
from handlers.conversation.given import SharedPlace
from handlers.conversation.screen import Screen
from handlers.crews import roster_import
from handlers.jobs import proof_photos
from handlers.reference_files import file_replacement
from handlers.relay import live_chat
from handlers.requests import unprompted_message
from handlers.routing import general_commands, groups
from handlers.routing.features import CALLBACKS, COMMANDS, DEEP_LINKS
from handlers.sessions import answers
from storage import people
from storage.transaction import Transaction, Unknown


async def route(ctx: UpdateContext) -> None:
    """Decide what an update means and do it, inside the open transaction."""
    update = ctx.input
    if update.migrated_to is not None:
        await groups.moved(ctx, update.migrated_to)
    elif update.blocked is not None:
        await groups.membership(ctx)
    elif await _unchanged(ctx) or (update.private and await live_chat.relayed(ctx)):
        return
    elif update.tapped is not None:
        await _tapped(ctx, update.tapped)
    elif not update.private:
        await groups.in_group(ctx)
    elif update.edited:
        if not isinstance(update.given, SharedPlace):  # a place that moves is edited all the time
            await ctx.show(Screen(ctx.say("edited-message")), silent=True)
    elif update.command is not None:
        await _run_command(ctx)
    elif update.given is not None and not await _taken(ctx):
        await general_commands.answer_unasked(ctx)


async def _unchanged(ctx: UpdateContext) -> bool:
    """Tell whether a message only comes again, with another reaction or preview.

    Telegram sends it as an edit, without a time or with the time of an earlier edit.
    """
    if not ctx.input.edited:
        return False
    at, newest = ctx.input.edited_at, ctx.person.edited_at
    if at is None or (newest is not None and at <= newest):
        return True
    ctx.person = await people.change(ctx.tx, ctx.person, edited_at=at)
    return False


async def _taken(ctx: UpdateContext) -> bool:
    """Give it to the open conversation, else to what takes files and words at any time."""
    return (
        await answers.alone(ctx)
        or await proof_photos.taken(ctx)
        or await roster_import.taken(ctx)
        or await file_replacement.taken(ctx)
        or await unprompted_message.taken(ctx)
    )


async def _tapped(ctx: UpdateContext, data: str) -> None:
    if data.startswith(FORM):
        if not ctx.input.private or not await answers.alone(ctx):
            ctx.tell(ctx.say.plain("stale"))
        return
    tap = read_tap(data)
    callback = CALLBACKS.get(tap.action) if tap else None
    if tap is None or callback is None:
        ctx.tell(ctx.say.plain("stale"))
        return
    await _guarded(
        ctx,
        (tap.action, tap.id),
        lambda: allowed_on(ctx, callback.action, callback.subject, tap.id),
        lambda: callback.handler(ctx, tap),
    )


async def _run_command(ctx: UpdateContext) -> None:
    """Follow a link, or do what a command says; unknown and not allowed ones show the help."""
    if ctx.input.command == "start" and await _follow(ctx, ctx.input.argument):
        return
    command = COMMANDS.get(ctx.input.command or "")
    company_id = ctx.person.company_id or 0
    if command is None or not (
        command.action is None or await allowed_on(ctx, command.action, command.subject, company_id)
    ):
        await general_commands.help_(ctx)
    else:
        await command.handler(ctx)


async def _follow(ctx: UpdateContext, payload: str) -> bool:
    """Do what a deep link asks; False for a link that no feature offers."""
    word, _, code = payload.partition("-")
    declared = DEEP_LINKS.get(word)
    if declared is None:
        return False
    link = FollowedLink(word, code)

    async def may() -> bool:
        if declared.subject is SubjectKind.NONE:
            return allowed(ctx, declared.action)
        return await allowed_on(ctx, declared.action, declared.subject, link.id)

    await _guarded(ctx, (word, code), may, lambda: declared.handler(ctx, link))
    return True


async def _guarded(
    ctx: UpdateContext,
    what: tuple[str, int | str],
    may: Callable[[], Awaitable[bool]],
    handle: Callable[[], Awaitable[None]],
) -> None:
    """Ask the right, then do it; what does not exist is refused like what is not theirs."""
    try:
        permitted = await may()
        if permitted:
            await handle()
    except Unknown:
        permitted = False
    if not permitted:
        await refusals.refuse(ctx, *what)


async def apologise(tx: Transaction, services: Services, ctx: UpdateContext | None) -> None:
    """Tell the person in plain words that something broke on our side, and the coordinators too."""
    if ctx is not None and ctx.input.private:
        await ctx.show(Screen(ctx.say("sorry")))
    await alerts.updates_set_aside(SystemContext(tx, services))
