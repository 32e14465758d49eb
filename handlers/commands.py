"""What each command does; the table stands at the end."""

from collections.abc import Awaitable, Callable, Mapping

from domain.people import Role
from handlers import doors, home, languages, resuming, talks
from handlers.actions import Tap
from handlers.admin import references
from handlers.clients import inviting, registration, requests, sites
from handlers.conversation.given import Typed
from handlers.conversation.screen import Screen
from handlers.coordinators import cold, crewing, finding
from handlers.visit import Visit
from storage import people, sessions


async def run(visit: Visit) -> None:
    """Do what the command says; an unknown one shows the help."""
    await COMMANDS.get(visit.input.command or "", help_)(visit)


async def start(visit: Visit) -> None:
    """Follow a deep link, go on with what was begun, or greet: newcomers choose a language."""
    if visit.input.argument and await doors.follow(visit, visit.input.argument):
        return
    if await resuming.offered(visit):
        return
    if await registration.needed(visit):
        await language(visit)
    else:
        await status(visit)


async def help_(visit: Visit) -> None:
    """Say what this person can do here."""
    await visit.show(Screen(visit.say(f"help-{home.side(visit.person)}")))
    await talks.ask_again(visit)


async def language(visit: Visit) -> None:
    await languages.ask(visit)


async def crew(visit: Visit) -> None:
    """Show the roster to a coordinator; others get the help that fits them."""
    if visit.has(Role.COORDINATOR):
        await crewing.roster(visit)
    else:
        await help_(visit)


async def invite(visit: Visit) -> None:
    """Show the link for colleagues to who leads a company; others get the help that fits them."""
    if not await inviting.command(visit):
        await help_(visit)


async def poster(visit: Visit) -> None:
    """Make a poster: of one of their places for a client, of any place for a coordinator."""
    if visit.has(Role.COORDINATOR):
        await talks.start_once(visit, sites.POSTER)
    elif visit.has(Role.CLIENT):
        await sites.offer_posters(visit)
    else:
        await help_(visit)


async def find(visit: Visit) -> None:
    """Find requests by words, for a coordinator; others get the help that fits them."""
    if visit.has(Role.COORDINATOR):
        await finding.command(visit)
    else:
        await help_(visit)


async def cold_quotes(visit: Visit) -> None:
    """List quotes that go cold, for a coordinator; others get the help that fits them."""
    if visit.has(Role.COORDINATOR):
        await cold.show(visit)
    else:
        await help_(visit)


async def books(visit: Visit) -> None:
    """Show the files that prices depend on to an administrator; others get the help."""
    if references.may(visit):
        await references.show(visit)
    else:
        await help_(visit)


async def language_chosen(visit: Visit, tap: Tap) -> None:
    """Speak that language from now on, and go on where the person was."""
    if tap.more not in visit.shop.words.languages:
        visit.tell(visit.say.plain("stale"))
        return
    same = visit.person.language_chosen and visit.person.language == tap.more
    if same and tap.version != await languages.turn_of(visit):
        visit.tell(visit.say.plain("language-chosen"))
        return
    visit.person = await people.change(
        visit.work, visit.person, language=tap.more, language_chosen=True
    )
    visit.say = visit.shop.words.say(tap.more)
    if visit.person.leads_company or not visit.person.roles <= {Role.CLIENT}:
        await people.menu_changed(visit.work, visit.person.id)
    await visit.show(Screen(visit.say("language-chosen")), card=languages.CARD, fresh=False)
    place = await sessions.find(visit.work, visit.person.id)
    if place is not None and await talks.ask_anew(visit, place):
        return
    if await registration.needed(visit):
        await registration.start(visit)
    elif not same:
        await home.show(visit)


async def cancel(visit: Visit) -> None:
    if not await talks.cancel(visit):
        await visit.show(Screen(visit.say("nothing-to-cancel")))


async def privacy(visit: Visit) -> None:
    await visit.show(Screen(visit.say("privacy-notice", company=visit.shop.company.name)))
    await talks.ask_again(visit)


async def new(visit: Visit) -> None:
    """Begin a request, or the registration that comes before the first; not over one begun."""
    if await registration.needed(visit):
        if not await resuming.offered(visit, registration.FORM):
            await registration.start(visit)
    elif not visit.has(Role.CLIENT):
        await help_(visit)
    elif not await resuming.offered(visit, requests.FORM):
        await sites.begin_request(visit)


async def status(visit: Visit) -> None:
    """Show where things stand; a question that is open is put again below."""
    await home.show(visit)
    await talks.ask_again(visit)


async def lost(visit: Visit) -> None:
    """Answer words that belong to no question."""
    if await registration.needed(visit):
        await language(visit)
    elif not await _looked_for(visit):
        await home.show(visit, note=visit.say("not-understood"))


async def _looked_for(visit: Visit) -> bool:
    """Take a coordinator's words for something to find."""
    given = visit.input.given
    if not isinstance(given, Typed) or not visit.has(Role.COORDINATOR):
        return False
    return await finding.found(visit, given.text)


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
    "cold": cold_quotes,
    "relances": cold_quotes,
    "invite": invite,
    "inviter": invite,
    "poster": poster,
    "affiche": poster,
    "find": find,
    "chercher": find,
    "books": books,
    "tarifs": books,
}
