"""The errands and what each does; and what delivering letters needs from the store."""

import asyncio
from collections.abc import Mapping
from functools import partial

from bot.addresses import check_address
from bot.clock import Clock, real_now
from bot.copies import render_agreement_pdf, render_english_pdf
from bot.delivery import Delivery
from bot.documents.pictures import small_jpeg
from bot.errands import Deed
from bot.listing import make_template, read_sheet
from bot.menus import show_menu
from bot.posters import send_poster
from bot.quoting import render_quote_pdf
from bot.referencing import check_reference, send_reference
from bot.reporting import render_report_pdf
from bot.telegram import Telegram
from handlers.admin.references import CHECK, SEND
from handlers.clients.papers import RENDER_AGREEMENT, RENDER_ENGLISH
from handlers.clients.sites import POSTER
from handlers.conversation.kinds.inventory import MAKE_TEMPLATE, READ_SHEET
from handlers.coordinators import desk
from handlers.coordinators.addresses import LOOK_UP
from handlers.coordinators.quoting import RENDER_QUOTE
from handlers.crews.day import RENDER_REPORT
from handlers.shop import Shop
from storage import media
from storage.engine import Database
from storage.files import Files
from storage.media import FETCH, Medium
from storage.people import MENU

PHOTO_SIDE = 2560  # pixels, as Telegram keeps photos


def deeds(
    db: Database, clock: Clock, telegram: Telegram, files: Files, shop: Shop
) -> Mapping[str, Deed]:
    """Name what each kind of errand does."""
    fetch = partial(fetch_media, db, clock, telegram, files, shop)
    here = db, clock
    kept = db, clock, files, shop
    return {
        FETCH: lambda one: fetch(int(one.details["media"])),
        RENDER_QUOTE: lambda one: render_quote_pdf(
            *kept, int(one.details["revision"]), attempts=one.attempts
        ),
        RENDER_AGREEMENT: lambda one: render_agreement_pdf(
            *kept, int(one.details["revision"]), int(one.details["person"])
        ),
        RENDER_ENGLISH: lambda one: render_english_pdf(
            *kept, int(one.details["revision"]), int(one.details["person"])
        ),
        RENDER_REPORT: lambda one: render_report_pdf(
            *kept, int(one.details["job"]), attempts=one.attempts
        ),
        READ_SHEET: lambda one: read_sheet(
            *here, telegram, shop, one.details, attempts=one.attempts
        ),
        MAKE_TEMPLATE: lambda one: make_template(*kept, one.details),
        LOOK_UP: lambda one: check_address(
            *here, shop, int(one.details["request"]), attempts=one.attempts
        ),
        CHECK: lambda one: check_reference(*kept, fetch, one),
        SEND: lambda one: send_reference(*kept, one),
        MENU: lambda one: show_menu(*here, telegram, shop, int(one.details["chat"])),
        POSTER: lambda one: send_poster(*kept, one),
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
