"""The commands: /start, /help, /status, /language, /cancel, /privacy, /new, /crew."""

from collections.abc import Awaitable, Callable, Mapping

from domain.people import Role
from handlers import doors, forms, home, languages
from handlers.actions import Tap
from handlers.clients import registration, requests
from handlers.conversation.screen import Screen
from handlers.coordinators import crewing
from handlers.visit import Visit
from storage import people


async def run(visit: Visit) -> None:
    """Do what the command says; an unknown one shows the help."""
    await COMMANDS.get(visit.input.command or "", help_)(visit)


async def start(visit: Visit) -> None:
    """Follow a deep link, or greet: a newcomer chooses a language, others see their card."""
    if visit.input.argument and await doors.follow(visit, visit.input.argument):
        return
    if await registration.needed(visit):
        await language(visit)
    else:
        await home.show(visit)


async def help_(visit: Visit) -> None:
    """Say what this person can do here."""
    await visit.show(Screen(visit.say(f"help-{home.side(visit.person)}")))
    await forms.ask_again(visit)


async def language(visit: Visit) -> None:
    await languages.ask(visit)


async def crew(visit: Visit) -> None:
    """Show the roster to a coordinator; others get the help that fits them."""
    if visit.has(Role.COORDINATOR):
        await crewing.roster(visit)
    else:
        await help_(visit)


async def language_chosen(visit: Visit, tap: Tap) -> None:
    """Speak that language from now on, and go on where the person was."""
    if tap.more not in visit.shop.words.languages:
        return
    visit.person = await people.change(
        visit.work, visit.person, language=tap.more, language_chosen=True
    )
    visit.say = visit.shop.words.say(tap.more)
    await visit.show(Screen(visit.say("language-chosen")), card=languages.CARD, fresh=False)
    if await forms.ask_again(visit):
        return
    if await registration.needed(visit):
        await registration.start(visit)
    else:
        await home.show(visit)


async def cancel(visit: Visit) -> None:
    if not await forms.cancel(visit):
        await visit.show(Screen(visit.say("nothing-to-cancel")))


async def privacy(visit: Visit) -> None:
    await visit.show(Screen(visit.say("privacy-notice", company=visit.shop.company.name)))
    await forms.ask_again(visit)


async def new(visit: Visit) -> None:
    """Begin a request, or the registration that comes before the first."""
    if await registration.needed(visit):
        await registration.start(visit)
    elif visit.has(Role.CLIENT):
        await requests.start(visit)
    else:
        await help_(visit)


async def status(visit: Visit) -> None:
    await home.show(visit)


async def lost(visit: Visit) -> None:
    """Answer words that belong to no question."""
    if await registration.needed(visit):
        await language(visit)
    else:
        await home.show(visit, note=visit.say("not-understood"))


COMMANDS: Mapping[str, Callable[[Visit], Awaitable[None]]] = {
    "start": start,
    "help": help_,
    "status": status,
    "language": language,
    "cancel": cancel,
    "privacy": privacy,
    "new": new,
    "devis": new,
    "crew": crew,
    "equipe": crew,
}
