"""What the clock brings about: a quote is followed up or expires, a draft is recalled."""

from domain.followups import FOLLOW_UPS, NudgeKind, draft_due, rules_on
from handlers import aside, resuming
from handlers.clients.offers import card, offer
from handlers.conversation.screen import Screen
from handlers.coordinators import desk
from handlers.office import Office
from handlers.posts import post_of
from handlers.shop import Shop
from storage import events, outbox, people, quotes, reminders, requests, sessions
from storage.outbox import Urgency
from storage.quotes import Revision
from storage.reminders import STOPPED, Reminder
from storage.work import Work


async def nudge(work: Work, shop: Shop, due: Reminder) -> None:
    """Say it, unless it makes no sense any more."""
    if due.kind == NudgeKind.DRAFT:
        said = await _recall(work, shop, due)
    else:
        revision = await quotes.get(work, due.revision_id or 0)
        if revision.state != "sent":
            said = False
        elif due.kind == NudgeKind.EXPIRY:
            await _expire(work, shop, revision)
            said = True
        else:
            said = await _follow_up(work, shop, NudgeKind(due.kind), revision)
    if not said:
        await reminders.settle(work, due.id, STOPPED)


async def _follow_up(work: Work, shop: Shop, kind: NudgeKind, revision: Revision) -> bool:
    """Show the card anew under a friendly sentence; False where we wrote often enough."""
    most = rules_on(work.today).at_most
    if await reminders.said(work, FOLLOW_UPS, revision.id) > most:  # this one is counted
        return False
    await _show(work, shop, revision, key=f"quote-nudge-{kind.replace('_', '-')}")
    await _record(work, "quote_followed_up", revision)
    return True


async def _expire(work: Work, shop: Shop, revision: Revision) -> None:
    """The last day is over: the card says so, and how to renew."""
    await quotes.change(work, revision, state="expired", wish=None)
    await _record(work, "quote_expired", revision)
    await _show(work, shop, await quotes.get(work, revision.id))
    await desk.refresh(Office(work, shop), revision.request_id)


async def _show(work: Work, shop: Shop, revision: Revision, key: str | None = None) -> None:
    request = await requests.get(work, revision.request_id)
    person = await people.get(work, request.person_id)
    say = shop.words.say(person.language)
    screen = offer(say, revision)
    head = say(key, until=say.day(revision.valid_until)) + "\n\n" if key else ""
    post = post_of(
        Screen(head + screen.text, screen.rows),
        person.id,
        card=card(revision),
        fresh=key is not None,
        urgency=Urgency.NOTICE,
    )
    await outbox.put(work, post)


async def _recall(work: Work, shop: Shop, due: Reminder) -> bool:
    """Offer to go on with a draft left alone for a day; False where it is gone, or we talk."""
    person = await people.get(work, due.person_id or 0)
    if person.takeover_id is not None:  # the question is asked anew when the talk is given back
        return False
    place = await sessions.find(work, person.id)
    draft = next((one for one in resuming.going(place) if one.form in aside.RECALLED), None)
    touched_at = await sessions.touched_at(work, person.id)
    if draft is None or touched_at is None:
        return False
    due_at = draft_due(touched_at, rules_on(work.today), work.zone)
    if due_at > work.now:
        await reminders.postpone(work, due.id, due_at)
        return True
    screen = resuming.offer(shop.words.say(person.language), draft, key="draft-nudge")
    post = post_of(screen, person.id, card=resuming.CARD, urgency=Urgency.NOTICE)
    await outbox.put(work, post)
    return True


async def _record(work: Work, what: str, revision: Revision) -> None:
    await events.record(
        work, what, "request", revision.request_id, actor_id=None, number=revision.label
    )
