"""The card on which a person chooses their language."""

from handlers.actions import button
from handlers.conversation.screen import Screen
from handlers.visit import Visit

CARD = "language"


async def ask(visit: Visit) -> None:
    """Offer every language under its own name."""
    words = visit.shop.words
    buttons = tuple(
        (button(words.say(one)("language-name"), "lang", 0, more=one),) for one in words.languages
    )
    await visit.show(Screen(visit.say("choose-language"), buttons), card=CARD)
