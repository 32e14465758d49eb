"""The card that asks whether to go on with what was begun, and its buttons."""

from handlers.accounts import registration
from handlers.context.callbacks import CardTap, button
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.requests import submission
from handlers.sessions import drafts, lifecycle
from handlers.sessions.drafts import SessionDraft
from handlers.words.catalogue import Say
from storage import sessions
from storage.outbox import Post
from storage.sessions import StoredSession

CARD = "draft"


async def offered(ctx: UpdateContext, form: str | None = None) -> bool:
    """Offer what was begun (of that form, or whatever is open); False when nothing was.

    Who begins something of a form is not offered what completes another thing.
    """
    stored = await sessions.find(ctx.tx, ctx.person.id)
    begun = going(stored) if form else going(stored)[:1] if drafts.begun(stored) else []
    found = next((one for one in begun if form is None or _is_new(one, form)), None)
    if found is None:
        return False
    await ctx.show(offer(ctx.say, found), card=CARD)
    return True


def offer(say: Say, draft: SessionDraft, key: str = "draft-open") -> Screen:
    """Draw the card."""
    rows = (
        (button(say.plain("draft-go-on"), "goon", draft.id, draft.turn, style="success"),),
        (button(say.plain(_anew(draft)), "anew", draft.id, draft.turn, style="danger"),),
    )
    return Screen(say(key, form=draft.form), rows)


def going(stored: StoredSession | None) -> list[SessionDraft]:
    """List what was begun and not stopped: the open one first, then those behind it."""
    waiting = [one for one in reversed(drafts.drafts(stored)) if not one.stopped]
    return [drafts.draft_of(stored), *waiting] if stored and drafts.begun(stored) else waiting


def _is_new(draft: SessionDraft, form: str) -> bool:
    """Tell whether it is a registration or a new request, not the rest of a brief one."""
    return draft.form == form and (form != submission.FORM or draft.about is None)


def _anew(draft: SessionDraft) -> str:
    new = any(_is_new(draft, form) for form in (submission.FORM, registration.FORM))
    return "draft-anew" if new else "draft-drop"


async def go_on_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask the question where it stood."""
    stored, draft = await _found(ctx, tap)
    if stored is None or draft is None:
        ctx.tell(ctx.say.plain("stale"))
        return
    await _close(ctx)
    if draft.id == stored.id:
        await lifecycle.ask_anew(ctx, stored)
    else:
        await lifecycle.resume(ctx, stored, draft)


async def anew_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Throw the answers away, as was said, and begin again where there is something to begin."""
    stored, draft = await _found(ctx, tap)
    if stored is None or draft is None:
        ctx.tell(ctx.say.plain("stale"))
        return
    await _close(ctx)
    if draft.form == registration.FORM:
        await registration.start(ctx)
    elif _is_new(draft, submission.FORM):
        await lifecycle.start(ctx, submission.FORM)
    else:
        await ctx.show(Screen(ctx.say("cancelled")))
        await lifecycle.drop(ctx, stored, draft)


async def resume_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take up again what was stopped."""
    stored = await sessions.find(ctx.tx, ctx.person.id)
    draft = next((one for one in drafts.drafts(stored) if one.id == tap.id), None)
    if stored is None or draft is None:
        ctx.tell(ctx.say.plain("stale"))
    else:
        await lifecycle.resume(ctx, stored, draft)


async def _found(
    ctx: UpdateContext, tap: CardTap
) -> tuple[StoredSession | None, SessionDraft | None]:
    stored = await sessions.find(ctx.tx, ctx.person.id)
    fits = (one for one in going(stored) if (one.id, one.turn) == (tap.id, tap.version))
    return stored, next(fits, None)


async def _close(ctx: UpdateContext) -> None:
    await ctx.post(Post(ctx.chat_id, card=CARD, fresh=False))
