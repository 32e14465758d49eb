"""Known sites of a company: chosen by tap, or by the link and QR picture of a poster."""

from collections.abc import Mapping
from typing import Any

from domain.people import Action
from handlers.context.callbacks import CardTap, button
from handlers.context.posts import short
from handlers.context.rights import allowed
from handlers.context.update_context import UpdateContext
from handlers.conversation.engine import Session, begin, load_session
from handlers.conversation.screen import Screen
from handlers.requests import submission
from handlers.requests.address_kinds import commune_of, postcode_of, street_of
from handlers.requests.contact_kind import known
from handlers.requests.prefill import all_of
from handlers.requests.request_form import RequestForm
from handlers.sessions import drafts, lifecycle
from storage import errands, request_lists, sessions, sites
from storage.sites import KnownSite

CARD_KEY = "sites"
POSTER = "poster"
MOST = 6
FEW = 3  # contacts
LONGEST_BUTTON = 50
NOTHING: Mapping[str, Any] = {}


async def begin_request(
    ctx: UpdateContext, site_id: int | None = None, known: Mapping[str, Any] = NOTHING
) -> None:
    """Begin a request at the given site, or offer the company's known sites.

    `known` are the answers that the client has given before.
    """
    if site_id is not None:
        await start_at(ctx, await sites.get(ctx.tx, site_id), known)
        return
    if await _begun(ctx) is None:
        await _offer(ctx)
    answers = {**await _contacts(ctx), **known}
    await lifecycle.start_once(ctx, submission.FORM, answers=answers)


async def _contacts(ctx: UpdateContext) -> dict[str, Any]:
    """Prefill earlier site contacts as buttons."""
    company_id = ctx.person.company_id
    named = await request_lists.contacts_of(ctx.tx, company_id, FEW) if company_id else []
    return {"contact": known(named)} if named else {}


async def _offer(ctx: UpdateContext) -> None:
    """Show the company's known sites above the first question."""
    company_id = ctx.person.company_id
    places = await sites.of_company(ctx.tx, company_id, MOST) if company_id else ()
    if places:
        again = (button(ctx.say.plain("again-last"), "again", 0),)
        rows = [again, *((button(f"📍 {_label(place)}", "site", place.id),) for place in places)]
        posters = (button(ctx.say.plain("site-posters"), "posters", 0),)
        screen = Screen(ctx.say("site-which"), (*rows, posters))
        await ctx.show(screen, card=CARD_KEY, silent=True)


def _label(site: KnownSite) -> str:
    return short(f"{site.address}, {site.postcode}", LONGEST_BUTTON)


async def chosen(ctx: UpdateContext, tap: CardTap) -> None:
    """Fill in a known site of the person's own company."""
    await start_at(ctx, await sites.get(ctx.tx, tap.id))


async def start_at(ctx: UpdateContext, site: KnownSite, known: Mapping[str, Any] = NOTHING) -> None:
    """Fill the site into the open request, or into a new one."""
    note = ctx.say("site-filled", address=site.address, postcode=site.postcode)
    await ctx.show(Screen(note), card=CARD_KEY, fresh=ctx.input.tapped is None, silent=True)
    await _go_on(ctx, {**site.answers, **known})


async def _begun(ctx: UpdateContext) -> Session | None:
    """Load the open new request; completing a brief request does not count."""
    place = await sessions.find(ctx.tx, ctx.person.id)
    if place is None or place.form != submission.FORM or drafts.subject_of(place) is not None:
        return None
    return load_session(ctx.services.forms, place.state)


async def _go_on(ctx: UpdateContext, known: Mapping[str, Any]) -> None:
    """Merge known answers with those given and ask what is missing."""
    begun = await _begun(ctx)
    so_far = begun.answers if begun is not None else await _contacts(ctx)
    listed = {"lines": so_far["lines"]} if "lines" in so_far else {}  # typed, and nowhere else
    session = begin(RequestForm, {**so_far, **known, **listed})
    await lifecycle.start(ctx, submission.FORM, session=session)


async def again_tapped(ctx: UpdateContext, _tap: CardTap) -> None:
    """Prefill the company's last request, except photos, days and note."""
    company_id = ctx.person.company_id
    last = await request_lists.last_of(ctx.tx, company_id) if company_id else None
    if last is None:
        ctx.tell(ctx.say.plain("again-none"))
        return
    note = ctx.say("again-filled", number=last.number, address=last.asked.site.address)
    await ctx.show(Screen(note), card=CARD_KEY, fresh=False, silent=True)
    await _go_on(ctx, all_of(last.asked))


async def poster(ctx: UpdateContext) -> None:
    """Ask where our own poster hangs, or offer a poster for each known site."""
    if allowed(ctx, Action.HANG_POSTER):
        await lifecycle.start_once(ctx, POSTER)
    else:
        await offer_posters(ctx)


async def posters_tapped(ctx: UpdateContext, _tap: CardTap) -> None:
    await offer_posters(ctx, fresh=False)


async def offer_posters(ctx: UpdateContext, *, fresh: bool = True) -> None:
    """Offer a poster for each known site of the company."""
    company_id = ctx.person.company_id
    known = await sites.of_company(ctx.tx, company_id, MOST) if company_id else ()
    rows = tuple((button(f"🔗 {_label(site)}", "poster", site.id),) for site in known)
    words = ctx.say("site-poster-which" if known else "site-none")
    await ctx.show(Screen(words, rows), card=CARD_KEY, fresh=fresh)


async def poster_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Have link and picture made for a known site of the person's own company."""
    await _draw(ctx, await sites.get(ctx.tx, tap.id))


async def poster_finished(ctx: UpdateContext, answers: Any, _about: Mapping[str, Any]) -> None:
    """Have our own poster made for a site that a coordinator entered."""
    place = {"address": street_of(answers), "postcode": postcode_of(answers)}
    site = await sites.remember(
        ctx.tx,
        company_id=None,
        person_id=ctx.person.id,
        answers={**place, "commune": commune_of(answers).insee},
        **place,
    )
    await _draw(ctx, site)


async def _draw(ctx: UpdateContext, site: KnownSite) -> None:
    details = {"site": site.id, "person": ctx.person.id}
    await errands.put(ctx.tx, POSTER, f"{POSTER}:{ctx.input.update_id}", details)
