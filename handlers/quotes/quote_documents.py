"""Documents after a quote: the agreed copy, sent at once, and a translation on request."""

from hashlib import sha256

from domain.quotes import QuoteState
from handlers.context.callbacks import CardTap
from handlers.context.recipients import to_person
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.context.update_context import UpdateContext
from handlers.quotes.follow_ups import tapped_quote
from storage import errands, media, people, quotes
from storage.quotes import Revision
from storage.transaction import Transaction

RENDER_AGREEMENT = "agreement"
RENDER_ENGLISH = "english"


def agreement_key(revision: Revision) -> str | None:
    """Name the paper by what it is made from: the agreement and its purchase order; None if none.

    One given anew later is another paper, and so is one with another order.
    """
    if revision.state is not QuoteState.ACCEPTED or revision.agreed_at is None:
        return None
    key = f"{RENDER_AGREEMENT}:{revision.id}:{revision.agreed_at:%Y%m%d%H%M%S}"
    if revision.order_ref is None and revision.order_media_id is None:
        return key
    order = f"{revision.order_media_id or ''}:{revision.order_ref or ''}"
    return f"{key}:{sha256(order.encode()).hexdigest()[:16]}"


def english_key(revision_id: int, person_id: int) -> str:
    return f"{RENDER_ENGLISH}:{revision_id}:{person_id}"


async def ask_agreement(ctx: UpdateContext, revision: Revision) -> None:
    """Send the agreed quote with its order to the signer; make the document first if new."""
    key = agreement_key(revision)
    if key is None:
        return
    if media_id := await media.made(ctx.tx, key):
        await agreement_ready(ctx.tx, ctx.services, revision, ctx.person.id, media_id)
    else:
        details = {"revision": revision.id, "person": ctx.person.id}
        # An order that comes back may find the errand of its first time done, and no paper.
        errand = f"{key}:v{revision.version}"
        await errands.put(ctx.tx, RENDER_AGREEMENT, errand, details)


async def agreement_ready(
    tx: Transaction, services: Services, revision: Revision, person_id: int, media_id: int
) -> None:
    await _send(tx, services, "quote-agreement-paper", revision, person_id, media_id)


async def english_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Send the translation, or have it made first."""
    tx, person = ctx.tx, ctx.person
    revision = await tapped_quote(ctx, tap)
    key = english_key(revision.id, person.id)
    if media_id := await media.made(tx, key):
        await english_ready(tx, ctx.services, revision, person.id, media_id)
        return
    details = {"revision": revision.id, "person": person.id}
    await errands.put(tx, RENDER_ENGLISH, key, details)
    ctx.tell(ctx.say.plain("quote-english-on-its-way"))


async def english_ready(
    tx: Transaction, services: Services, revision: Revision, person_id: int, media_id: int
) -> None:
    await _send(tx, services, "quote-english-paper", revision, person_id, media_id)


async def _send(
    tx: Transaction, services: Services, key: str, revision: Revision, person_id: int, media_id: int
) -> None:
    person = await people.get(tx, person_id)
    if person.company_id != await quotes.company_of(tx, revision):
        return  # they left the company while it was being made
    recipient = to_person(SystemContext(tx, services), person)
    await recipient.send(recipient.say(key, number=revision.label), document=media_id)
