"""Reads a list that was sent as a file, for the question that waits for it."""

import asyncio

from telegram.error import TelegramError

from bot.errands.context import ErrandContext
from bot.errands.document_process import ReadingFailed, read_document
from handlers.conversation.given import ReadSheet
from handlers.inventory.inventory_files import TEXTS
from handlers.sessions import spreadsheets
from storage.errands import Errand

PATIENCE = 3  # attempts to fetch and read a file before its sender is told


async def read_sheet(ctx: ErrandContext, errand: Errand) -> None:
    """Fetch a file, read its rows outside of any transaction, put them before its sender."""
    details = errand.details
    async with ctx.read() as tx:
        if not await spreadsheets.waiting(tx, ctx.services, details):
            return
    try:
        answer = await ctx.telegram.call("getFile", file_id=details["file"])
        content = await ctx.telegram.download(answer["file_path"])
        read = await _read(content, details["unique"], details["name"])
    except (TelegramError, ReadingFailed):
        if errand.attempts < PATIENCE:
            raise
        read = ReadSheet(details["unique"], fault="broken")  # somebody waits for a word
    async with ctx.begin() as tx:
        await ctx.db.lock_chats(tx, [int(details["chat"])])
        await spreadsheets.heard(tx, ctx.services, details, read)


async def _read(content: bytes, unique_id: str, name: str) -> ReadSheet:
    """Read a document's text, or a table's rows; what reads them is loaded at its first file."""
    if name.lower().endswith(TEXTS):
        return await read_document(content, unique_id, name)
    return await asyncio.to_thread(_rows, content, unique_id, name)


def _rows(content: bytes, unique_id: str, name: str) -> ReadSheet:
    from bot.errands.spreadsheet_cells import read_rows  # noqa: PLC0415

    return read_rows(content, unique_id, name)
