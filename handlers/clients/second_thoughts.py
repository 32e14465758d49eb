"""What a client does about a quote beside yes and no: order, change, undo, renew."""

from collections.abc import Mapping
from typing import Any

from domain.followups import may_undo, rules_on
from domain.jobs import JobEvent, transition
from domain.quotes import QuoteEvent, QuoteState, is_expired
from domain.quotes import transition as quote_after
from handlers import alerts, findings, talks
from handlers.actions import Tap
from handlers.clients import papers
from handlers.clients.following import mine
from handlers.clients.quotes import followed, open_one, still_open
from handlers.conversation.kinds import SentFile
from handlers.conversation.screen import Screen
from handlers.flows.decisions import Change, Order, Renewal
from handlers.receiving import arrived
from handlers.visit import Visit
from storage import answers as answer_rows
from storage import events, jobs, media, quotes, requests
from storage.quotes import Revision

ANSWERED = frozenset({"accepted", "declined"})
LONGEST_NAME = 120
FORGOTTEN = (
    "agreed_by",
    "agreed_role",
    "agreed_at",
    "agreed_sha256",
    "order_ref",
    "order_media_id",
    "person_id",
    "reason",
    "answered_at",
)


async def order_tapped(visit: Visit, tap: Tap) -> None:
    revision = await mine(visit, tap)
    if revision is not None and revision.state == "accepted":
        await talks.start_once(visit, "order", about={"revision": revision.id})
    elif revision is not None:
        visit.tell(visit.say.plain(f"revision-{revision.state}", number=revision.label))


async def ordered(visit: Visit, answers: Order, about: Mapping[str, Any]) -> None:
    """Keep the purchase order with the agreement, and give the paper back with it."""
    revision = await quotes.get(visit.work, int(about["revision"]))
    if revision.state != "accepted":
        await _say_state(visit, revision)
        return
    await quotes.change(visit.work, revision, **await _kept(visit, answers.paper))
    await _record(visit, "order_given", revision)
    await visit.show(Screen(visit.say("order-kept", number=revision.label)))
    await papers.ask_agreement(visit, await quotes.get(visit.work, revision.id))
    await followed(visit, revision)


async def _kept(visit: Visit, paper: SentFile | str) -> Mapping[str, Any]:
    """Keep a file beside its name; words are the number of the order."""
    if not isinstance(paper, SentFile):
        return {"order_ref": paper, "order_media_id": None}
    (media_id,) = await media.receive(visit.work, [arrived(paper)])
    return {"order_ref": paper.name[:LONGEST_NAME] or None, "order_media_id": media_id}


async def change_tapped(visit: Visit, tap: Tap) -> None:
    if revision := await open_one(visit, tap):
        await talks.start_once(visit, "change", about={"revision": revision.id})


async def change_asked(visit: Visit, answers: Change, about: Mapping[str, Any]) -> None:
    """Put the client's words on the thread and on the coordinators' card."""
    revision = await still_open(visit, about)
    if revision is None:
        return
    request = await requests.get(visit.work, revision.request_id)
    await requests.say(visit.work, request.id, visit.person.id, answers.text, from_client=True)
    await findings.gather(visit.work, visit.shop, request)
    await answer_rows.wish(visit.work, revision.id, "change")
    await _record(visit, "change_asked", revision)
    await visit.show(Screen(visit.say("change-sent", number=revision.label)))
    await followed(visit, revision)


async def undo_tapped(visit: Visit, tap: Tap) -> None:
    """Take a yes or a no back, within the time there is and while no crew was told."""
    revision = await mine(visit, tap)
    if revision is None:
        return
    newest = await quotes.newest(visit.work, revision.request_id)
    at = revision.answered_at
    if revision.state not in ANSWERED or at is None or newest is None or newest.id != revision.id:
        visit.tell(visit.say.plain(f"revision-{revision.state}", number=revision.label))
    elif not may_undo(at, visit.work.now, rules_on(visit.work.today)):
        visit.tell(visit.say.plain("undo-too-late"), alert=True)
    elif not await _job_taken_back(visit, revision):
        visit.tell(visit.say.plain("undo-published"), alert=True)
    else:
        await _undo(visit, revision)


async def _job_taken_back(visit: Visit, revision: Revision) -> bool:
    """Cancel the job that the yes opened; False where a crew knows of it."""
    if revision.state != "accepted":
        return True
    opened = await jobs.of_request(visit.work, revision.request_id)
    if opened is None:
        return True
    job = await jobs.lock(visit.work, opened.id)
    if job.published_at is not None:
        return False
    await jobs.change(visit.work, job, state=transition(job.state, JobEvent.CANCEL))
    return True


async def _undo(visit: Visit, revision: Revision) -> None:
    over = is_expired(revision.valid_until, visit.work.today)
    state = quote_after(QuoteState(revision.state), QuoteEvent.UNDO)
    if over:
        state = quote_after(state, QuoteEvent.EXPIRE)
    forgotten = dict.fromkeys(FORGOTTEN)
    await quotes.change(visit.work, revision, state=state, **forgotten)
    request = await requests.get(visit.work, revision.request_id)
    await requests.change(visit.work, request, state="quoted", reason=None)
    await _record(visit, f"undone_{revision.state}", revision)
    await alerts.tell_coordinators(
        visit.work,
        visit.shop,
        "alert-answer-undone",
        number=revision.label,
        name=visit.person.full_name or visit.person.first_name,
        state=revision.state,
    )
    visit.tell(visit.say.plain("undo-done"))
    await followed(visit, revision)


async def renew_tapped(visit: Visit, tap: Tap) -> None:
    """Ask for the new dates of a quote whose time is over."""
    revision = await mine(visit, tap)
    if revision is None:
        return
    if _may_renew(revision):
        await talks.start_once(visit, "renewal", about={"revision": revision.id})
    else:
        key = "quote-wish-renew" if revision.wish else f"revision-{revision.state}"
        visit.tell(visit.say.plain(key, number=revision.label))


def _may_renew(revision: Revision) -> bool:
    return revision.state == "expired" and revision.wish is None


async def renewal_asked(visit: Visit, answers: Renewal, about: Mapping[str, Any]) -> None:
    """Keep the new dates and have a coordinator look at the new price."""
    revision = await quotes.get(visit.work, int(about["revision"]))
    if not _may_renew(revision):
        await _say_state(visit, revision)
        return
    request = await requests.get(visit.work, revision.request_id)
    await requests.change(
        visit.work, request, earliest_on=answers.earliest, deadline_on=answers.deadline
    )
    await answer_rows.wish(visit.work, revision.id, "renew")
    await _record(visit, "renewal_asked", revision)
    await visit.show(Screen(visit.say("renewal-sent", number=revision.label)))
    await followed(visit, revision)


async def _say_state(visit: Visit, revision: Revision) -> None:
    await visit.show(Screen(visit.say(f"revision-{revision.state}", number=revision.label)))


async def _record(visit: Visit, what: str, revision: Revision) -> None:
    await events.record(
        visit.work,
        what,
        "request",
        revision.request_id,
        actor_id=visit.person.id,
        number=revision.label,
    )
