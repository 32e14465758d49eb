"""More papers of a quote, each made once: the agreed quote, and its translation."""

import asyncio

from bot.clock import Clock, real_now
from bot.errands.document_photos import PATIENCE
from bot.errands.quote_pdf import PDF, QuotePdfData, gather, lay_out
from documents.parties import AgreementBlock
from documents.quote import render_agreement, render_quote
from handlers.context.services import Services
from handlers.quotes import quote_documents
from handlers.words.catalogue import HOME
from storage import media, quotes
from storage.engine import Database
from storage.files import FileStore
from storage.transaction import Transaction


async def render_agreement_pdf(
    db: Database,
    clock: Clock,
    files: FileStore,
    services: Services,
    revision_id: int,
    person_id: int,
) -> None:
    """Give the agreed quote back to who agreed; one that changed meanwhile makes none."""
    async with db.read(clock.now()) as tx:
        papers = await gather(tx, revision_id)
        key = quote_documents.agreement_key(papers.revision)
        if key is None or await media.made(tx, key) is not None:
            return
        accepted = await media.get(tx, [papers.revision.media_id or 0])
    original = await files.content(accepted[0].sha256 or "")
    document = await lay_out(files, services, papers, HOME, attempts=PATIENCE)
    agreement = _agreement(services, papers, accepted[0].sha256 or "")
    content = await asyncio.to_thread(render_agreement, document, agreement, original)
    sha256 = await files.keep(content)
    async with db.begin(clock.now(), real_now=real_now()) as tx:
        name = f"{papers.revision.label}-accord.pdf"
        if quote_documents.agreement_key(await quotes.get(tx, revision_id)) != key:
            return
        media_id = await _keep_once(tx, key, name, sha256, len(content))
        if media_id is not None:
            await quote_documents.agreement_ready(
                tx, services, papers.revision, person_id, media_id
            )


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


async def render_english_pdf(
    db: Database,
    clock: Clock,
    files: FileStore,
    services: Services,
    revision_id: int,
    person_id: int,
) -> None:
    """Translate a quote for one person; a second time does nothing."""
    key = quote_documents.english_key(revision_id, person_id)
    async with db.read(clock.now()) as tx:
        if await media.made(tx, key) is not None:
            return
        papers = await gather(tx, revision_id)
    document = await lay_out(files, services, papers, "en", attempts=PATIENCE)
    content = await asyncio.to_thread(render_quote, document)
    sha256 = await files.keep(content)
    async with db.begin(clock.now(), real_now=real_now()) as tx:
        media_id = await _keep_once(
            tx, key, f"{papers.revision.label}-en.pdf", sha256, len(content)
        )
        if media_id is not None:
            await quote_documents.english_ready(tx, services, papers.revision, person_id, media_id)


async def _keep_once(tx: Transaction, key: str, name: str, sha256: str, size: int) -> int | None:
    """Note the paper; None where somebody did so meanwhile."""
    if await media.made(tx, key) is not None:
        return None
    return await media.keep(tx, key=key, sha256=sha256, name=name, mime=PDF, size=size)
