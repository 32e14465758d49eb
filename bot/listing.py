"""The errands of lists: a file that was sent is read, the template is made and sent."""

import asyncio
from collections.abc import Mapping
from hashlib import sha256 as hash_of
from typing import Any

from telegram.error import TelegramError

from bot.clock import Clock, real_now
from bot.sheets import MIMES, read_rows, template
from bot.telegram import Telegram
from handlers import sheets
from handlers.conversation.given import ReadSheet
from handlers.shop import Shop
from storage import media
from storage.engine import Database
from storage.files import Files

PATIENCE = 3  # attempts to fetch a file before its sender is told


async def read_sheet(
    db: Database,
    clock: Clock,
    telegram: Telegram,
    shop: Shop,
    details: Mapping[str, Any],
    *,
    attempts: int,
) -> None:
    """Fetch a file, read its rows outside of any transaction, put them before its sender."""
    async with db.read(clock.now()) as work:
        if not await sheets.waiting(work, details):
            return
    try:
        answer = await telegram.call("getFile", file_id=details["file"])
        content = await telegram.download(answer["file_path"])
        read = await asyncio.to_thread(read_rows, content, details["unique"], details["name"])
    except TelegramError:
        if attempts < PATIENCE:
            raise
        read = ReadSheet(details["unique"], fault="broken")  # somebody waits for a word
    async with db.begin(clock.now(), real_now=real_now()) as work:
        await db.lock_chats(work, [int(details["chat"])])
        await sheets.heard(work, shop, details, read)


async def make_template(
    db: Database, clock: Clock, files: Files, shop: Shop, details: Mapping[str, Any]
) -> None:
    """Make the template of the catalogue as it is today, keep it and send it."""
    lang, kind = str(details["lang"]), str(details["format"])
    say = shop.words.say(lang)
    content = await asyncio.to_thread(template, shop.catalogue, say, kind)
    kept = await files.keep(content)
    rows = repr([(one.code, one.label(lang), one.unit) for one in shop.catalogue.items])
    key = f"template:{lang}:{kind}:{hash_of(rows.encode()).hexdigest()[:16]}"
    async with db.begin(clock.now(), real_now=real_now()) as work:
        media_id = await media.keep(
            work,
            key=key,
            sha256=kept,
            name=f"{say.plain('goods-file-name')}.{kind}",
            mime=MIMES[kind],
            size=len(content),
        )
        await sheets.template_made(work, shop, details, media_id)
