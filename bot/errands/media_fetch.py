"""Brings a file that somebody sent from Telegram into our own store."""

import asyncio

from bot.errands.context import ErrandContext
from documents.pictures import picture_fault, small_jpeg
from handlers.cards import request_cards
from handlers.conversation.kinds.files import PICTURES
from handlers.jobs import proof_photos
from storage import media
from storage.errands import Errand
from storage.media import Medium

PHOTO_SIDE = 2560  # pixels, as Telegram keeps photos


async def fetch_media(ctx: ErrandContext, errand: Errand) -> None:
    """Fetch the file that the errand names."""
    await fetch(ctx, int(errand.details["media"]))


async def fetch(ctx: ErrandContext, media_id: int) -> None:
    """Keep a file by its SHA-256, and beside a HEIC a JPEG; a second time does nothing."""
    async with ctx.read() as tx:
        found = await media.get(tx, [media_id])
    if not found or found[0].sha256 is not None or found[0].file_id is None:
        return
    answer = await ctx.telegram.call("getFile", file_id=found[0].file_id)
    content = await ctx.telegram.download(answer["file_path"])
    sha256 = await ctx.files.keep(content)
    if sent_as_file(found[0]) and (fault := await asyncio.to_thread(picture_fault, content)):
        async with ctx.begin() as tx:
            await proof_photos.unreadable(tx, ctx.services, found[0], fault)
    picture = await asyncio.to_thread(_picture, found[0], content)
    shown = await ctx.files.keep(picture) if picture else ""
    async with ctx.begin() as tx:
        await media.fetched(tx, media_id, sha256, len(content))
        if picture:
            picture_id = await media.keep_picture(tx, media_id, shown, len(picture))
            await request_cards.pictured(tx, ctx.services, media_id, picture_id)


def sent_as_file(medium: Medium) -> bool:
    """Tell whether it is a picture as it was taken; Telegram makes those sent as photos anew."""
    return medium.kind == "document" and medium.mime in PICTURES.values()


def _picture(medium: Medium, content: bytes) -> bytes | None:
    """Make a JPEG of what only some phones can show; None for the rest, and for what is broken."""
    return small_jpeg(content, longest_side=PHOTO_SIDE) if medium.mime in media.HEIC else None
