"""The card that asks whether to go on with what was begun, and its buttons."""

from handlers import aside, talks
from handlers.actions import Tap, button
from handlers.aside import Draft
from handlers.clients import registration, requests
from handlers.conversation.screen import Screen
from handlers.visit import Visit
from handlers.words.catalogue import Say
from storage import sessions
from storage.outbox import Post
from storage.sessions import Place

CARD = "draft"


async def offered(visit: Visit, form: str | None = None) -> bool:
    """Offer what was begun (of that form, or whatever is open); False when nothing was.

    Who begins something of a form is not offered what completes another thing.
    """
    place = await sessions.find(visit.work, visit.person.id)
    begun = going(place) if form else going(place)[:1] if aside.begun(place) else []
    found = next((one for one in begun if form is None or _is_new(one, form)), None)
    if found is None:
        return False
    await visit.show(offer(visit.say, found), card=CARD)
    return True


def offer(say: Say, draft: Draft, key: str = "draft-open") -> Screen:
    """Draw the card."""
    rows = (
        (button(say.plain("draft-go-on"), "goon", draft.id, draft.turn, style="success"),),
        (button(say.plain(_anew(draft)), "anew", draft.id, draft.turn, style="danger"),),
    )
    return Screen(say(key, form=draft.form), rows)


def going(place: Place | None) -> list[Draft]:
    """List what was begun and not stopped: the open one first, then those behind it."""
    waiting = [one for one in reversed(aside.drafts(place)) if not one.stopped]
    return [aside.draft_of(place), *waiting] if place and aside.begun(place) else waiting


def _is_new(draft: Draft, form: str) -> bool:
    """Tell whether it is a registration or a new request, not the rest of a brief one."""
    return draft.form == form and (form != requests.FORM or draft.about is None)


def _anew(draft: Draft) -> str:
    new = any(_is_new(draft, form) for form in (requests.FORM, registration.FORM))
    return "draft-anew" if new else "draft-drop"


async def go_on_tapped(visit: Visit, tap: Tap) -> None:
    """Ask the question where it stood."""
    place, draft = await _found(visit, tap)
    if place is None or draft is None:
        visit.tell(visit.say.plain("stale"))
        return
    await _close(visit)
    if draft.id == place.id:
        await talks.ask_anew(visit, place)
    else:
        await talks.resume(visit, place, draft)


async def anew_tapped(visit: Visit, tap: Tap) -> None:
    """Throw the answers away, as was said, and begin again where there is something to begin."""
    place, draft = await _found(visit, tap)
    if place is None or draft is None:
        visit.tell(visit.say.plain("stale"))
        return
    await _close(visit)
    if draft.form == registration.FORM:
        await registration.start(visit)
    elif _is_new(draft, requests.FORM):
        await talks.start(visit, requests.FORM)
    else:
        await visit.show(Screen(visit.say("cancelled")))
        await talks.drop(visit, place, draft)


async def resume_tapped(visit: Visit, tap: Tap) -> None:
    """Take up again what was stopped."""
    place = await sessions.find(visit.work, visit.person.id)
    draft = next((one for one in aside.drafts(place) if one.id == tap.id), None)
    if place is None or draft is None:
        visit.tell(visit.say.plain("stale"))
    else:
        await talks.resume(visit, place, draft)


async def _found(visit: Visit, tap: Tap) -> tuple[Place | None, Draft | None]:
    place = await sessions.find(visit.work, visit.person.id)
    fits = (one for one in going(place) if (one.id, one.turn) == (tap.id, tap.version))
    return place, next(fits, None)


async def _close(visit: Visit) -> None:
    await visit.post(Post(visit.chat_id, card=CARD, fresh=False))
