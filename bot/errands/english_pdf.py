"""The translation of a quote for one person."""

import asyncio
from collections.abc import Sequence

from bot.errands.context import ErrandContext
from bot.errands.document_photos import PATIENCE
from bot.errands.made_file import PDF, MadeFile, hand_over
from bot.errands.quote_pdf import gather, lay_out
from documents.quote import render_quote
from handlers.quotes import quote_documents
from storage import media
from storage.errands import Errand
from storage.transaction import Transaction


async def render_english_pdf(ctx: ErrandContext, errand: Errand) -> None:
    """Translate a quote for one person; a second time does nothing."""
    revision_id, person_id = int(errand.details["revision"]), int(errand.details["person"])
    key = quote_documents.english_key(revision_id, person_id)
    async with ctx.read() as tx:
        if await media.made(tx, key) is not None:
            return
        papers = await gather(tx, revision_id)
    document = await lay_out(ctx.files, ctx.services, papers, "en", attempts=PATIENCE)
    content = await asyncio.to_thread(render_quote, document)

    async def give(tx: Transaction, ids: Sequence[int]) -> None:
        await quote_documents.english_ready(tx, ctx.services, papers.revision, person_id, *ids)

    made = MadeFile(key, f"{papers.revision.label}-en.pdf", PDF, content)
    await hand_over(ctx, [made], give, once=True)
