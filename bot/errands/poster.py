"""The picture that begins a request when a phone looks at it."""

import asyncio
import io
from collections.abc import Sequence
from hashlib import sha256

import segno

from bot.errands.context import ErrandContext
from bot.errands.made_file import MadeFile, hand_over
from handlers.context.deep_links import url
from storage import people, sites
from storage.errands import Errand
from storage.outbox import Post, put
from storage.transaction import Transaction

SITE_LINK = "site"
PIXELS_A_DOT = 12


async def send_poster(ctx: ErrandContext, errand: Errand) -> None:
    """Draw the link of a site and send it to who asked; the same link is the same picture."""
    async with ctx.read() as tx:
        site = await sites.get(tx, int(errand.details["site"]))
        person = await people.get(tx, int(errand.details["person"]))
    link = url(ctx.services, SITE_LINK, site.code)
    content = await asyncio.to_thread(qr_picture, link)
    say = ctx.services.words.say(person.language)
    caption = say("site-poster", address=site.address, postcode=site.postcode, link=link)
    key = f"poster:{sha256(content).hexdigest()}"

    async def give(tx: Transaction, ids: Sequence[int]) -> None:
        await put(tx, Post(person.id, caption, photos=tuple(ids)))

    await hand_over(ctx, [MadeFile(key, "r4-qr.png", "image/png", content)], give)


def qr_picture(link: str) -> bytes:
    """Draw the link as a QR code (PNG) that still reads when a quarter of it is dirty."""
    out = io.BytesIO()
    segno.make(link, error="q", micro=False).save(out, kind="png", scale=PIXELS_A_DOT, border=4)
    return out.getvalue()
