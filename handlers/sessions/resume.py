"""The card that asks whether to go on with what was begun, and its buttons."""

from handlers.context.callbacks import CardTap, button
from handlers.context.services import Services
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.sessions import drafts, lifecycle
from handlers.sessions.drafts import SessionDraft
from handlers.words.catalogue import Say
from storage import sessions
from storage.outbox import Post
from storage.sessions import PARKED, StoredSession

CARD_KEY = "draft"


async def offered(ctx: UpdateContext, form: str | None = None) -> bool:
    """Offer what was begun (of that form, or whatever is open); False when nothing was.

    Who begins something of a form is not offered what completes another thing. Where nothing is
    open, a request that was stopped is offered.
    """
    stored = await sessions.find(ctx.tx, ctx.person.id)
    begun = going(stored) if form else going(stored)[:1] if drafts.begun(stored) else []
    begun = begun or ([] if form else stopped(stored))
    found = next(
        (draft for draft in begun if form is None or _is_new(ctx.services, draft, form)), None
    )
    if found is None:
        return False
    await ctx.show(offer(ctx.services, ctx.say, found), card=CARD_KEY)
    return True


def offer(services: Services, say: Say, draft: SessionDraft, key: str = "draft-open") -> Screen:
    """Draw the card."""
    anew = "draft-anew" if _is_new(services, draft, draft.form) else "draft-drop"
    rows = (
        (button(say.plain("draft-go-on"), "goon", draft.id, draft.turn, style="success"),),
        (button(say.plain(anew), "anew", draft.id, draft.turn, style="danger"),),
    )
    address = draft.state.get("answers", {}).get("address")
    place = f" ({address})" if isinstance(address, str) else ""
    return Screen(say(key, form=draft.form, place=place), rows)


def going(stored: StoredSession | None) -> list[SessionDraft]:
    """List what was begun and not stopped: the open one first, then those behind it."""
    waiting = [draft for draft in reversed(drafts.drafts(stored)) if not draft.stopped]
    return [drafts.draft_of(stored), *waiting] if stored and drafts.begun(stored) else waiting


def stopped(stored: StoredSession | None) -> list[SessionDraft]:
    """List the requests that were stopped and kept, the newest first, where nothing is open."""
    if stored is None or stored.form != PARKED:
        return []
    kept = reversed(drafts.drafts(stored))
    return [draft for draft in kept if draft.stopped and draft.form in drafts.RECALLED]


def _is_new(services: Services, draft: SessionDraft, form: str) -> bool:
    """Tell whether it is of that form and can be begun anew: not the rest of a brief request."""
    start = services.beginnings.get(form)
    return draft.form == form and start is not None and start.is_new(draft.about)


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
    if _is_new(ctx.services, draft, draft.form):
        await ctx.services.beginnings[draft.form].begin(ctx)
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
    kept = [*going(stored), *stopped(stored)]
    fits = (draft for draft in kept if (draft.id, draft.turn) == (tap.id, tap.version))
    return stored, next(fits, None)


async def _close(ctx: UpdateContext) -> None:
    await ctx.post(Post(ctx.chat_id, card=CARD_KEY, fresh=False))
