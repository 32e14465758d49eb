"""The client's other acts on a quote: purchase order, change, undo, renewal."""

from collections.abc import Mapping
from typing import Any

from domain.followups import may_undo, rules_on
from domain.jobs import JobEvent, JobState
from domain.quotes import AGREED_CHANGE, ANSWERED, QuoteEvent, QuoteState, is_expired
from domain.requests import RequestEvent
from handlers.cards.request_hold import record_hold
from handlers.context import alerts
from handlers.context.callbacks import CardTap
from handlers.context.sent_files import arrived
from handlers.context.update_context import UpdateContext
from handlers.conversation.kinds import SentFile
from handlers.conversation.screen import Screen
from handlers.quotes import quote_documents
from handlers.quotes.client_answer import load_open_quote, quote_changed, still_open
from handlers.quotes.decision_forms import ChangeForm, OrderForm, RenewalForm
from handlers.quotes.follow_ups import tapped_quote
from handlers.sessions import lifecycle
from handlers.views import company_phone
from handlers.views.quote_card import refused_key
from storage import events, jobs, media, quote_activity, quotes, request_thread, requests
from storage.quotes import Revision, RevisionColumns

LONGEST_NAME = 120


async def order_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    revision = await tapped_quote(ctx, tap)
    if revision.state is QuoteState.ACCEPTED:
        await lifecycle.start_once(ctx, "order", about={"revision": revision.id})
    else:
        ctx.tell(ctx.say.plain(f"revision-{revision.state}", number=revision.label))


async def ordered(ctx: UpdateContext, answers: OrderForm, about: Mapping[str, Any]) -> None:
    """Store the purchase order with the agreement, and send the agreed copy with it."""
    revision = await quotes.get(ctx.tx, int(about["revision"]))
    if revision.state is not QuoteState.ACCEPTED:
        await _say_state(ctx, revision)
        return
    await quotes.change(ctx.tx, revision, **await _store_file(ctx, answers.paper))
    await _record(ctx, "order_given", revision)
    await ctx.show(Screen(ctx.say("order-kept", number=revision.label)))
    await quote_documents.ask_agreement(ctx, await quotes.get(ctx.tx, revision.id))
    await quote_changed(ctx, revision)


async def _store_file(ctx: UpdateContext, paper: SentFile | str) -> RevisionColumns:
    """Store the order's file; words are the order's number."""
    if not isinstance(paper, SentFile):
        return {"order_ref": paper, "order_media_id": None}
    (media_id,) = await media.receive(ctx.tx, [arrived(paper)])
    return {"order_ref": paper.name[:LONGEST_NAME] or None, "order_media_id": media_id}


async def change_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    if revision := await load_open_quote(ctx, tap):
        await lifecycle.start_once(ctx, "change", about={"revision": revision.id})


async def change_asked(ctx: UpdateContext, answers: ChangeForm, about: Mapping[str, Any]) -> None:
    """Add the client's words to the request's thread and to the coordinators' card."""
    revision = await still_open(ctx, about)
    if revision is None:
        return
    request = await requests.get(ctx.tx, revision.request_id)
    await request_thread.say(ctx.tx, request.id, ctx.person.id, answers.text, from_client=True)
    await record_hold(ctx, request)
    await _ask_change(ctx, revision)


async def _ask_change(ctx: UpdateContext, revision: Revision) -> None:
    if revision.wish != AGREED_CHANGE:  # what is agreed still waits for its revision
        await quote_activity.wish(ctx.tx, revision.id, "change")
    await _record(ctx, "change_asked", revision)
    await ctx.show(Screen(ctx.say("change-sent", number=revision.label)))
    await quote_changed(ctx, revision)


async def wished_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take what the client already wrote in the thread as the change that they ask for."""
    revision = await load_open_quote(ctx, tap)
    if revision is not None and revision.wish is None:
        await _ask_change(ctx, revision)
    elif revision is not None:
        ctx.tell(ctx.say.plain("stale"))


async def undo_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Undo an answer within the allowed time, unless a crew knows of the job."""
    revision = await tapped_quote(ctx, tap)
    newest = await quotes.newest(ctx.tx, revision.request_id)
    at = revision.answered_at
    if revision.state not in ANSWERED or at is None or newest is None or newest.id != revision.id:
        ctx.tell(ctx.say.plain(f"revision-{revision.state}", number=revision.label))
    elif not may_undo(at, ctx.tx.now, rules_on(ctx.tx.today)):
        _tell_to_call(ctx, "undo-too-late")
    elif not await _cancel_job(ctx, revision):
        _tell_to_call(ctx, "undo-published")
    else:
        await _undo(ctx, revision)


def _tell_to_call(ctx: UpdateContext, key: str) -> None:
    phone = company_phone.number(ctx.services.company)
    ctx.tell(ctx.say.plain(key, phone=phone), alert=True)


async def _cancel_job(ctx: UpdateContext, revision: Revision) -> bool:
    """Cancel the job of an agreement; False if a crew knows of it."""
    if revision.state is not QuoteState.ACCEPTED:
        return True
    opened = await jobs.of_request(ctx.tx, revision.request_id)
    if opened is None:
        return True
    job = await jobs.lock(ctx.tx, opened.id)
    if job.published_at is not None:
        return False
    if job.state is JobState.CANCELLED:
        return True
    await jobs.move(ctx.tx, job, JobEvent.CANCEL, actor_id=ctx.person.id)
    return True


async def _undo(ctx: UpdateContext, revision: Revision) -> None:
    actor_id = ctx.person.id
    undone = await quotes.move(ctx.tx, revision, QuoteEvent.UNDO, actor_id=actor_id)
    if is_expired(revision.valid_until, ctx.tx.today):
        await quotes.move(ctx.tx, undone, QuoteEvent.EXPIRE, actor_id=actor_id)
    request = await requests.get(ctx.tx, revision.request_id)
    await requests.move(ctx.tx, request, RequestEvent.UNDO, actor_id=actor_id)
    await alerts.tell_coordinators(
        ctx,
        "alert-answer-undone",
        number=revision.label,
        name=ctx.person.display_name,
        state=revision.state,
    )
    ctx.tell(ctx.say.plain("undo-done"))
    if revision.state is QuoteState.DECLINED:
        done = Screen(ctx.say("undo-done"))
        await ctx.show(done, card=refused_key(revision), fresh=False)
    await quote_changed(ctx, revision)


async def renew_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask for the new dates of an expired quote."""
    revision = await tapped_quote(ctx, tap)
    if _may_renew(revision):
        await lifecycle.start_once(ctx, "renewal", about={"revision": revision.id})
    else:
        key = "quote-wish-renew" if revision.wish else f"revision-{revision.state}"
        ctx.tell(ctx.say.plain(key, number=revision.label))


def _may_renew(revision: Revision) -> bool:
    return revision.state is QuoteState.EXPIRED and revision.wish is None


async def renewal_asked(ctx: UpdateContext, answers: RenewalForm, about: Mapping[str, Any]) -> None:
    """Store the new dates and ask a coordinator to check the new price."""
    revision = await quotes.get(ctx.tx, int(about["revision"]))
    if not _may_renew(revision):
        await _say_state(ctx, revision)
        return
    request = await requests.get(ctx.tx, revision.request_id)
    await requests.change(
        ctx.tx, request, earliest_on=answers.earliest, deadline_on=answers.deadline
    )
    await quote_activity.wish(ctx.tx, revision.id, "renew")
    await _record(ctx, "renewal_asked", revision)
    await ctx.show(Screen(ctx.say("renewal-sent", number=revision.label)))
    await quote_changed(ctx, revision)


async def _say_state(ctx: UpdateContext, revision: Revision) -> None:
    await ctx.show(Screen(ctx.say(f"revision-{revision.state}", number=revision.label)))


async def _record(ctx: UpdateContext, what: str, revision: Revision) -> None:
    await events.record(
        ctx.tx,
        what,
        "request",
        revision.request_id,
        actor_id=ctx.person.id,
        number=revision.label,
    )
