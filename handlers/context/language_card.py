"""The card on which a person chooses their language."""

from handlers.context.callbacks import button
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from storage import sessions
from storage.sessions import PARKED

CARD_KEY = "language"


async def ask(ctx: UpdateContext) -> None:
    """Offer every language under its own name."""
    words, page = ctx.services.words, await turn_of(ctx)
    buttons = tuple(
        (button(words.say(language).plain("language-name"), "lang", 0, page, more=language),)
        for language in words.languages
    )
    await ctx.show(Screen(ctx.say("choose-language"), buttons), card=CARD_KEY)


async def turn_of(ctx: UpdateContext) -> int:
    """Tell which page the conversation is on, so that a second tap is known; 0 for none."""
    place = await sessions.find(ctx.tx, ctx.person.id)
    return place.turn + 1 if place is not None and place.form != PARKED else 0
