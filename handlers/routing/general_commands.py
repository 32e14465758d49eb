"""The commands of everybody: start, help, where things stand, the language; and words unasked."""

from domain.people import Action, Role
from handlers.accounts import first_words, registration
from handlers.cards.home_card import show_home
from handlers.context import language_card
from handlers.context.callbacks import CardTap
from handlers.context.rights import allowed, is_newcomer
from handlers.context.update_context import UpdateContext
from handlers.conversation.given import Typed
from handlers.conversation.screen import Screen
from handlers.requests import search
from handlers.sessions import lifecycle, resume
from handlers.views import company_phone, home
from storage import join_requests, people, sessions


async def start(ctx: UpdateContext) -> None:
    """Go on with what was begun, or greet: newcomers choose a language."""
    if await resume.offered(ctx):
        return
    if await _waits_to_join(ctx):
        return
    if is_newcomer(ctx.person):
        await language(ctx)
    else:
        await status(ctx)


async def _waits_to_join(ctx: UpdateContext) -> bool:
    """Say it to a member whom the office has not let in yet: they are no new client."""
    if not is_newcomer(ctx.person) or not await join_requests.waiting(ctx.tx, ctx.person.id):
        return False
    await ctx.show(Screen(ctx.say("joining-waits")))
    return True


async def help_(ctx: UpdateContext) -> None:
    """Say what this person can do here, and whom to call; coordinators are who is called."""
    side = home.side(ctx.person)
    words = ctx.say(f"help-{side}")
    if side != "coordinator":
        words += f"\n{company_phone.call_words(ctx.say, ctx.services.company)}"
    await ctx.show(Screen(words))
    await lifecycle.ask_again(ctx)


async def language(ctx: UpdateContext) -> None:
    await language_card.ask(ctx)


async def language_chosen(ctx: UpdateContext, tap: CardTap) -> None:
    """Use that language from now on, and go on where the person was."""
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
    await ctx.show(Screen(ctx.say("language-chosen")), card=language_card.CARD_KEY, fresh=False)
    place = await sessions.find(ctx.tx, ctx.person.id)
    if place is not None and await lifecycle.ask_anew(ctx, place):
        return
    if await _waits_to_join(ctx):
        return
    if is_newcomer(ctx.person):
        await registration.start(ctx)
    elif not same:
        await show_home(ctx)


async def cancel(ctx: UpdateContext) -> None:
    if not await lifecycle.cancel(ctx):
        await ctx.show(Screen(ctx.say("nothing-to-cancel")))


async def ids(ctx: UpdateContext) -> None:
    """Say the numbers that the settings ask for: the person's, and the group's in a group."""
    if ctx.input.private:
        await ctx.show(Screen(ctx.say("id-person", id=str(ctx.person.id))))
        await lifecycle.ask_again(ctx)
    else:
        await ctx.show(Screen(ctx.say("id-group", id=str(ctx.chat_id))))


async def privacy(ctx: UpdateContext) -> None:
    await registration.notice(ctx)
    await lifecycle.ask_again(ctx)


async def status(ctx: UpdateContext) -> None:
    """Show where things stand; a question that is open, or what was stopped, comes below."""
    await show_home(ctx)
    if not await lifecycle.ask_again(ctx) and ctx.input.private:
        await resume.offered(ctx)


async def waiting_tapped(ctx: UpdateContext, _tap: CardTap) -> None:
    """Show a coordinator what waits for a decision."""
    await status(ctx)


async def answer_unasked(ctx: UpdateContext) -> None:
    """Answer words that belong to no question."""
    if await _waits_to_join(ctx):
        return
    if is_newcomer(ctx.person):
        await first_words.keep(ctx)
        await language(ctx)
    elif not await _looked_for(ctx):
        await show_home(ctx, note=ctx.say("not-understood"))


async def _looked_for(ctx: UpdateContext) -> bool:
    """Take a coordinator's words for something to find."""
    given = ctx.input.given
    if not isinstance(given, Typed) or not allowed(ctx, Action.FIND_REQUEST):
        return False
    return await search.show_matches(ctx, given.text)
