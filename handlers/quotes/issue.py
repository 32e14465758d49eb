"""Issues a quote: the revision is written at once, its PDF is made after the commit."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.costing import Costing, adds_nothing, lacks_hand
from domain.gates import Verdict
from domain.hazards import UNREAD
from domain.pricing import Estimate
from domain.quotes import AGREED_CHANGE, valid_until
from domain.requests import REFUSABLE, RequestEvent
from domain.revision_diff import differences
from domain.survey import SurveyReason
from domain.vat import VatCase
from handlers.cards.request_cards import request_changed
from handlers.cards.request_hold import record_hold
from handlers.context.posts import short
from handlers.context.recipients import to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.quotes import client_answer
from handlers.quotes.decision_forms import RefusalForm
from handlers.views.costing_source import last_costing
from handlers.views.estimates import estimate
from handlers.views.findings import Findings
from handlers.views.price_wording import kept_changes
from storage import (
    costings,
    errands,
    people,
    quotes,
    request_thread,
    requests,
    surveys,
)
from storage.hazard_decisions import on_kind
from storage.quotes import Revision
from storage.request_thread import ThreadMessage
from storage.requests import Request
from storage.transaction import Changed

RENDER_QUOTE = "quote"
LONGEST_TOLD = 100  # letters of an alert, which holds 200


async def send(
    ctx: UpdateContext,
    request: Request,
    costing: Costing,
    vat: VatCase,
    draft_id: int | None = None,
) -> Revision | None:
    """Issue a quote; None, with the reason said, if it is held, unpriced or outdated."""
    await quotes.lock(ctx.tx, request.id)  # before the request, as an answer of the client does
    found = await record_hold(ctx, request)
    if found.held:
        ctx.tell(ctx.say.plain("quote-held"), alert=True)
        return None
    if lacks_hand(request.asked.activities, costing):
        ctx.tell(ctx.say.plain("cost-needs-line"), alert=True)
        return None
    if on_kind(found.decided, UNREAD) is Verdict.LIFT and adds_nothing(
        costing, request.asked.lines
    ):
        what = ", ".join(request.asked.unread)
        ctx.tell(ctx.say.plain("cost-lacks-unread", what=short(what, LONGEST_TOLD)), alert=True)
        return None
    try:
        unseen = await _unseen(ctx, request, found)
        revision = await _issue(ctx, request, costing, vat, draft_id, unseen)
    except Changed:
        ctx.tell(ctx.say.plain("changed-meanwhile"))
        return None
    ctx.tell(ctx.say.plain("quote-on-its-way"))
    return revision


async def _unseen(
    ctx: UpdateContext, request: Request, found: Findings
) -> tuple[SurveyReason, ...]:
    """Return why a visit was called for, where none took place; the quote will say so."""
    survey = await surveys.find(ctx.tx, request.id)
    return () if survey is not None and survey.took_place(ctx.tx.now) else found.survey


async def _issue(
    ctx: UpdateContext,
    request: Request,
    costing: Costing,
    vat: VatCase,
    draft_id: int | None,
    unseen: Sequence[SurveyReason],
) -> Revision:
    """Number the next revision, have its PDF made and supersede earlier ones. Raises Changed."""
    tx = ctx.tx
    await requests.move(tx, request, RequestEvent.QUOTE, actor_id=ctx.person.id)
    priced = estimate(ctx.services, request, costing, vat=vat)
    before = await quotes.newest(tx, request.id)
    costing_id = draft_id or await costings.keep(tx, request.id, costing, ctx.person.id)
    revision = await quotes.issue(
        tx,
        request.id,
        priced,
        actor_id=ctx.person.id,
        valid_until=valid_until(tx.today),
        costing_id=costing_id,
        changes=await _changes(ctx, request, before, costing, priced) if before else None,
        unseen=unseen,
    )
    await client_answer.replaced(ctx, request, revision)
    await errands.put(tx, RENDER_QUOTE, f"{RENDER_QUOTE}:{revision.id}", {"revision": revision.id})
    return revision


async def _changes(
    ctx: UpdateContext, request: Request, before: Revision, costing: Costing, priced: Estimate
) -> dict[str, Any]:
    """List the differences to the revision before, for the client."""
    was = await last_costing(ctx.tx, request)
    by = priced.total_excl_vat_cents - before.estimate.total_excl_vat_cents
    catalogue = ctx.services.reference_files.catalogue(request.books)
    kept = {"items": kept_changes(differences(was, costing), catalogue), "cents": by}
    if before.wish in {"change", AGREED_CHANGE}:
        thread = await request_thread.thread(ctx.tx, request.id)
        kept["asked"] = asked_words(thread, agreed=before.wish == AGREED_CHANGE)
    return kept


def asked_words(thread: Sequence[ThreadMessage], *, agreed: bool) -> str:
    """Find the change that the client asked for: last of all, or before we last agreed."""
    spoken = iter(reversed(thread))
    if agreed:
        next((message for message in spoken if message.answers), None)
    return next((message.text for message in spoken if message.from_client and message.text), "")


async def refused(ctx: UpdateContext, answers: RefusalForm, about: Mapping[str, Any]) -> None:
    """Send the refusal to the client; a request that moved on is not refused."""
    request = await requests.get(ctx.tx, int(about["request"]))
    if request.state not in REFUSABLE:
        await ctx.show(Screen(ctx.say("changed-meanwhile")))
        return
    client = await people.get(ctx.tx, request.person_id)
    words = f" — {answers.words}" if answers.words else ""
    reason = ctx.say.plain(f"refusal-reason.{answers.reason}") + words
    event, actor_id = RequestEvent.REFUSE, ctx.person.id
    await requests.move(ctx.tx, request, event, actor_id=actor_id, reason=reason)
    recipient = to_person(ctx, client)
    told = recipient.say.plain(f"refusal-reason.{answers.reason}")
    text = recipient.say("client-refused", number=request.number, reason=told)
    if answers.words:
        text += "\n\n" + recipient.say("client-refused-words", words=answers.words)
    await recipient.send(text)
    await ctx.show(Screen(ctx.say("refusal-sent", number=request.number)))
    await request_changed(ctx, request.id)
