"""The errands of lists: a file that was sent is read, the template is made and sent."""

import asyncio
from collections.abc import Mapping
from hashlib import sha256 as hash_of
from typing import Any

from telegram.error import TelegramError

from bot.clock import Clock, real_now
from bot.errands.spreadsheet_cells import MIMES, read_rows, template
from bot.telegram.client import Telegram
from handlers.context.services import Services
from handlers.conversation.given import ReadSheet
from handlers.sessions import spreadsheets
from storage import media
from storage.engine import Database
from storage.files import FileStore

PATIENCE = 3  # attempts to fetch a file before its sender is told


async def read_sheet(
    db: Database,
    clock: Clock,
    telegram: Telegram,
    services: Services,
    details: Mapping[str, Any],
    *,
    attempts: int,
) -> None:
    """Fetch a file, read its rows outside of any transaction, put them before its sender."""
    async with db.read(clock.now()) as tx:
        if not await spreadsheets.waiting(tx, services, details):
            return
    try:
        answer = await telegram.call("getFile", file_id=details["file"])
        content = await telegram.download(answer["file_path"])
        read = await asyncio.to_thread(read_rows, content, details["unique"], details["name"])
    except TelegramError:
        if attempts < PATIENCE:
            raise
        read = ReadSheet(details["unique"], fault="broken")  # somebody waits for a word
    async with db.begin(clock.now(), real_now=real_now()) as tx:
        await db.lock_chats(tx, [int(details["chat"])])
        await spreadsheets.heard(tx, services, details, read)


async def make_template(
    db: Database, clock: Clock, files: FileStore, services: Services, details: Mapping[str, Any]
) -> None:
    """Make the template of the catalogue as it is today, keep it and send it."""
    lang, kind = str(details["lang"]), str(details["format"])
    say = services.words.say(lang)
    content = await asyncio.to_thread(template, services.catalogue, say, kind)
    kept = await files.keep(content)
    rows = repr([(item.code, item.label(lang), item.unit) for item in services.catalogue.items])
    key = f"template:{lang}:{kind}:{hash_of(rows.encode()).hexdigest()[:16]}"
    async with db.begin(clock.now(), real_now=real_now()) as tx:
        media_id = await media.keep(
            tx,
            key=key,
            sha256=kept,
            name=f"{say.plain('goods-file-name')}.{kind}",
            mime=MIMES[kind],
            size=len(content),
        )
        await spreadsheets.template_made(tx, services, details, media_id)
