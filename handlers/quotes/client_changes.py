"""What a client does about a quote beside yes and no: order, change, undo, renew."""

from collections.abc import Mapping
from typing import Any

from domain.followups import may_undo, rules_on
from domain.jobs import JobEvent
from domain.quotes import ANSWERED, QuoteEvent, QuoteState, is_expired
from domain.requests import RequestEvent
from handlers.cards.request_hold import record_hold
from handlers.context import alerts
from handlers.context.callbacks import CardTap
from handlers.context.sent_files import arrived
from handlers.context.update_context import UpdateContext
from handlers.conversation.kinds import SentFile
from handlers.conversation.screen import Screen
from handlers.quotes import quote_documents
from handlers.quotes.client_answer import followed, open_one, still_open
from handlers.quotes.decision_forms import ChangeForm, OrderForm, RenewalForm
from handlers.quotes.follow_ups import tapped_quote
from handlers.sessions import lifecycle
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
    """Keep the purchase order with the agreement, and give the paper back with it."""
    revision = await quotes.get(ctx.tx, int(about["revision"]))
    if revision.state is not QuoteState.ACCEPTED:
        await _say_state(ctx, revision)
        return
    await quotes.change(ctx.tx, revision, **await _kept(ctx, answers.paper))
    await _record(ctx, "order_given", revision)
    await ctx.show(Screen(ctx.say("order-kept", number=revision.label)))
    await quote_documents.ask_agreement(ctx, await quotes.get(ctx.tx, revision.id))
    await followed(ctx, revision)


async def _kept(ctx: UpdateContext, paper: SentFile | str) -> RevisionColumns:
    """Keep a file beside its name; words are the number of the order."""
    if not isinstance(paper, SentFile):
        return {"order_ref": paper, "order_media_id": None}
    (media_id,) = await media.receive(ctx.tx, [arrived(paper)])
    return {"order_ref": paper.name[:LONGEST_NAME] or None, "order_media_id": media_id}


async def change_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    if revision := await open_one(ctx, tap):
        await lifecycle.start_once(ctx, "change", about={"revision": revision.id})


async def change_asked(ctx: UpdateContext, answers: ChangeForm, about: Mapping[str, Any]) -> None:
    """Put the client's words on the thread and on the coordinators' card."""
    revision = await still_open(ctx, about)
    if revision is None:
        return
    request = await requests.get(ctx.tx, revision.request_id)
    await request_thread.say(ctx.tx, request.id, ctx.person.id, answers.text, from_client=True)
    await record_hold(ctx, request)
    await quote_activity.wish(ctx.tx, revision.id, "change")
    await _record(ctx, "change_asked", revision)
    await ctx.show(Screen(ctx.say("change-sent", number=revision.label)))
    await followed(ctx, revision)


async def undo_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take a yes or a no back, within the time there is and while no crew was told."""
    revision = await tapped_quote(ctx, tap)
    newest = await quotes.newest(ctx.tx, revision.request_id)
    at = revision.answered_at
    if revision.state not in ANSWERED or at is None or newest is None or newest.id != revision.id:
        ctx.tell(ctx.say.plain(f"revision-{revision.state}", number=revision.label))
    elif not may_undo(at, ctx.tx.now, rules_on(ctx.tx.today)):
        ctx.tell(ctx.say.plain("undo-too-late"), alert=True)
    elif not await _job_taken_back(ctx, revision):
        ctx.tell(ctx.say.plain("undo-published"), alert=True)
    else:
        await _undo(ctx, revision)


async def _job_taken_back(ctx: UpdateContext, revision: Revision) -> bool:
    """Cancel the job that the yes opened; False where a crew knows of it."""
    if revision.state is not QuoteState.ACCEPTED:
        return True
    opened = await jobs.of_request(ctx.tx, revision.request_id)
    if opened is None:
        return True
    job = await jobs.lock(ctx.tx, opened.id)
    if job.published_at is not None:
        return False
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
        ctx.tx,
        ctx.services,
        "alert-answer-undone",
        number=revision.label,
        name=ctx.person.display_name,
        state=revision.state,
    )
    ctx.tell(ctx.say.plain("undo-done"))
    await followed(ctx, revision)


async def renew_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask for the new dates of a quote whose time is over."""
    revision = await tapped_quote(ctx, tap)
    if _may_renew(revision):
        await lifecycle.start_once(ctx, "renewal", about={"revision": revision.id})
    else:
        key = "quote-wish-renew" if revision.wish else f"revision-{revision.state}"
        ctx.tell(ctx.say.plain(key, number=revision.label))


def _may_renew(revision: Revision) -> bool:
    return revision.state is QuoteState.EXPIRED and revision.wish is None


async def renewal_asked(ctx: UpdateContext, answers: RenewalForm, about: Mapping[str, Any]) -> None:
    """Keep the new dates and have a coordinator look at the new price."""
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
    await followed(ctx, revision)


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
