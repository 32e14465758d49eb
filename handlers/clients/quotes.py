"""The client's quote: shown with its PDF, accepted by name, or declined with a reason."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.hazards import find_hazards
from domain.quotes import is_expired
from handlers import findings, receiving, rights, talks
from handlers.actions import Tap, button
from handlers.conversation.screen import Screen
from handlers.coordinators import desk
from handlers.estimating import kept
from handlers.flows.decisions import Agreement, Decline, Reply
from handlers.posts import post_of
from handlers.visit import Visit
from handlers.words.catalogue import Say
from storage import events, jobs, outbox, quotes, requests
from storage.outbox import Post
from storage.quotes import Revision
from storage.requests import Message
from storage.work import Work


def card(revision: Revision) -> str:
    return f"quote:{revision.id}"


def question_card(request_id: int) -> str:
    return f"question:{request_id}"


async def ready(work: Work, say: Say, revision: Revision, person_id: int) -> None:
    """Show the client a quote whose PDF is made: the document, then the card that asks."""
    await outbox.put(
        work,
        Post(person_id, document=revision.media_id, silent=True),
        post_of(offer(say, revision), person_id, card=card(revision)),
    )


def offer(say: Say, revision: Revision) -> Screen:
    """Draw the card of a quote as it stands."""
    estimated = kept(revision.estimate)
    text = say(
        "quote-card",
        number=revision.label,
        excl=say.money(estimated.total_excl_vat_cents),
        incl=say.money(estimated.total_incl_vat_cents),
        until=say.day(revision.valid_until),
        hours=say.duration(estimated.hours),
        days=estimated.days,
        crew=estimated.crew,
    )
    state = say(f"revision-{revision.state}", number=revision.label)
    if revision.state != "sent":
        return Screen(f"{text}\n\n<b>{state}</b>")
    yes = button(
        say.plain("quote-accept"), "accept", revision.id, revision.version, style="success"
    )
    no = button(
        say.plain("quote-decline"), "decline", revision.id, revision.version, style="danger"
    )
    return Screen(text, ((yes,), (no,)))


async def show_tapped(visit: Visit, tap: Tap) -> None:
    """Show a quote once more, with its document: it may have come while nobody could read it."""
    revision = await quotes.get(visit.work, tap.id)
    if await quotes.company_of(visit.work, revision) != visit.person.company_id:
        await rights.refuse(visit, tap.action, tap.id)
    elif revision.media_id is None:
        visit.tell(visit.say.plain("revision-draft"))
    else:
        await ready(visit.work, visit.say, revision, visit.person.id)


async def accept_tapped(visit: Visit, tap: Tap) -> None:
    if revision := await _open(visit, tap):
        await talks.start_once(visit, "agreement", about={"revision": revision.id})


async def decline_tapped(visit: Visit, tap: Tap) -> None:
    if revision := await _open(visit, tap):
        await talks.start_once(visit, "decline", about={"revision": revision.id})


async def _open(visit: Visit, tap: Tap) -> Revision | None:
    """Load the quote if it is this client's and still open; else say why not."""
    revision = await quotes.get(visit.work, tap.id)
    if await quotes.company_of(visit.work, revision) != visit.person.company_id:
        await rights.refuse(visit, tap.action, tap.id)
        return None
    if revision.state != "sent":
        visit.tell(visit.say.plain(f"revision-{revision.state}", number=revision.label))
        return None
    if is_expired(revision.valid_until, visit.work.today):
        visit.tell(
            visit.say.plain("quote-expired", until=visit.say.day(revision.valid_until)), alert=True
        )
        return None
    return revision


async def agreed(visit: Visit, answers: Agreement, about: Mapping[str, Any]) -> None:
    """Record who agreed to which revision, open the job to be planned, tell the coordinators."""
    revision = await _still_open(visit, about)
    if revision is None:
        return
    await quotes.change(
        visit.work,
        revision,
        state="accepted",
        agreed_by=answers.name,
        agreed_role=answers.role,
        agreed_at=visit.work.now,
        person_id=visit.person.id,
    )
    request = await requests.get(visit.work, revision.request_id)
    await requests.change(visit.work, request, state="accepted")
    await jobs.open_(visit.work, revision)
    await events.record(
        visit.work, "quote_accepted", "request", request.id, actor_id=visit.person.id
    )
    await visit.show(Screen(visit.say("quote-agreed", number=revision.label)))
    await _followed(visit, revision)


async def declined(visit: Visit, answers: Decline, about: Mapping[str, Any]) -> None:
    """Record the no and its reason."""
    revision = await _still_open(visit, about)
    if revision is None:
        return
    words = f" — {answers.words}" if answers.words else ""
    reason = visit.shop.words.say("fr").plain(f"decline-reason.{answers.reason}") + words
    await quotes.change(visit.work, revision, state="declined", reason=reason)
    request = await requests.get(visit.work, revision.request_id)
    await requests.change(visit.work, request, state="declined", reason=reason)
    await events.record(
        visit.work, "quote_declined", "request", request.id, actor_id=visit.person.id
    )
    await visit.show(Screen(visit.say("quote-refused", number=revision.label)))
    await _followed(visit, revision)


async def _still_open(visit: Visit, about: Mapping[str, Any]) -> Revision | None:
    revision = await quotes.get(visit.work, int(about["revision"]))
    if revision.state == "sent":
        return revision
    state = visit.say(f"revision-{revision.state}", number=revision.label)
    await visit.show(Screen(state))
    return None


async def _followed(visit: Visit, revision: Revision) -> None:
    """Let the client's card and the coordinators' card follow."""
    now = await quotes.get(visit.work, revision.id)
    await visit.show(offer(visit.say, now), card=card(now), fresh=False)
    await desk.refresh(visit, now.request_id, fresh=True)


async def reply_tapped(visit: Visit, tap: Tap) -> None:
    request = await requests.get(visit.work, tap.id)
    if request.company_id != visit.person.company_id:
        await rights.refuse(visit, tap.action, tap.id)
    elif _answered(await requests.thread(visit.work, request.id)):
        visit.tell(visit.say.plain("stale"))
    else:
        await talks.start_once(visit, "reply", about={"request": request.id})


def _answered(thread: Sequence[Message]) -> bool:
    return bool(thread) and thread[-1].from_client


async def replied(visit: Visit, answers: Reply, about: Mapping[str, Any]) -> None:
    """Keep the client's answer on the card and show it to the coordinators."""
    request = await requests.get(visit.work, int(about["request"]))
    told = answers.text
    ids = await receiving.say(
        visit.work, request, visit.person.id, told.text, told.files, from_client=True
    )
    await desk.files_came(visit, request, told.files, ids)
    spotted = find_hazards(told.text, *(one.caption for one in told.files))
    if words := findings.told(visit.say, spotted):
        await visit.show(Screen(words))
    put = [one.text for one in await requests.thread(visit.work, request.id) if not one.from_client]
    if put:
        asked = visit.say("client-question", number=request.number, text=put[-1])
        await visit.show(Screen(asked), card=question_card(request.id), fresh=False)
    await visit.show(Screen(visit.say("reply-sent", number=request.number)))
    await desk.refresh(visit, request.id, fresh=True)
