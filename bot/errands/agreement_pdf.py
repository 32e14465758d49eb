"""The agreed quote, with who agreed and their purchase order."""

import asyncio
from collections.abc import Sequence

from bot.errands.context import ErrandContext
from bot.errands.document_photos import PATIENCE
from bot.errands.made_file import PDF, MadeFile, hand_over
from bot.errands.quote_pdf import QuotePdfData, gather, lay_out
from documents.parties import AgreementBlock
from documents.quote import render_agreement
from handlers.context.services import Services
from handlers.quotes import quote_documents
from handlers.words.catalogue import HOME
from storage import media, quotes
from storage.errands import Errand
from storage.transaction import Transaction


async def render_agreement_pdf(ctx: ErrandContext, errand: Errand) -> None:
    """Give the agreed quote back to who agreed; one that changed meanwhile is given to nobody."""
    revision_id, person_id = int(errand.details["revision"]), int(errand.details["person"])
    async with ctx.read() as tx:
        papers = await gather(tx, revision_id)
        key = quote_documents.agreement_key(papers.revision)
        if key is None or await media.made(tx, key) is not None:
            return
        accepted = await media.get(tx, [papers.revision.media_id or 0])
    sha256 = accepted[0].sha256 or ""
    original = await ctx.files.content(sha256)
    document = await lay_out(ctx.files, ctx.services, papers, HOME, attempts=PATIENCE)
    agreement = _agreement(ctx.services, papers, sha256)
    content = await asyncio.to_thread(render_agreement, document, agreement, original)

    async def give(tx: Transaction, ids: Sequence[int]) -> None:
        now = await quotes.get(tx, revision_id)
        if quote_documents.agreement_key(now) == key:
            await quote_documents.agreement_ready(tx, ctx.services, now, person_id, *ids)

    made = MadeFile(key, f"{papers.revision.label}-accord.pdf", PDF, content)
    await hand_over(ctx, [made], give, once=True)


def _agreement(services: Services, papers: QuotePdfData, sha256: str) -> AgreementBlock:
    """Say who agreed, with the order that came: its number, its file's name, or a word for it."""
    revision = papers.revision
    if revision.agreed_at is None:
        raise LookupError(f"nobody agreed to {revision.label}")
    order = revision.order_ref
    if order is None and revision.order_media_id is not None:
        order = services.words.say(HOME).plain("pdf-purchase-order-picture")
    return AgreementBlock(
        revision.agreed_by or "", revision.agreed_role or "", revision.agreed_at, sha256, order
    )
