"""A client says who they are, once."""

from collections.abc import Mapping
from typing import Any

from domain.people import Role
from handlers.accounts import admission, first_words
from handlers.accounts.registration_form import RegistrationForm
from handlers.context.callbacks import CardTap
from handlers.context.deep_links import FollowedLink
from handlers.context.rights import is_newcomer
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.requests import known_sites, submission
from handlers.sessions import lifecycle, resume
from storage import colleagues, events, people, sites

FORM = "registration"


async def follow_site(ctx: UpdateContext, link: FollowedLink) -> None:
    """Begin a request where a poster hangs; a newcomer says first who they are."""
    site = await sites.of_code(ctx.tx, link.code)
    if is_newcomer(ctx.person):
        await start(ctx, about={"site": site.id})
    elif ctx.has(Role.CLIENT):
        await known_sites.begin_request(ctx, site.id)
    else:
        await ctx.show(Screen(ctx.say("site-for-clients")))


async def new(ctx: UpdateContext) -> None:
    """Begin a request, or the registration that comes before the first; not over one begun."""
    if is_newcomer(ctx.person):
        if not await resume.offered(ctx, FORM):
            await start(ctx)
    elif not await resume.offered(ctx, submission.FORM):
        await known_sites.begin_request(ctx)


async def new_tapped(ctx: UpdateContext, _tap: CardTap) -> None:
    await new(ctx)


async def start(ctx: UpdateContext, about: Mapping[str, Any] | None = None) -> None:
    await notice(ctx)
    await lifecycle.start(ctx, FORM, about=about)


async def notice(ctx: UpdateContext) -> None:
    """Say what we do with what we are told."""
    ours = ctx.services.company
    words = ctx.say("privacy-notice", company=ours.name, email=ours.email)
    await ctx.show(Screen(words), silent=True)


async def finish(ctx: UpdateContext, answers: RegistrationForm, about: Mapping[str, Any]) -> None:
    """Write down the person and their company, and go on to the request they came for.

    Who comes first leads the company; whoever comes next is asked about first.
    """
    company = await people.register_company(ctx.tx, siret=answers.siret, name=answers.company)
    ctx.person = await people.change(
        ctx.tx,
        ctx.person,
        full_name=answers.name,
        phone=answers.phone,
        noticed_at=ctx.tx.now,
    )
    if answers.first:
        await first_words.keep_told(ctx, answers.first)
    await colleagues.lock(ctx.tx, company.id)
    if await admission.ask(ctx, company):
        return
    first = await colleagues.let_in(ctx.tx, ctx.person, company.id, lead=True)
    ctx.person = first or ctx.person
    await events.record(ctx.tx, "registered", "company", company.id, actor_id=ctx.person.id)
    await ctx.show(
        Screen(ctx.say("registered", name=answers.name, company=company.name)),
        remove_keyboard=True,
        silent=True,
    )
    known = await first_words.as_answers(ctx)
    await known_sites.begin_request(ctx, about.get("site"), known)
