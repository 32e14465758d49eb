"""What somebody writes before they are known is the note of their first request."""

from typing import Any

from handlers.context.posts import short
from handlers.context.update_context import UpdateContext
from handlers.conversation.given import Typed
from handlers.conversation.kinds.text import clean
from handlers.conversation.screen import Screen
from storage import unfiled_messages
from storage.unfiled_messages import UnfiledMessage

MOST = 5  # messages; what a newcomer writes after them is answered and not kept
FEWEST_WORDS = 3  # fewer are a greeting
LONGEST_NOTE, SHOWN = 2000, 300  # letters


async def keep(ctx: UpdateContext) -> None:
    """Keep words that say something; a greeting is only answered."""
    given = ctx.input.given
    words = clean(given.text, multiline=True) if isinstance(given, Typed) else ""
    if len(words.split()) < FEWEST_WORDS:
        return
    if len(await unfiled_messages.of_person(ctx.tx, ctx.person.id)) < MOST:
        await unfiled_messages.keep(ctx.tx, ctx.person.id, UnfiledMessage(words))


async def as_answers(ctx: UpdateContext) -> dict[str, Any]:
    """Take what was kept as the note of the request that begins now, and say so."""
    kept = await unfiled_messages.take(ctx.tx, ctx.person.id)
    text = "\n".join(message.text for message in kept)[:LONGEST_NOTE]
    if not text:
        return {}
    await ctx.show(Screen(ctx.say("first-words-kept", text=short(text, SHOWN))), silent=True)
    return {"note": text}
