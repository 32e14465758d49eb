"""Answers to forms: as a set where they touch only their own conversation, else one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from handlers import aside, facts
from handlers.conversation.engine import (
    Answer,
    Asked,
    Cancelled,
    Finished,
    Move,
    Outcome,
    Refused,
    Repeated,
    Session,
    Stale,
    advance,
    load_session,
)
from handlers.conversation.given import Given
from handlers.conversation.kind import Wish
from handlers.conversation.render import move_of, read_tap, render
from handlers.flows import REGISTRY
from handlers.posts import post_of
from handlers.shop import Shop
from handlers.talks import cancel, close_prompt, leave, resume_waiting
from handlers.updates import Input
from handlers.visit import Toast, Visit
from handlers.wishing import hand_over, wishes_of
from handlers.words.catalogue import Say
from storage import outbox, people, sessions
from storage.outbox import PROMPT, Asks, Post
from storage.sessions import Place
from storage.work import Work

ALBUM_SECONDS = 1.0
NOT_YET = 2**62  # later than any message: the question has not been put


@dataclass(frozen=True, slots=True)
class Step:
    """One answer taken: where the conversation stands now and what is said."""

    place: Place
    outcome: Outcome
    post: Post | None = None
    toast: str | None = None
    wishes: tuple[Wish, ...] = ()


def take(
    place: Place, one: Input, say: Say, known: Mapping[str, Any], path: str | None = None
) -> Step | None:
    """Advance a conversation by one input; None where the input is not for it."""
    session = load_session(REGISTRY, place.state)
    move = _move(place, session, one, path) if session is not None else None
    if session is None or move is None:
        return None
    after, outcome = advance(session, move, known, say)
    if isinstance(outcome, Stale) and one.tapped is not None:
        return Step(place, outcome, toast="stale")
    if isinstance(outcome, Repeated) and _before_the_question(place, one):
        return Step(place, outcome)
    stands = replace(place, turn=after.turn, state=after.dump())
    if after.turn != place.turn:
        stands = replace(stands, doubled_turn=None, shown=NOT_YET)
    elif isinstance(outcome, Repeated):  # perhaps it was the answer: it is put once more
        stands = replace(stands, doubled_turn=after.turn)
    post = _prompt(stands, after, outcome, one, say, known)
    return Step(stands, outcome, post, wishes=wishes_of(stands, after, say.lang))


def _before_the_question(place: Place, one: Input) -> bool:
    """Tell whether it was surely sent before the question that stands could be seen."""
    if place.shown is None or one.message_id is None or place.doubled_turn == place.turn:
        return False
    return one.message_id < place.shown


def _move(place: Place, session: Session, one: Input, path: str | None) -> Move | None:
    if one.tapped is not None:
        tap = read_tap(one.tapped)
        return move_of(tap) if tap is not None and tap.session_id == place.id else None
    if one.given is None:
        return None
    return Answer(one.given, path=path, doubtful=place.doubled_turn == session.turn)


def _prompt(
    place: Place, session: Session, outcome: Outcome, one: Input, say: Say, known: Mapping[str, Any]
) -> Post | None:
    if not isinstance(outcome, Asked | Refused | Stale | Repeated):
        return None
    screen = render(session, outcome, say, place.id, known)
    return post_of(
        screen,
        place.chat_id,
        card=PROMPT,
        fresh=one.tapped is None,
        delay_seconds=ALBUM_SECONDS if _album(one) else 0.0,
        asks=Asks(place.id, place.turn, outcome.question.path),
    )


def _album(one: Input) -> bool:
    return getattr(one.given, "album", None) is not None


async def answer_set(work: Work, shop: Shop, inputs: Sequence[Input]) -> dict[int, Toast | None]:
    """Take the inputs that only advance their own conversation: each with its toast."""
    places = await sessions.of_chats(work, {one.chat_id for one in inputs})
    known_people = await people.of_ids(work, {one.who.id for one in inputs})
    known = facts.shared(shop, work)
    steps: dict[int, Step] = {}
    answered: dict[int, Toast | None] = {}
    moving: set[int] = set()  # an old button says nothing about where the question stands
    alone: set[int] = set()
    for one in inputs:
        place, person = places.get(one.chat_id), known_people.get(one.who.id)
        step = None
        free = person is not None and person.takeover_id is None and person.blocked_at is None
        if place and person and free and one.chat_id not in alone:
            say = shop.words.say(person.language)
            step = None if _needs_more(place, one) else take(place, one, say, known)
            toast = Toast(say(step.toast)) if step and step.toast else None
        if step is None or isinstance(step.outcome, Finished | Cancelled):
            alone.add(one.chat_id)
            continue
        answered[one.update_id] = toast
        if not step.toast:
            moving.add(one.update_id)
        places[one.chat_id] = step.place
        steps[one.chat_id] = _following(steps.get(one.chat_id), step)
    await _keep(work, list(steps.values()), [one for one in inputs if one.update_id in moving])
    return answered


def _following(before: Step | None, step: Step) -> Step:
    """Say what the step before said where this one says nothing; want what either wants."""
    if before is None:
        return step
    return replace(step, post=step.post or before.post, wishes=before.wishes + step.wishes)


def _needs_more(place: Place, one: Input) -> bool:
    """Tell whether the set path lacks something: facts of this chat, or what a reply replies to."""
    return one.reply_to is not None or facts.needs_own(place.form)


async def _keep(work: Work, steps: Sequence[Step], inputs: Sequence[Input]) -> None:
    await sessions.save_all(work, [step.place for step in steps])
    tapped = {one.chat_id: one.message_id for one in inputs if one.tapped and one.message_id}
    await outbox.adopt_all(work, PROMPT, tapped)
    await outbox.put(work, *(step.post for step in steps if step.post))
    await hand_over(work, (one for step in steps for one in step.wishes))


async def hear_later(
    work: Work, say: Say, place: Place, given: Given, known: Mapping[str, Any]
) -> None:
    """Give an open question what was fetched for it after the commit, and ask it anew."""
    session = load_session(REGISTRY, place.state)
    if session is None:
        return
    after, outcome = advance(session, Answer(given), known, say)
    stands = replace(place, turn=after.turn, state=after.dump())
    screen = render(after, outcome, say, place.id, known)
    path = getattr(after.stands, "path", "")
    asks = Asks(place.id, after.turn, path)
    await sessions.save_all(work, [stands])
    await outbox.put(work, post_of(screen, place.chat_id, card=PROMPT, asks=asks))


async def alone(visit: Visit) -> bool:
    """Take an input for the open conversation in this chat; False when it is not for one."""
    work, one = visit.work, visit.input
    place = await sessions.find(work, one.chat_id)
    if place is None:
        return False
    known = await facts.own(visit, place)
    step = take(place, one, visit.say, known, path=await _replied(visit, place))
    if step is None:
        return False
    if step.toast:
        visit.tell(visit.say.plain(step.toast))
    elif isinstance(step.outcome, Cancelled):
        await cancel(visit)
    elif isinstance(step.outcome, Finished):
        await leave(visit, place)
        await close_prompt(visit)
        await visit.shop.endings[place.form](visit, step.outcome.value, place.about or {})
        if aside.drafts(place):
            await resume_waiting(visit)
    else:
        await _keep(work, [step], [one])
    return True


async def _replied(visit: Visit, place: Place) -> str | None:
    """Tell which question of this conversation a reply answers."""
    if visit.input.reply_to is None:
        return None
    asked = await sessions.prompt_of(visit.work, visit.chat_id, visit.input.reply_to)
    return asked[2] if asked and asked[0] == place.id else None
