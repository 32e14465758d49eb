"""The errands and what each does; and what delivering letters needs from the store."""

import asyncio
from collections.abc import Mapping
from functools import partial

from bot.clock import Clock, real_now
from bot.delivery import Delivery
from bot.documents.pictures import small_jpeg
from bot.errands import Deed
from bot.menus import show_menu
from bot.quoting import render_quote_pdf
from bot.referencing import check_reference, send_reference
from bot.reporting import render_report_pdf
from bot.telegram import Telegram
from handlers.admin.references import CHECK, SEND
from handlers.coordinators import desk
from handlers.coordinators.quoting import RENDER_QUOTE
from handlers.crews.day import RENDER_REPORT
from handlers.shop import Shop
from storage import media
from storage.engine import Database
from storage.errands import Errand
from storage.files import Files
from storage.media import FETCH, Medium
from storage.people import MENU

PHOTO_SIDE = 2560  # pixels, as Telegram keeps photos


def deeds(
    db: Database, clock: Clock, telegram: Telegram, files: Files, shop: Shop
) -> Mapping[str, Deed]:
    """Name what each kind of errand does."""

    async def fetch(errand: Errand) -> None:
        await fetch_media(db, clock, telegram, files, shop, int(errand.details["media"]))

    async def quote(errand: Errand) -> None:
        await render_quote_pdf(db, clock, files, shop, int(errand.details["revision"]))

    async def report(errand: Errand) -> None:
        job_id = int(errand.details["job"])
        await render_report_pdf(db, clock, files, shop, job_id, attempts=errand.attempts)

    async def check(errand: Errand) -> None:
        fetched = partial(fetch_media, db, clock, telegram, files, shop)
        await check_reference(db, clock, files, shop, fetched, errand)

    async def send(errand: Errand) -> None:
        await send_reference(db, clock, files, shop, errand)

    async def menu(errand: Errand) -> None:
        await show_menu(db, clock, telegram, shop, int(errand.details["chat"]))

    return {
        FETCH: fetch,
        RENDER_QUOTE: quote,
        RENDER_REPORT: report,
        CHECK: check,
        SEND: send,
        MENU: menu,
    }


async def fetch_media(
    db: Database, clock: Clock, telegram: Telegram, files: Files, shop: Shop, media_id: int
) -> None:
    """Bring a file from Telegram into our own store, by its SHA-256; of a HEIC make a picture."""
    async with db.read(clock.now()) as work:
        found = await media.get(work, [media_id])
    if not found or found[0].sha256 is not None or found[0].file_id is None:
        return
    answer = await telegram.call("getFile", file_id=found[0].file_id)
    content = await telegram.download(answer["file_path"])
    sha256 = await files.keep(content)
    picture = await asyncio.to_thread(_picture, found[0], content)
    shown = await files.keep(picture) if picture else ""
    async with db.begin(clock.now(), real_now=real_now()) as work:
        await media.fetched(work, media_id, sha256, len(content))
        if picture:
            picture_id = await media.keep_picture(work, media_id, shown, len(picture))
            await desk.pictured(work, shop, media_id, picture_id)


def _picture(medium: Medium, content: bytes) -> bytes | None:
    """Make a JPEG of what only some phones can show; None for the rest, and for what is broken."""
    return small_jpeg(content, longest_side=PHOTO_SIDE) if medium.mime in media.HEIC else None


def delivery(db: Database, telegram: Telegram, files: Files) -> Delivery:
    """Give the sender what it needs of the store, and no more."""

    async def load(ids: tuple[int, ...]) -> list[Medium]:
        async with db.read(real_now()) as work:
            return await media.get(work, ids)

    async def content(medium: Medium) -> bytes:
        if medium.sha256 is None:
            raise LookupError(f"no bytes of media {medium.id} yet")
        return await files.content(medium.sha256)

    async def uploaded(media_id: int, file_id: str) -> None:
        async with db.begin(real_now()) as work:
            await media.uploaded(work, media_id, file_id)

    return Delivery(telegram, load, content, uploaded)
