"""More papers of a quote, each made once: the agreed quote, and its translation."""

import asyncio

from bot.clock import Clock, real_now
from bot.documents.parties import Agreement
from bot.documents.quote import render_agreement, render_quote
from bot.photos import PATIENCE
from bot.quoting import PDF, Papers, gather, lay_out
from handlers.clients import papers as client_papers
from handlers.shop import Shop
from handlers.words.catalogue import HOME
from storage import media, quotes
from storage.engine import Database
from storage.files import Files
from storage.work import Work


async def render_agreement_pdf(
    db: Database, clock: Clock, files: Files, shop: Shop, revision_id: int, person_id: int
) -> None:
    """Give the agreed quote back to who agreed; one that changed meanwhile makes none."""
    async with db.read(clock.now()) as work:
        papers = await gather(work, revision_id)
        key = client_papers.agreement_key(papers.revision)
        if key is None or await media.made(work, key) is not None:
            return
        accepted = await media.get(work, [papers.revision.media_id or 0])
    original = await files.content(accepted[0].sha256 or "")
    document = await lay_out(files, shop, papers, HOME, attempts=PATIENCE)
    agreement = _agreement(shop, papers, accepted[0].sha256 or "")
    content = await asyncio.to_thread(render_agreement, document, agreement, original)
    sha256 = await files.keep(content)
    async with db.begin(clock.now(), real_now=real_now()) as work:
        name = f"{papers.revision.label}-accord.pdf"
        if client_papers.agreement_key(await quotes.get(work, revision_id)) != key:
            return
        media_id = await _keep_once(work, key, name, sha256, len(content))
        if media_id is not None:
            await client_papers.agreement_ready(work, shop, papers.revision, person_id, media_id)


def _agreement(shop: Shop, papers: Papers, sha256: str) -> Agreement:
    """Say who agreed, with the order that came: its number, its file's name, or a word for it."""
    revision = papers.revision
    if revision.agreed_at is None:
        raise LookupError(f"nobody agreed to {revision.label}")
    order = revision.order_ref
    if order is None and revision.order_media_id is not None:
        order = shop.words.say(HOME).plain("pdf-purchase-order-picture")
    return Agreement(
        revision.agreed_by or "", revision.agreed_role or "", revision.agreed_at, sha256, order
    )


async def render_english_pdf(
    db: Database, clock: Clock, files: Files, shop: Shop, revision_id: int, person_id: int
) -> None:
    """Translate a quote for one person; a second time does nothing."""
    key = client_papers.english_key(revision_id, person_id)
    async with db.read(clock.now()) as work:
        if await media.made(work, key) is not None:
            return
        papers = await gather(work, revision_id)
    document = await lay_out(files, shop, papers, "en", attempts=PATIENCE)
    content = await asyncio.to_thread(render_quote, document)
    sha256 = await files.keep(content)
    async with db.begin(clock.now(), real_now=real_now()) as work:
        media_id = await _keep_once(
            work, key, f"{papers.revision.label}-en.pdf", sha256, len(content)
        )
        if media_id is not None:
            await client_papers.english_ready(work, shop, papers.revision, person_id, media_id)


async def _keep_once(work: Work, key: str, name: str, sha256: str, size: int) -> int | None:
    """Note the paper; None where somebody did so meanwhile."""
    if await media.made(work, key) is not None:
        return None
    return await media.keep(work, key=key, sha256=sha256, name=name, mime=PDF, size=size)
