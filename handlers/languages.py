"""The card on which a person chooses their language."""

from handlers.actions import button
from handlers.aside import PARKED
from handlers.conversation.screen import Screen
from handlers.visit import Visit
from storage import sessions

CARD = "language"


async def ask(visit: Visit) -> None:
    """Offer every language under its own name."""
    words, page = visit.shop.words, await turn_of(visit)
    buttons = tuple(
        (button(words.say(one).plain("language-name"), "lang", 0, page, more=one),)
        for one in words.languages
    )
    await visit.show(Screen(visit.say("choose-language"), buttons), card=CARD)


async def turn_of(visit: Visit) -> int:
    """Tell which page the conversation is on, so that a second tap is known; 0 for none."""
    place = await sessions.find(visit.work, visit.person.id)
    return place.turn + 1 if place is not None and place.form != PARKED else 0
