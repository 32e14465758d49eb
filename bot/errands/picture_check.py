"""Looks at a picture that was sent as a file, while its sender can still send another."""

import asyncio

from bot.errands.context import ErrandContext
from documents.pictures import picture_fault
from handlers.sessions import pictures
from storage.errands import Errand


async def check_picture(ctx: ErrandContext, errand: Errand) -> None:
    """Fetch it, unpack it, and have its sender told where that fails; nothing is kept."""
    details = errand.details
    answer = await ctx.telegram.call("getFile", file_id=details["file"])
    content = await ctx.telegram.download(answer["file_path"])
    fault = await asyncio.to_thread(picture_fault, content)
    if fault is None:
        return
    async with ctx.begin() as tx:
        await ctx.db.lock_chats(tx, [int(details["chat"])])
        await pictures.unreadable(tx, ctx.services, details, fault)
