"""The client's answer to a quote: accepted by name, or declined with a reason."""

from collections.abc import Mapping
from typing import Any

from domain.quotes import AGREED_CHANGE, QuoteEvent, QuoteState, is_expired
from domain.requests import RequestEvent
from handlers.cards.request_cards import request_changed
from handlers.context.callbacks import CardTap
from handlers.context.posts import post_of
from handlers.context.recipients import to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.quotes import follow_ups, quote_documents
from handlers.quotes.decision_forms import AgreementForm, DeclineForm
from handlers.quotes.follow_ups import tapped_quote
from handlers.sessions import lifecycle
from handlers.views.costing_source import costing_of
from handlers.views.price_wording import CLIENT, reckoning
from handlers.views.quote_card import answered_rows, card_key, draw, refused_key
from handlers.words.catalogue import Say
from storage import jobs, media, outbox, people, quotes, requests
from storage.outbox import Post
from storage.quotes import Revision
from storage.requests import Request
from storage.transaction import Reading, Transaction


async def ready(tx: Transaction, say: Say, revision: Revision, person_id: int) -> None:
    """Send the client a quote whose PDF is made, and write its follow-ups."""
    await follow_ups.write_follow_ups(tx, revision)
    await show(tx, say, revision, person_id)


async def show(tx: Transaction, say: Say, revision: Revision, person_id: int) -> None:
    """Send the document, then the card with its buttons."""
    await outbox.put(
        tx,
        Post(person_id, document=revision.media_id, silent=True),
        post_of(draw(say, revision, tx.now), person_id, card=card_key(revision)),
    )


async def replaced(ctx: UpdateContext, request: Request, revision: Revision) -> None:
    """Mark the cards of earlier revisions as superseded by this one."""
    client = to_person(ctx, await people.get(ctx.tx, request.person_id))
    for old in await quotes.of_request(ctx.tx, request.id):
        if old.superseded_by == revision.revision:
            await client.send(draw(client.say, old), card=card_key(old), fresh=False)


async def reckoned_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Explain each line of the price in plain words."""
    revision = await tapped_quote(ctx, tap)
    say, estimated = ctx.say, revision.estimate
    total = say(
        "reckoned-total",
        excl=say.money(estimated.total_excl_vat_cents),
        vat=say.money(estimated.vat_cents),
        incl=say.money(estimated.total_incl_vat_cents),
    )
    if estimated.vat.mention:
        total += f"\n<i>{say(estimated.vat.mention)}</i>"
    head = say("reckoned-head", number=revision.label)
    text = "\n\n".join([head, *reckoning(say, estimated, CLIENT), total])
    await ctx.show(Screen(text), card=f"reckoned:{revision.id}")


async def show_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Send a quote again with its document."""
    revision = await tapped_quote(ctx, tap)
    if revision.media_id is None:
        ctx.tell(ctx.say.plain("revision-draft"))
    else:
        await show(ctx.tx, ctx.say, revision, ctx.person.id)
        await quote_documents.ask_agreement(ctx, revision)


async def accept_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask for the agreement, after what the company put off at its registration."""
    revision = await load_open_quote(ctx, tap)
    if revision is not None and revision.wish == AGREED_CHANGE:
        ctx.tell(ctx.say.plain("quote-wish-agreed"), alert=True)
    elif revision is not None:
        request = await requests.get(ctx.tx, revision.request_id)
        company = await people.company(ctx.tx, request.company_id)
        if company.siret is None:
            await lifecycle.start_once(ctx, "company_details", about={"revision": revision.id})
        else:
            await ask_agreement(ctx, revision)


async def ask_agreement(ctx: UpdateContext, revision: Revision) -> None:
    """Ask who agrees, and for the company's postal address where nobody has told it."""
    request = await requests.get(ctx.tx, revision.request_id)
    company = await people.company(ctx.tx, request.company_id)
    address = request.asked.wishes.bill_address or company.address
    known = {"address": address} if address else None
    await lifecycle.start_once(ctx, "agreement", about={"revision": revision.id}, answers=known)


async def decline_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    if revision := await load_open_quote(ctx, tap):
        await lifecycle.start_once(ctx, "decline", about={"revision": revision.id})


async def load_open_quote(ctx: UpdateContext, tap: CardTap) -> Revision | None:
    """Load the tapped quote if it is open; otherwise say why it is not."""
    revision = await tapped_quote(ctx, tap)
    if revision.state is not QuoteState.SENT:
        ctx.tell(ctx.say.plain(f"revision-{revision.state}", number=revision.label))
        return None
    if is_expired(revision.valid_until, ctx.tx.today):
        ctx.tell(
            ctx.say.plain("quote-expired", until=ctx.say.day(revision.valid_until)), alert=True
        )
        return None
    return revision


async def agreed(ctx: UpdateContext, answers: AgreementForm, about: Mapping[str, Any]) -> None:
    """Record who agreed to the revision, open its job and inform the coordinators."""
    revision = await still_open(ctx, about)
    if revision is None:
        return
    if revision.wish == AGREED_CHANGE:
        await ctx.show(Screen(ctx.say("quote-wish-agreed")))
        return
    await quotes.move(
        ctx.tx,
        revision,
        QuoteEvent.ACCEPT,
        actor_id=ctx.person.id,
        agreed_by=answers.name.name,
        agreed_role=answers.name.role or answers.role,
        agreed_at=ctx.tx.now,
        agreed_sha256=await _sha256(ctx.tx, revision),
        answered_at=ctx.tx.now,
        person_id=ctx.person.id,
        wish=None,
    )
    request = await requests.get(ctx.tx, revision.request_id)
    await requests.move(ctx.tx, request, RequestEvent.ACCEPT, actor_id=ctx.person.id)
    company = await people.company(ctx.tx, request.company_id)
    if company.address is None:
        await people.move_company(ctx.tx, company, address=answers.address)
    await _as_agreed(ctx, revision)
    await jobs.open_(ctx.tx, revision, actor_id=ctx.person.id)
    await ctx.show(Screen(ctx.say("quote-agreed", number=revision.label)))
    await quote_documents.ask_agreement(ctx, await quotes.get(ctx.tx, revision.id))
    await quote_changed(ctx, revision)


async def _as_agreed(ctx: UpdateContext, revision: Revision) -> None:
    """Copy the agreed lines to the request, so that crews count them."""
    if revision.costing_id is None:
        return
    request = await requests.get(ctx.tx, revision.request_id)
    costing = await costing_of(ctx.tx, revision, request)
    if costing.lines != request.asked.lines or costing.access != request.asked.site.access:
        await requests.agree_on(ctx.tx, request, costing.lines, costing.access)


async def declined(ctx: UpdateContext, answers: DeclineForm, about: Mapping[str, Any]) -> None:
    """Record the refusal and its reason."""
    revision = await still_open(ctx, about)
    if revision is None:
        return
    words = f" — {answers.words}" if answers.words else ""
    reason = ctx.services.words.say("fr").plain(f"decline-reason.{answers.reason}") + words
    actor_id = ctx.person.id
    await quotes.move(
        ctx.tx,
        revision,
        QuoteEvent.DECLINE,
        actor_id=actor_id,
        reason=reason,
        answered_at=ctx.tx.now,
        wish=None,
    )
    request = await requests.get(ctx.tx, revision.request_id)
    event = RequestEvent.DECLINE
    await requests.move(ctx.tx, request, event, actor_id=actor_id, reason=reason)
    refused = await quotes.get(ctx.tx, revision.id)
    words = ctx.say("quote-refused", number=revision.label)
    undo = answered_rows(ctx.say, refused, ctx.tx.now)
    await ctx.show(Screen(words, undo), card=refused_key(revision))
    await quote_changed(ctx, revision)


async def still_open(ctx: UpdateContext, about: Mapping[str, Any]) -> Revision | None:
    """Load the open quote of a finished form; otherwise say why it is closed and return None."""
    revision = await quotes.get(ctx.tx, int(about["revision"]))
    if revision.state is not QuoteState.SENT:
        await ctx.show(Screen(ctx.say(f"revision-{revision.state}", number=revision.label)))
        return None
    if is_expired(revision.valid_until, ctx.tx.today):
        await ctx.show(Screen(ctx.say("quote-expired", until=ctx.say.day(revision.valid_until))))
        return None
    return revision


async def _sha256(tx: Reading, revision: Revision) -> str | None:
    """Return the hash of the agreed PDF."""
    found = await media.get(tx, [revision.media_id] if revision.media_id else [])
    return found[0].sha256 if found else None


async def quote_changed(ctx: UpdateContext, revision: Revision) -> None:
    """Update the client's card, the asker's card and the coordinators' card."""
    now = await quotes.get(ctx.tx, revision.id)
    await follow_ups.stop_follow_ups(ctx.tx, now.request_id)
    await ctx.show(draw(ctx.say, now, ctx.tx.now), card=card_key(now), fresh=False)
    request = await requests.get(ctx.tx, now.request_id)
    if request.person_id != ctx.person.id:
        asker = to_person(ctx, await people.get(ctx.tx, request.person_id))
        await asker.send(draw(asker.say, now, ctx.tx.now), card=card_key(now), fresh=False)
    await request_changed(ctx, now.request_id, fresh=True)
