"""What a client wrote about a request: kept in its thread, told to the coordinators."""

from collections.abc import Sequence

from domain.hazards import find_hazards
from handlers.cards import request_cards
from handlers.cards.request_hold import record_hold
from handlers.context import coordinator_group
from handlers.context.update_context import UpdateContext
from handlers.conversation.kinds import SentFile
from handlers.conversation.screen import Screen
from handlers.quotes import follow_ups
from handlers.requests import request_files
from handlers.views import findings
from storage.requests import Request


async def record(
    ctx: UpdateContext, request: Request, text: str, files: Sequence[SentFile]
) -> None:
    """Keep words and files of the client in the thread, and show them to the coordinators."""
    ids = await request_files.say(ctx.tx, request, ctx.person.id, text, files, from_client=True)
    await request_cards.files_came(ctx, request, files, ids)
    await record_hold(ctx, request)
    await follow_ups.stop_follow_ups(ctx.tx, request.id)
    spotted = find_hazards(text, *(file.caption for file in files))
    if words := findings.hazard_words(ctx.say, spotted):
        await ctx.show(Screen(words))
    if not await coordinator_group.is_reachable(ctx.tx, ctx.services):
        await coordinator_group.tell_in_private(ctx, "message-without-group", number=request.number)
    await request_cards.request_changed(ctx, request.id, fresh=True)
