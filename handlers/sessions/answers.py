"""Answers to forms: as a set where they touch only their own conversation, else one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from handlers.context.posts import post_of
from handlers.context.services import Services
from handlers.context.update_context import Toast, UpdateContext
from handlers.context.updates import Input
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
    needs_of,
)
from handlers.conversation.given import Given
from handlers.conversation.kind import DeferredWork
from handlers.conversation.render import move_of, read_tap, render
from handlers.sessions import drafts, facts
from handlers.sessions.deferred import deferred_of, hand_over
from handlers.sessions.lifecycle import cancel, close_prompt, leave, resume_waiting
from handlers.words.catalogue import Say
from storage import outbox, people, sessions
from storage.outbox import PROMPT, Asks, Post
from storage.sessions import StoredSession
from storage.transaction import Transaction

ALBUM_SECONDS = 1.0
NOT_YET = 2**62  # later than any message: the question has not been put


@dataclass(frozen=True, slots=True)
class AnswerStep:
    """One answer taken: where the conversation stands now and what is said."""

    stored: StoredSession
    outcome: Outcome
    post: Post | None = None
    toast: str | None = None
    deferred: tuple[DeferredWork, ...] = ()
    asking: Session | None = None  # whose question is still to be put

    @property
    def needs(self) -> frozenset[str]:
        """Name the facts that the question to be put needs."""
        return needs_of(self.asking) if self.asking else frozenset()


def take(
    stored: StoredSession,
    session: Session,
    update: Input,
    say: Say,
    known: Mapping[str, Any],
    path: str | None = None,
) -> AnswerStep | None:
    """Advance a conversation by one input; None where the input is not for it.

    `known` holds what `needs_of(session, path)` names; the question that follows is put by `put`.
    """
    move = _move(stored, session, update, path)
    if move is None:
        return None
    after, outcome = advance(session, move, known, say)
    if isinstance(outcome, Stale) and update.tapped is not None:
        return AnswerStep(stored, outcome, toast="stale")
    if isinstance(outcome, Repeated) and _before_the_question(stored, update):
        return AnswerStep(stored, outcome)
    stands = replace(stored, turn=after.turn, state=after.dump())
    if after.turn != stored.turn:
        stands = replace(stands, doubled_turn=None, shown=NOT_YET)
    elif isinstance(outcome, Repeated):  # perhaps it was the answer: it is put once more
        stands = replace(stands, doubled_turn=after.turn)
    asking = after if isinstance(outcome, Asked | Refused | Stale | Repeated) else None
    deferred = deferred_of(stands, after, outcome, say.lang)
    return AnswerStep(stands, outcome, deferred=deferred, asking=asking)


def put(step: AnswerStep, update: Input, say: Say, known: Mapping[str, Any]) -> AnswerStep:
    """Put the question that follows an answer; `known` holds what the step needs."""
    if step.asking is None or not isinstance(step.outcome, Asked | Refused | Stale | Repeated):
        return step
    stored = step.stored
    screen = render(step.asking, step.outcome, say, stored.id, known)
    post = post_of(
        screen,
        stored.chat_id,
        card=PROMPT,
        fresh=update.tapped is None,
        delay_seconds=ALBUM_SECONDS if _album(update) else 0.0,
        asks=Asks(stored.id, stored.turn, step.outcome.question.path),
    )
    return replace(step, post=post)


def _before_the_question(stored: StoredSession, update: Input) -> bool:
    """Tell whether it was surely sent before the question that stands could be seen."""
    if stored.shown is None or update.message_id is None or stored.doubled_turn == stored.turn:
        return False
    return update.message_id < stored.shown


def _move(stored: StoredSession, session: Session, update: Input, path: str | None) -> Move | None:
    if update.tapped is not None:
        tap = read_tap(update.tapped)
        return move_of(tap) if tap is not None and tap.session_id == stored.id else None
    if update.given is None:
        return None
    return Answer(update.given, path=path, doubtful=stored.doubled_turn == session.turn)


def _album(update: Input) -> bool:
    return getattr(update.given, "album", None) is not None


async def answer_set(
    tx: Transaction, services: Services, inputs: Sequence[Input]
) -> dict[int, Toast | None]:
    """Take the inputs that only advance their own conversation: each with its toast."""
    stored_sessions = await sessions.of_chats(tx, {update.chat_id for update in inputs})
    known_people = await people.of_ids(tx, {update.who.id for update in inputs})
    known = facts.shared(services, tx)
    steps: dict[int, AnswerStep] = {}
    answered: dict[int, Toast | None] = {}
    moving: set[int] = set()  # an old button says nothing about where the question stands
    alone: set[int] = set()
    for update in inputs:
        stored, person = stored_sessions.get(update.chat_id), known_people.get(update.who.id)
        step = None
        free = person is not None and person.takeover_id is None and person.blocked_at is None
        if stored and person and free and update.chat_id not in alone:
            say = services.words.say(person.language)
            step = _with_shared(services, stored, update, say, known)
            toast = Toast(say(step.toast)) if step and step.toast else None
        if step is None or isinstance(step.outcome, Finished | Cancelled):
            alone.add(update.chat_id)
            continue
        answered[update.update_id] = toast
        if not step.toast:
            moving.add(update.update_id)
        stored_sessions[update.chat_id] = step.stored
        steps[update.chat_id] = _following(steps.get(update.chat_id), step)
    await _keep(
        tx, list(steps.values()), [update for update in inputs if update.update_id in moving]
    )
    return answered


def _following(before: AnswerStep | None, step: AnswerStep) -> AnswerStep:
    """Say what the step before said where this one says nothing; want what either wants."""
    if before is None:
        return step
    return replace(step, post=step.post or before.post, deferred=before.deferred + step.deferred)


def _with_shared(
    services: Services, stored: StoredSession, update: Input, say: Say, known: Mapping[str, Any]
) -> AnswerStep | None:
    """Take an answer with the shared facts; None where they, or a reply's question, lack."""
    session = load_session(services.forms, stored.state)
    if session is None or update.reply_to is not None or not needs_of(session) <= known.keys():
        return None
    step = take(stored, session, update, say, known)
    return put(step, update, say, known) if step and step.needs <= known.keys() else None


async def _keep(tx: Transaction, steps: Sequence[AnswerStep], inputs: Sequence[Input]) -> None:
    await sessions.save_all(tx, [step.stored for step in steps])
    tapped = {
        update.chat_id: update.message_id
        for update in inputs
        if update.tapped and update.message_id
    }
    await outbox.adopt_all(tx, PROMPT, tapped)
    await outbox.put(tx, *(step.post for step in steps if step.post))
    await hand_over(tx, (deferred for step in steps for deferred in step.deferred))


async def hear_later(
    tx: Transaction, services: Services, say: Say, stored: StoredSession, given: Given
) -> None:
    """Give an open question what was fetched for it after the commit, and ask it anew."""
    session = load_session(services.forms, stored.state)
    if session is None:
        return
    known = facts.shared(services, tx)
    after, outcome = advance(session, Answer(given), known, say)
    if after is session and isinstance(outcome, Asked):
        return  # it came too late to change anything
    stands = replace(stored, turn=after.turn, state=after.dump())
    screen = render(after, outcome, say, stored.id, known)
    path = getattr(after.stands, "path", "")
    asks = Asks(stored.id, after.turn, path)
    await sessions.save_all(tx, [stands])
    await outbox.put(tx, post_of(screen, stored.chat_id, card=PROMPT, asks=asks))


async def alone(ctx: UpdateContext) -> bool:
    """Take an input for the open conversation in this chat; False when it is not for one."""
    tx, update = ctx.tx, ctx.input
    stored = await sessions.find(tx, update.chat_id)
    if stored is None:
        return False
    step = await _with_own(ctx, stored)
    if step is None:
        return False
    if step.toast:
        ctx.tell(ctx.say.plain(step.toast))
    elif isinstance(step.outcome, Cancelled):
        await cancel(ctx)
    elif isinstance(step.outcome, Finished):
        await leave(ctx, stored)
        await close_prompt(ctx)
        await ctx.services.endings[stored.form](ctx, step.outcome.value, stored.about or {})
        if drafts.drafts(stored):
            await resume_waiting(ctx)
    else:
        await _keep(tx, [step], [update])
    return True


async def _with_own(ctx: UpdateContext, stored: StoredSession) -> AnswerStep | None:
    """Take an answer with the facts of this chat that its question, and the next one, need."""
    session = load_session(ctx.services.forms, stored.state)
    if session is None:
        return None
    path = await _replied(ctx, stored)
    known = facts.shared(ctx.services, ctx.tx)
    known = await facts.load(ctx, stored, needs_of(session, path), known)
    step = take(stored, session, ctx.input, ctx.say, known, path)
    if step is None:
        return None
    known = await facts.load(ctx, step.stored, step.needs, known)
    return put(step, ctx.input, ctx.say, known)


async def _replied(ctx: UpdateContext, stored: StoredSession) -> str | None:
    """Tell which question of this conversation a reply answers."""
    if ctx.input.reply_to is None:
        return None
    asked = await sessions.prompt_of(ctx.tx, ctx.chat_id, ctx.input.reply_to)
    return asked[2] if asked and asked[0] == stored.id else None
