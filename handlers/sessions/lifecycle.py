"""The life of a conversation with one person: begun, asked again, put aside, stopped, ended."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.followups import rules_on
from domain.reminders import ReminderKind, Subject, plan_draft_recall
from handlers.context.callbacks import button
from handlers.context.posts import post_of
from handlers.context.update_context import UpdateContext
from handlers.conversation.engine import (
    Asked,
    Finished,
    Session,
    begin,
    load_session,
    needs_of,
    position,
)
from handlers.conversation.render import render
from handlers.conversation.screen import Button, Screen
from handlers.sessions import drafts, facts
from handlers.sessions.deferred import deferred_of, hand_over
from handlers.sessions.drafts import SessionDraft
from storage import outbox, reminders, sessions
from storage.outbox import PROMPT, Asks, Post
from storage.sessions import PARKED, StoredSession


async def start(
    ctx: UpdateContext,
    form: str,
    *,
    about: Mapping[str, Any] | None = None,
    session: Session | None = None,
    asking: bool = True,
) -> None:
    """Open a conversation and ask its first question; one that is open waits behind it."""
    open_one = await sessions.find(ctx.tx, ctx.person.id)
    draft = _fresh(ctx, form, about, session)
    stored = await _begin(ctx, draft, open_one)
    if asking:
        await ask(ctx, stored)


def _fresh(
    ctx: UpdateContext,
    form: str,
    about: Mapping[str, Any] | None,
    session: Session | None = None,
) -> SessionDraft:
    begun = session or begin(ctx.services.forms[form])
    return SessionDraft(0, form, begun.turn, begun.dump(), about)


async def _begin(
    ctx: UpdateContext, draft: SessionDraft, open_one: StoredSession | None
) -> StoredSession:
    """Open a conversation with the open one behind it; a draft left alone is recalled later."""
    stored = await _put(ctx, draft, drafts.waiting_behind(open_one, draft.form, draft.about))
    if draft.form in drafts.RECALLED:
        await _recall_later(ctx, stored)
    return stored


async def _recall_later(ctx: UpdateContext, stored: StoredSession) -> None:
    """Write when this draft is recalled if it is left alone; it replaces that of an older one."""
    tx = ctx.tx
    planned = plan_draft_recall(stored.id, tx.now, rules_on(tx.today), tx.zone)
    await reminders.rewrite(tx, Subject.PERSON, ctx.person.id, planned)


async def _forget_recall(ctx: UpdateContext) -> None:
    await reminders.stop(ctx.tx, (ReminderKind.DRAFT,), Subject.PERSON, ctx.person.id)


async def start_once(
    ctx: UpdateContext,
    form: str,
    *,
    about: Mapping[str, Any] | None = None,
    answers: Mapping[str, Any] | None = None,
) -> None:
    """Open a conversation unless that very one is open: then point to its question.

    `answers` are what is known beforehand.
    """
    stored = await sessions.find(ctx.tx, ctx.person.id)
    if stored is None or (stored.form, drafts.subject_of(stored)) != (form, about):
        session = begin(ctx.services.forms[form], answers)
        await ask(ctx, await _begin(ctx, _fresh(ctx, form, about, session), stored))
    elif ctx.input.tapped is None:
        await ask(ctx, stored)
    else:
        ctx.tell(ctx.say.plain("question-below"))


async def _put(
    ctx: UpdateContext, draft: SessionDraft, waiting: tuple[SessionDraft, ...]
) -> StoredSession:
    return await sessions.begin(
        ctx.tx,
        chat_id=ctx.person.id,
        user_id=ctx.person.id,
        form=draft.form,
        state=draft.state,
        turn=draft.turn,
        about=drafts.with_drafts(draft.about, waiting),
    )


async def ask(ctx: UpdateContext, stored: StoredSession, *, note: str = "") -> bool:
    """Put the question where the conversation stands; False when its form is gone."""
    session = load_session(ctx.services.forms, stored.state)
    stands = position(session) if session is not None else None
    if session is None or stands is None or isinstance(stands, Finished):
        return False
    known = await facts.load(ctx, stored, needs_of(session), facts.shared(ctx.services, ctx.tx))
    screen = render(session, Asked(stands), ctx.say, stored.id, known)
    if note:
        screen = replace(screen, text=f"{note}\n\n{screen.text}")
    asks = Asks(stored.id, stored.turn, stands.path)
    await ctx.post(post_of(screen, stored.chat_id, card=PROMPT, asks=asks))
    await hand_over(ctx.tx, deferred_of(stored, session, Asked(stands), ctx.say.lang))
    return True


async def ask_again(ctx: UpdateContext) -> bool:
    """After a side question: put the open question once more; False when none is open."""
    stored = await sessions.find(ctx.tx, ctx.chat_id)
    return stored is not None and await ask(ctx, stored)


async def ask_anew(ctx: UpdateContext, stored: StoredSession, *, note: str = "") -> bool:
    """Put the open question on a new page: buttons shown before are old."""
    page = drafts.with_new_turn(stored)
    await sessions.save_all(ctx.tx, [page])
    return await ask(ctx, page, note=note)


async def resume(ctx: UpdateContext, stored: StoredSession, draft: SessionDraft) -> None:
    """Go on with a draft that waits; the one that is open waits instead."""
    waiting = drafts.waiting_behind(stored, draft.form, draft.about)
    back = await _put(ctx, draft, waiting)
    await ask_anew(ctx, back, note=ctx.say("draft-resumed"))


async def resume_waiting(ctx: UpdateContext) -> None:
    """Where nothing is asked any more: go on with what was put aside last, if anything was."""
    stored = await sessions.find(ctx.tx, ctx.person.id)
    if stored is not None and stored.form == PARKED:
        waiting = [draft for draft in drafts.drafts(stored) if not draft.stopped]
        if waiting:
            await resume(ctx, stored, waiting[-1])


async def leave(ctx: UpdateContext, stored: StoredSession, *, stopped: bool = False) -> None:
    """End a conversation; drafts behind it stay, and itself too where it was only stopped."""
    waiting = drafts.drafts(stored)
    if stored.form in drafts.RECALLED:
        await _forget_recall(ctx)
    if stopped and drafts.begun(stored):
        waiting = (*waiting, drafts.draft_of(stored, stopped=True))
    if not waiting:
        await sessions.end(ctx.tx, stored.chat_id)
        return
    nothing = {"form": PARKED, "version": 1, "answers": {}, "turn": 0}
    await _put(ctx, SessionDraft(0, PARKED, 0, nothing), waiting[-drafts.MOST :])


async def drop(ctx: UpdateContext, stored: StoredSession, draft: SessionDraft) -> None:
    """Throw a draft away, be it the open one or one behind it; what is left is asked."""
    if draft.id == stored.id:
        await leave(ctx, stored)
        await resume_waiting(ctx)
        return
    left = tuple(one for one in drafts.drafts(stored) if one.id != draft.id)
    await ask_anew(ctx, await _put(ctx, drafts.draft_of(stored), left))


async def cancel(ctx: UpdateContext) -> bool:
    """Stop the open conversation, with a way back into it; False when none is open."""
    stored = await sessions.find(ctx.tx, ctx.chat_id)
    if stored is None or stored.form == PARKED:
        return False
    await leave(ctx, stored, stopped=True)
    waits = any(not draft.stopped for draft in drafts.drafts(stored))
    name = "stopped" if waits else PROMPT  # the prompt's own place is taken by what comes back
    fresh = waits or ctx.input.tapped is None
    words, way_back = ctx.say("cancelled"), _way_back(ctx, stored)
    if _has_keyboard(ctx, stored):  # a message takes a keyboard away or has buttons, not both
        await ctx.show(Screen(words), remove_keyboard=True)
        words = ctx.say("cancelled-back") if way_back else ""
    if words:
        await ctx.show(Screen(words, way_back), card=name, fresh=fresh)
    await resume_waiting(ctx)
    return True


def _way_back(ctx: UpdateContext, stored: StoredSession) -> tuple[tuple[Button, ...], ...]:
    if not drafts.begun(stored):
        return ()
    return ((button(ctx.say.plain("draft-back"), "resume", stored.id, style="primary"),),)


def _has_keyboard(ctx: UpdateContext, stored: StoredSession) -> bool:
    session = load_session(ctx.services.forms, stored.state)
    stands = position(session) if session is not None else None
    return stands is not None and not isinstance(stands, Finished) and bool(stands.kind.keyboard)


async def close_prompt(ctx: UpdateContext) -> None:
    """Take the buttons off the last question; its words stay to be read again."""
    if ctx.input.tapped is not None and ctx.input.message_id is not None:
        await outbox.adopt_all(ctx.tx, PROMPT, {ctx.chat_id: ctx.input.message_id})
    await ctx.post(Post(ctx.chat_id, card=PROMPT, fresh=False))
