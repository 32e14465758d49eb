"""The errands and what each does; and what delivering letters needs from the store."""

import asyncio
from collections.abc import Mapping
from functools import partial

from bot.clock import Clock, real_now
from bot.errands.address_lookup import check_address
from bot.errands.agreement_pdf import render_agreement_pdf, render_english_pdf
from bot.errands.command_menu import show_menu
from bot.errands.poster import send_poster
from bot.errands.quote_pdf import render_quote_pdf
from bot.errands.reference_file import check_reference, send_reference
from bot.errands.report_pdf import render_report_pdf
from bot.errands.runner import ErrandHandler
from bot.errands.spreadsheet import make_template, read_sheet
from bot.telegram.client import Telegram
from bot.telegram.delivery import Delivery
from documents.pictures import small_jpeg
from handlers.cards import request_cards
from handlers.context.services import Services
from handlers.inventory.inventory_kind import MAKE_TEMPLATE, READ_SHEET
from handlers.jobs.crew_steps import RENDER_REPORT
from handlers.quotes.issue import RENDER_QUOTE
from handlers.quotes.quote_documents import RENDER_AGREEMENT, RENDER_ENGLISH
from handlers.reference_files.file_replacement import CHECK, SEND
from handlers.requests.address_lookup import LOOK_UP
from handlers.requests.known_sites import POSTER
from storage import media
from storage.engine import Database
from storage.files import FileStore
from storage.media import FETCH, Medium
from storage.people import MENU

PHOTO_SIDE = 2560  # pixels, as Telegram keeps photos


def errand_handlers(
    db: Database, clock: Clock, telegram: Telegram, files: FileStore, services: Services
) -> Mapping[str, ErrandHandler]:
    """Name what each kind of errand does."""
    fetch = partial(fetch_media, db, clock, telegram, files, services)
    here = db, clock
    kept = db, clock, files, services
    return {
        FETCH: lambda errand: fetch(int(errand.details["media"])),
        RENDER_QUOTE: lambda errand: render_quote_pdf(
            *kept, int(errand.details["revision"]), attempts=errand.attempts
        ),
        RENDER_AGREEMENT: lambda errand: render_agreement_pdf(
            *kept, int(errand.details["revision"]), int(errand.details["person"])
        ),
        RENDER_ENGLISH: lambda errand: render_english_pdf(
            *kept, int(errand.details["revision"]), int(errand.details["person"])
        ),
        RENDER_REPORT: lambda errand: render_report_pdf(
            *kept, int(errand.details["job"]), attempts=errand.attempts
        ),
        READ_SHEET: lambda errand: read_sheet(
            *here, telegram, services, errand.details, attempts=errand.attempts
        ),
        MAKE_TEMPLATE: lambda errand: make_template(*kept, errand.details),
        LOOK_UP: lambda errand: check_address(
            *here, services, int(errand.details["request"]), attempts=errand.attempts
        ),
        CHECK: lambda errand: check_reference(*kept, fetch, errand),
        SEND: lambda errand: send_reference(*kept, errand),
        MENU: lambda errand: show_menu(*here, telegram, services, int(errand.details["chat"])),
        POSTER: lambda errand: send_poster(*kept, errand),
    }


async def fetch_media(
    db: Database,
    clock: Clock,
    telegram: Telegram,
    files: FileStore,
    services: Services,
    media_id: int,
) -> None:
    """Bring a file from Telegram into our own store, by its SHA-256; of a HEIC make a picture."""
    async with db.read(clock.now()) as tx:
        found = await media.get(tx, [media_id])
    if not found or found[0].sha256 is not None or found[0].file_id is None:
        return
    answer = await telegram.call("getFile", file_id=found[0].file_id)
    content = await telegram.download(answer["file_path"])
    sha256 = await files.keep(content)
    picture = await asyncio.to_thread(_picture, found[0], content)
    shown = await files.keep(picture) if picture else ""
    async with db.begin(clock.now(), real_now=real_now()) as tx:
        await media.fetched(tx, media_id, sha256, len(content))
        if picture:
            picture_id = await media.keep_picture(tx, media_id, shown, len(picture))
            await request_cards.pictured(tx, services, media_id, picture_id)


def _picture(medium: Medium, content: bytes) -> bytes | None:
    """Make a JPEG of what only some phones can show; None for the rest, and for what is broken."""
    return small_jpeg(content, longest_side=PHOTO_SIDE) if medium.mime in media.HEIC else None


def delivery(db: Database, telegram: Telegram, files: FileStore) -> Delivery:
    """Give the sender what it needs of the store, and no more."""

    async def load(ids: tuple[int, ...]) -> list[Medium]:
        async with db.read(real_now()) as tx:
            return await media.get(tx, ids)

    async def content(medium: Medium) -> bytes:
        if medium.sha256 is None:
            raise LookupError(f"no bytes of media {medium.id} yet")
        return await files.content(medium.sha256)

    async def uploaded(media_id: int, file_id: str) -> None:
        async with db.begin(real_now()) as tx:
            await media.uploaded(tx, media_id, file_id)

    return Delivery(telegram, load, content, uploaded)
