"""The client's quote: shown with its PDF, accepted by name, or declined with a reason."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.hazards import find_hazards
from domain.quotes import is_expired
from handlers import findings, receiving, rights, talks
from handlers.actions import Tap
from handlers.clients import following, papers
from handlers.clients.following import mine
from handlers.clients.offers import card, offer
from handlers.conversation.screen import Screen
from handlers.coordinators import desk
from handlers.costed import costing_of
from handlers.estimating import kept
from handlers.flows.decisions import Agreement, Decline, Reply
from handlers.posts import post_of
from handlers.pricing_words import CLIENT, reckoning
from handlers.visit import Visit
from handlers.words.catalogue import Say
from storage import events, jobs, media, outbox, people, quotes, requests
from storage.outbox import Post
from storage.quotes import Revision
from storage.requests import Message, Request
from storage.work import Work


def question_card(request_id: int) -> str:
    return f"question:{request_id}"


async def ready(work: Work, say: Say, revision: Revision, person_id: int) -> None:
    """Show the client a quote whose PDF is made, and write down what is due for it."""
    await following.plan_ahead(work, revision)
    await show(work, say, revision, person_id)


async def show(work: Work, say: Say, revision: Revision, person_id: int) -> None:
    """Show the document, then the card that asks."""
    await outbox.put(
        work,
        Post(person_id, document=revision.media_id, silent=True),
        post_of(offer(say, revision, work.now), person_id, card=card(revision)),
    )


async def replaced(visit: Visit, request: Request, revision: Revision) -> None:
    """Let the cards of earlier revisions say that this one has taken their place."""
    client = await people.get(visit.work, request.person_id)
    say = visit.shop.words.say(client.language)
    for old in await quotes.of_request(visit.work, request.id):
        if old.superseded_by == revision.revision:
            post = post_of(offer(say, old), client.id, card=card(old), fresh=False)
            await outbox.put(visit.work, post)


async def reckoned_tapped(visit: Visit, tap: Tap) -> None:
    """Explain each line of the price in plain words."""
    revision = await mine(visit, tap)
    if revision is None:
        return
    say, estimated = visit.say, kept(revision.estimate)
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
    await visit.show(Screen(text), card=f"reckoned:{revision.id}")


async def show_tapped(visit: Visit, tap: Tap) -> None:
    """Show a quote once more, with its document: it may have come while nobody could read it."""
    revision = await mine(visit, tap)
    if revision is None:
        return
    if revision.media_id is None:
        visit.tell(visit.say.plain("revision-draft"))
    else:
        await show(visit.work, visit.say, revision, visit.person.id)
        await papers.ask_agreement(visit, revision)


async def accept_tapped(visit: Visit, tap: Tap) -> None:
    if revision := await open_one(visit, tap):
        await talks.start_once(visit, "agreement", about={"revision": revision.id})


async def decline_tapped(visit: Visit, tap: Tap) -> None:
    if revision := await open_one(visit, tap):
        await talks.start_once(visit, "decline", about={"revision": revision.id})


async def open_one(visit: Visit, tap: Tap) -> Revision | None:
    """Load the quote if it is this client's and still open; else say why not."""
    revision = await mine(visit, tap)
    if revision is None:
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
    revision = await still_open(visit, about)
    if revision is None:
        return
    await quotes.change(
        visit.work,
        revision,
        state="accepted",
        agreed_by=answers.name.name,
        agreed_role=answers.name.role or answers.role,
        agreed_at=visit.work.now,
        agreed_sha256=await _sha256(visit.work, revision),
        answered_at=visit.work.now,
        person_id=visit.person.id,
        wish=None,
    )
    request = await requests.get(visit.work, revision.request_id)
    await requests.change(visit.work, request, state="accepted")
    await _as_agreed(visit, revision)
    await jobs.open_(visit.work, revision)
    await events.record(
        visit.work, "quote_accepted", "request", request.id, actor_id=visit.person.id
    )
    await visit.show(Screen(visit.say("quote-agreed", number=revision.label)))
    await papers.ask_agreement(visit, await quotes.get(visit.work, revision.id))
    await followed(visit, revision)


async def _as_agreed(visit: Visit, revision: Revision) -> None:
    """What was agreed is what crews count."""
    if revision.costing_id is None:
        return
    request = await requests.get(visit.work, revision.request_id)
    costing = await costing_of(visit.work, revision, request)
    if costing.lines != request.asked.lines or costing.access != request.asked.site.access:
        await requests.agree_on(visit.work, request, costing.lines, costing.access)


async def declined(visit: Visit, answers: Decline, about: Mapping[str, Any]) -> None:
    """Record the no and its reason."""
    revision = await still_open(visit, about)
    if revision is None:
        return
    words = f" — {answers.words}" if answers.words else ""
    reason = visit.shop.words.say("fr").plain(f"decline-reason.{answers.reason}") + words
    answered = {"state": "declined", "answered_at": visit.work.now, "wish": None}
    await quotes.change(visit.work, revision, reason=reason, **answered)
    request = await requests.get(visit.work, revision.request_id)
    await requests.change(visit.work, request, state="declined", reason=reason)
    await events.record(
        visit.work, "quote_declined", "request", request.id, actor_id=visit.person.id
    )
    await visit.show(Screen(visit.say("quote-refused", number=revision.label)))
    await followed(visit, revision)


async def still_open(visit: Visit, about: Mapping[str, Any]) -> Revision | None:
    revision = await quotes.get(visit.work, int(about["revision"]))
    if revision.state == "sent":
        return revision
    state = visit.say(f"revision-{revision.state}", number=revision.label)
    await visit.show(Screen(state))
    return None


async def _sha256(work: Work, revision: Revision) -> str | None:
    """Tell the hash of the PDF that is agreed to."""
    found = await media.get(work, [revision.media_id] if revision.media_id else [])
    return found[0].sha256 if found else None


async def followed(visit: Visit, revision: Revision) -> None:
    """Let the client's card, that of who asked and the coordinators' card follow."""
    now = await quotes.get(visit.work, revision.id)
    await following.alive(visit.work, now.request_id)
    await visit.show(offer(visit.say, now, visit.work.now), card=card(now), fresh=False)
    request = await requests.get(visit.work, now.request_id)
    if request.person_id != visit.person.id:
        asker = await people.get(visit.work, request.person_id)
        screen = offer(visit.shop.words.say(asker.language), now, visit.work.now)
        await visit.post(post_of(screen, asker.id, card=card(now), fresh=False))
    await desk.refresh(visit, now.request_id, fresh=True)


async def reply_tapped(visit: Visit, tap: Tap) -> None:
    request = await requests.get(visit.work, tap.id)
    if request.company_id != visit.person.company_id:
        await rights.refuse(visit, tap.action, tap.id)
        return
    await following.alive(visit.work, request.id)
    if _answered(await requests.thread(visit.work, request.id)):
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
    await findings.gather(visit.work, visit.shop, request)
    await following.alive(visit.work, request.id)
    spotted = find_hazards(told.text, *(one.caption for one in told.files))
    if words := findings.told(visit.say, spotted):
        await visit.show(Screen(words))
    put = [one.text for one in await requests.thread(visit.work, request.id) if not one.from_client]
    if put:
        asked = visit.say("client-question", number=request.number, text=put[-1])
        await visit.show(Screen(asked), card=question_card(request.id), fresh=False)
    await visit.show(Screen(visit.say("reply-sent", number=request.number)))
    await desk.refresh(visit, request.id, fresh=True)
