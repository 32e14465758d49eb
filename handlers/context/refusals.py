"""Saying no to who may not: kindly to the person, plainly in the audit trail."""

import structlog

from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from storage import events

log = structlog.get_logger()


async def refuse(ctx: UpdateContext, action: str, thing: int | str) -> None:
    """Say no, kindly, and write down who tried; the same for a thing that does not exist."""
    log.warning("refused", action=action, person=ctx.person.id, thing=thing)
    await events.record(
        ctx.tx,
        "refused",
        "person",
        ctx.person.id,
        actor_id=ctx.person.id,
        action=action,
        thing=thing,
    )
    if ctx.input.tapped is not None:
        ctx.tell(ctx.say.plain("not-yours"), alert=True)
    else:
        await ctx.show(Screen(ctx.say("not-yours")))
