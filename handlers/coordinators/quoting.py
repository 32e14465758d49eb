"""A quote goes out: the revision is written at once, its PDF is made after the commit."""

from collections.abc import Mapping
from typing import Any

from domain.costing import Costing, lacks_hand
from domain.pricing import Estimate
from domain.quotes import valid_until
from domain.requests import UNQUOTED
from domain.revising import differences
from domain.vat import VatCase
from handlers import findings
from handlers.actions import button
from handlers.clients import quotes as client_quotes
from handlers.clients.quotes import question_card
from handlers.conversation.screen import Screen
from handlers.coordinators import desk
from handlers.costed import last_costing
from handlers.estimating import estimate, keep, kept
from handlers.flows.decisions import Question, Refusal
from handlers.posts import post_of
from handlers.pricing_words import kept_changes
from handlers.visit import Visit
from storage import answers as answer_rows
from storage import costings, errands, events, outbox, people, quotes, requests
from storage.quotes import Revision
from storage.requests import Changed, Request

RENDER_QUOTE = "quote"


async def send(
    visit: Visit, request: Request, costing: Costing, vat: VatCase, draft_id: int | None = None
) -> Revision | None:
    """Send the next revision and say so: the one way out that every quote takes.

    None, and why is told, while a hazard waits for a decision, where nobody has priced work that
    has no rate, or where somebody was faster.
    """
    await quotes.lock(visit.work, request.id)  # before the request, as an answer of the client does
    if (await findings.gather(visit.work, visit.shop, request)).held:
        visit.tell(visit.say.plain("quote-held"), alert=True)
        return None
    if lacks_hand(request.asked.activities, costing):
        visit.tell(visit.say.plain("cost-needs-line"), alert=True)
        return None
    try:
        revision = await _issue(visit, request, costing, vat, draft_id)
    except Changed:
        visit.tell(visit.say.plain("changed-meanwhile"))
        return None
    visit.tell(visit.say.plain("quote-on-its-way"))
    return revision


async def _issue(
    visit: Visit, request: Request, costing: Costing, vat: VatCase, draft_id: int | None
) -> Revision:
    """Number the next revision and have it made; those before are superseded. Raises Changed."""
    work = visit.work
    await requests.change(work, request, state="quoted")
    priced = estimate(visit.shop, request, costing, vat=vat)
    before = await quotes.newest(work, request.id)
    costing_id = draft_id or await costings.keep(work, request.id, keep(costing), visit.person.id)
    revision = await quotes.issue(
        work,
        request.id,
        keep(priced),
        valid_until=valid_until(work.today),
        costing_id=costing_id,
        changes=await _changes(visit, request, before, costing, priced) if before else None,
    )
    await client_quotes.replaced(visit, request, revision)
    await errands.put(
        work, RENDER_QUOTE, f"{RENDER_QUOTE}:{revision.id}", {"revision": revision.id}
    )
    await events.record(
        work, "quote_sent", "request", request.id, actor_id=visit.person.id, number=revision.label
    )
    return revision


async def _changes(
    visit: Visit, request: Request, before: Revision, costing: Costing, priced: Estimate
) -> dict[str, Any]:
    """What the client reads about the difference to the revision before."""
    was = await last_costing(visit.work, request)
    by = priced.total_excl_vat_cents - kept(before.estimate).total_excl_vat_cents
    catalogue = visit.shop.shelf.catalogue(request.books)
    return {"items": kept_changes(differences(was, costing), catalogue), "cents": by}


async def question_put(visit: Visit, answers: Question, about: Mapping[str, Any]) -> None:
    """Carry the coordinator's question to the client and keep it on the card."""
    request = await requests.get(visit.work, int(about["request"]))
    await requests.say(visit.work, request.id, visit.person.id, answers.text, from_client=False)
    revision = await quotes.newest(visit.work, request.id)
    if revision is not None and revision.wish == "change":  # these words are what they wait for
        await answer_rows.wish(visit.work, revision.id, None)
    client = await people.get(visit.work, request.person_id)
    say = visit.shop.words.say(client.language)
    screen = Screen(
        say("client-question", number=request.number, text=answers.text),
        ((button(say.plain("client-reply"), "reply", request.id, style="primary"),),),
    )
    await outbox.put(visit.work, post_of(screen, client.id, card=question_card(request.id)))
    await visit.show(Screen(visit.say("question-sent", number=request.number)))
    await desk.refresh(visit, request.id)


async def refused(visit: Visit, answers: Refusal, about: Mapping[str, Any]) -> None:
    """Tell the client kindly that we cannot do it; a request that moved on stays as it is."""
    request = await requests.get(visit.work, int(about["request"]))
    if request.state not in UNQUOTED:
        await visit.show(Screen(visit.say("changed-meanwhile")))
        return
    client = await people.get(visit.work, request.person_id)
    say = visit.shop.words.say(client.language)
    words = f" — {answers.words}" if answers.words else ""
    reason = visit.say.plain(f"refusal-reason.{answers.reason}") + words
    await requests.change(visit.work, request, state="refused", reason=reason)
    told = say.plain(f"refusal-reason.{answers.reason}")
    text = say("client-refused", number=request.number, reason=told)
    if answers.words:
        text += "\n\n" + say("client-refused-words", words=answers.words)
    screen = Screen(text)
    await outbox.put(visit.work, post_of(screen, client.id))
    await events.record(
        visit.work, "refused_request", "request", request.id, actor_id=visit.person.id
    )
    await visit.show(Screen(visit.say("refusal-sent", number=request.number)))
    await desk.refresh(visit, request.id)
