"""A quote goes out: the revision is written at once, its PDF is made after the commit."""

from collections.abc import Mapping
from typing import Any

from domain.quotes import valid_until
from handlers.actions import button
from handlers.clients.quotes import question_card
from handlers.conversation.screen import Screen
from handlers.coordinators import desk
from handlers.estimating import estimate, keep
from handlers.flows.decisions import Question, Refusal
from handlers.posts import post_of
from handlers.visit import Visit
from storage import answers as answer_rows
from storage import errands, events, outbox, people, quotes, requests
from storage.requests import Request

RENDER_QUOTE = "quote"


async def send_quote(visit: Visit, request: Request, *, reverse_charge: bool) -> None:
    """Price the request, number the quote and have it made. Raises Changed."""
    await requests.change(visit.work, request, state="quoted")
    await issue(visit, request, keep(estimate(visit.shop, request, reverse_charge=reverse_charge)))


async def issue(visit: Visit, request: Request, priced: Mapping[str, Any]) -> None:
    """Write the next revision down and have its PDF made."""
    work = visit.work
    revision = await quotes.issue(work, request.id, priced, valid_until=valid_until(work.today))
    await errands.put(
        work, RENDER_QUOTE, f"{RENDER_QUOTE}:{revision.id}", {"revision": revision.id}
    )
    await events.record(
        work, "quote_sent", "request", request.id, actor_id=visit.person.id, number=revision.label
    )


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
    if request.state != "submitted":
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
