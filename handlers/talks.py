"""The life of a conversation with one person: begun, asked again, put aside, stopped, ended."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.followups import NudgeKind, draft_due, rules_on
from handlers import aside, facts
from handlers.actions import button
from handlers.aside import PARKED, Draft
from handlers.conversation.engine import Asked, Finished, Session, begin, load_session, position
from handlers.conversation.render import render
from handlers.conversation.screen import Button, Screen
from handlers.flows import REGISTRY
from handlers.posts import post_of
from handlers.visit import Visit
from handlers.wishing import hand_over, wishes_of
from storage import outbox, reminders, sessions
from storage.outbox import PROMPT, Asks, Post
from storage.reminders import NewReminder
from storage.sessions import Place


async def start(
    visit: Visit,
    form: str,
    *,
    about: Mapping[str, Any] | None = None,
    session: Session | None = None,
    asking: bool = True,
) -> None:
    """Open a conversation and ask its first question; one that is open waits behind it."""
    open_one = await sessions.find(visit.work, visit.person.id)
    draft = _fresh(form, about, session)
    place = await _begin(visit, draft, open_one)
    if asking:
        await ask(visit, place)


def _fresh(form: str, about: Mapping[str, Any] | None, session: Session | None = None) -> Draft:
    begun = session or begin(REGISTRY[form])
    return Draft(0, form, begun.turn, begun.dump(), about)


async def _begin(visit: Visit, draft: Draft, open_one: Place | None) -> Place:
    """Open a conversation, the open one behind it, and have it recalled should it be left alone."""
    place = await _put(visit, draft, aside.staying(open_one, draft.form, draft.about))
    if draft.form in aside.RECALLED:
        if open_one is not None:  # a recall that waits is of a draft that is open or behind it
            await _forget_recall(visit)
        await _recall_later(visit, place)
    return place


async def _recall_later(visit: Visit, place: Place) -> None:
    """Write down when this draft is recalled, once, should it be left alone."""
    due_at = draft_due(visit.work.now, rules_on(visit.work.today), visit.work.zone)
    nudge = NewReminder(f"draft:{place.id}", NudgeKind.DRAFT, None, due_at)
    await reminders.add(visit.work, [nudge], person_id=visit.person.id)


async def _forget_recall(visit: Visit) -> None:
    await reminders.stop(visit.work, (NudgeKind.DRAFT,), person_id=visit.person.id)


async def start_once(
    visit: Visit,
    form: str,
    *,
    about: Mapping[str, Any] | None = None,
    answers: Mapping[str, Any] | None = None,
) -> None:
    """Open a conversation unless that very one is open: then point to its question.

    `answers` are what is known beforehand.
    """
    place = await sessions.find(visit.work, visit.person.id)
    if place is None or (place.form, aside.thing_of(place)) != (form, about):
        await ask(
            visit, await _begin(visit, _fresh(form, about, begin(REGISTRY[form], answers)), place)
        )
    elif visit.input.tapped is None:
        await ask(visit, place)
    else:
        visit.tell(visit.say.plain("question-below"))


async def _put(visit: Visit, draft: Draft, waiting: tuple[Draft, ...]) -> Place:
    return await sessions.begin(
        visit.work,
        chat_id=visit.person.id,
        user_id=visit.person.id,
        form=draft.form,
        state=draft.state,
        turn=draft.turn,
        about=aside.having(draft.about, waiting),
    )


async def ask(visit: Visit, place: Place, *, note: str = "") -> bool:
    """Put the question where the conversation stands; False when its form is gone."""
    session = load_session(REGISTRY, place.state)
    stands = position(session) if session is not None else None
    if session is None or stands is None or isinstance(stands, Finished):
        return False
    known = await facts.own(visit, place)
    screen = render(session, Asked(stands), visit.say, place.id, known)
    if note:
        screen = replace(screen, text=f"{note}\n\n{screen.text}")
    asks = Asks(place.id, place.turn, stands.path)
    await visit.post(post_of(screen, place.chat_id, card=PROMPT, asks=asks))
    await hand_over(visit.work, wishes_of(place, session, visit.say.lang))
    return True


async def ask_again(visit: Visit) -> bool:
    """After a side question: put the open question once more; False when none is open."""
    place = await sessions.find(visit.work, visit.chat_id)
    return place is not None and await ask(visit, place)


async def ask_anew(visit: Visit, place: Place, *, note: str = "") -> bool:
    """Put the open question on a new page: buttons shown before are old."""
    page = aside.turned(place)
    await sessions.save_all(visit.work, [page])
    return await ask(visit, page, note=note)


async def resume(visit: Visit, place: Place, draft: Draft) -> None:
    """Go on with a draft that waits; the one that is open waits instead."""
    waiting = aside.staying(place, draft.form, draft.about)
    back = await _put(visit, draft, waiting)
    await ask_anew(visit, back, note=visit.say("draft-resumed"))


async def resume_waiting(visit: Visit) -> None:
    """Where nothing is asked any more: go on with what was put aside last, if anything was."""
    place = await sessions.find(visit.work, visit.person.id)
    if place is not None and place.form == PARKED:
        waiting = [one for one in aside.drafts(place) if not one.stopped]
        if waiting:
            await resume(visit, place, waiting[-1])


async def leave(visit: Visit, place: Place, *, stopped: bool = False) -> None:
    """End a conversation; drafts behind it stay, and itself too where it was only stopped."""
    waiting = aside.drafts(place)
    if place.form in aside.RECALLED:
        await _forget_recall(visit)
    if stopped and aside.begun(place):
        waiting = (*waiting, aside.draft_of(place, stopped=True))
    if not waiting:
        await sessions.end(visit.work, place.chat_id)
        return
    nothing = {"form": PARKED, "version": 1, "answers": {}, "turn": 0}
    await _put(visit, Draft(0, PARKED, 0, nothing), waiting[-aside.MOST :])


async def drop(visit: Visit, place: Place, draft: Draft) -> None:
    """Throw a draft away, be it the open one or one behind it; what is left is asked."""
    if draft.id == place.id:
        await leave(visit, place)
        await resume_waiting(visit)
        return
    left = tuple(one for one in aside.drafts(place) if one.id != draft.id)
    await ask_anew(visit, await _put(visit, aside.draft_of(place), left))


async def cancel(visit: Visit) -> bool:
    """Stop the open conversation, with a way back into it; False when none is open."""
    place = await sessions.find(visit.work, visit.chat_id)
    if place is None or place.form == PARKED:
        return False
    await leave(visit, place, stopped=True)
    waits = any(not one.stopped for one in aside.drafts(place))
    name = "stopped" if waits else PROMPT  # the prompt's own place is taken by what comes back
    fresh = waits or visit.input.tapped is None
    words, way_back = visit.say("cancelled"), _way_back(visit, place)
    if _has_keyboard(place):  # a message takes a keyboard away or has buttons, not both
        await visit.show(Screen(words), remove_keyboard=True)
        words = visit.say("cancelled-back") if way_back else ""
    if words:
        await visit.show(Screen(words, way_back), card=name, fresh=fresh)
    await resume_waiting(visit)
    return True


def _way_back(visit: Visit, place: Place) -> tuple[tuple[Button, ...], ...]:
    if not aside.begun(place):
        return ()
    return ((button(visit.say.plain("draft-back"), "resume", place.id, style="primary"),),)


def _has_keyboard(place: Place) -> bool:
    session = load_session(REGISTRY, place.state)
    stands = position(session) if session is not None else None
    return stands is not None and not isinstance(stands, Finished) and bool(stands.kind.keyboard)


async def close_prompt(visit: Visit) -> None:
    """Take the buttons off the last question; its words stay to be read again."""
    if visit.input.tapped is not None and visit.input.message_id is not None:
        await outbox.adopt_all(visit.work, PROMPT, {visit.chat_id: visit.input.message_id})
    await visit.post(Post(visit.chat_id, card=PROMPT, fresh=False))
