"""What each command does; the table stands at the end."""

from collections.abc import Awaitable, Callable, Mapping

from domain.people import Role
from handlers.accounts import invitation, registration
from handlers.cards.home_card import show_home
from handlers.context import language_card
from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from handlers.conversation.given import Typed
from handlers.conversation.screen import Screen
from handlers.crews import roster
from handlers.quotes import inactive_quotes
from handlers.reference_files import file_replacement
from handlers.requests import known_sites, search, submission
from handlers.routing import deep_link_routes
from handlers.sessions import lifecycle, resume
from handlers.views import home
from storage import people, sessions


async def run(ctx: UpdateContext) -> None:
    """Do what the command says; an unknown one shows the help."""
    await COMMANDS.get(ctx.input.command or "", help_)(ctx)


async def start(ctx: UpdateContext) -> None:
    """Follow a deep link, go on with what was begun, or greet: newcomers choose a language."""
    if ctx.input.argument and await deep_link_routes.follow(ctx, ctx.input.argument):
        return
    if await resume.offered(ctx):
        return
    if await registration.needed(ctx):
        await language(ctx)
    else:
        await status(ctx)


async def help_(ctx: UpdateContext) -> None:
    """Say what this person can do here."""
    await ctx.show(Screen(ctx.say(f"help-{home.side(ctx.person)}")))
    await lifecycle.ask_again(ctx)


async def language(ctx: UpdateContext) -> None:
    await language_card.ask(ctx)


async def crew(ctx: UpdateContext) -> None:
    """Show the roster to a coordinator; others get the help that fits them."""
    if ctx.has(Role.COORDINATOR):
        await roster.roster(ctx)
    else:
        await help_(ctx)


async def invite(ctx: UpdateContext) -> None:
    """Show the link for colleagues to who leads a company; others get the help that fits them."""
    if not await invitation.command(ctx):
        await help_(ctx)


async def poster(ctx: UpdateContext) -> None:
    """Make a poster: of one of their places for a client, of any place for a coordinator."""
    if ctx.has(Role.COORDINATOR):
        await lifecycle.start_once(ctx, known_sites.POSTER)
    elif ctx.has(Role.CLIENT):
        await known_sites.offer_posters(ctx)
    else:
        await help_(ctx)


async def find(ctx: UpdateContext) -> None:
    """Find requests by words, for a coordinator; others get the help that fits them."""
    if ctx.has(Role.COORDINATOR):
        await search.command(ctx)
    else:
        await help_(ctx)


async def cold_quotes(ctx: UpdateContext) -> None:
    """List quotes that go cold, for a coordinator; others get the help that fits them."""
    if ctx.has(Role.COORDINATOR):
        await inactive_quotes.show(ctx)
    else:
        await help_(ctx)


async def books(ctx: UpdateContext) -> None:
    """Show the files that prices depend on to an administrator; others get the help."""
    if file_replacement.may(ctx):
        await file_replacement.show(ctx)
    else:
        await help_(ctx)


async def language_chosen(ctx: UpdateContext, tap: CardTap) -> None:
    """Speak that language from now on, and go on where the person was."""
    if tap.more not in ctx.services.words.languages:
        ctx.tell(ctx.say.plain("stale"))
        return
    same = ctx.person.language_chosen and ctx.person.language == tap.more
    if same and tap.version != await language_card.turn_of(ctx):
        ctx.tell(ctx.say.plain("language-chosen"))
        return
    ctx.person = await people.change(ctx.tx, ctx.person, language=tap.more, language_chosen=True)
    ctx.say = ctx.services.words.say(tap.more)
    if ctx.person.leads_company or not ctx.person.roles <= {Role.CLIENT}:
        await people.menu_changed(ctx.tx, ctx.person.id)
    await ctx.show(Screen(ctx.say("language-chosen")), card=language_card.CARD, fresh=False)
    place = await sessions.find(ctx.tx, ctx.person.id)
    if place is not None and await lifecycle.ask_anew(ctx, place):
        return
    if await registration.needed(ctx):
        await registration.start(ctx)
    elif not same:
        await show_home(ctx)


async def cancel(ctx: UpdateContext) -> None:
    if not await lifecycle.cancel(ctx):
        await ctx.show(Screen(ctx.say("nothing-to-cancel")))


async def privacy(ctx: UpdateContext) -> None:
    await ctx.show(Screen(ctx.say("privacy-notice", company=ctx.services.company.name)))
    await lifecycle.ask_again(ctx)


async def new(ctx: UpdateContext) -> None:
    """Begin a request, or the registration that comes before the first; not over one begun."""
    if await registration.needed(ctx):
        if not await resume.offered(ctx, registration.FORM):
            await registration.start(ctx)
    elif not ctx.has(Role.CLIENT):
        await help_(ctx)
    elif not await resume.offered(ctx, submission.FORM):
        await known_sites.begin_request(ctx)


async def status(ctx: UpdateContext) -> None:
    """Show where things stand; a question that is open is put again below."""
    await show_home(ctx)
    await lifecycle.ask_again(ctx)


async def lost(ctx: UpdateContext) -> None:
    """Answer words that belong to no question."""
    if await registration.needed(ctx):
        await language(ctx)
    elif not await _looked_for(ctx):
        await show_home(ctx, note=ctx.say("not-understood"))


async def _looked_for(ctx: UpdateContext) -> bool:
    """Take a coordinator's words for something to find."""
    given = ctx.input.given
    if not isinstance(given, Typed) or not ctx.has(Role.COORDINATOR):
        return False
    return await search.found(ctx, given.text)


COMMANDS: Mapping[str, Callable[[UpdateContext], Awaitable[None]]] = {
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
