"""The picture that begins a request when a phone looks at it."""

import asyncio
import io
from collections.abc import Sequence
from hashlib import sha256

import segno

from bot.errands.context import ErrandContext
from bot.errands.made_file import MadeFile, hand_over
from handlers.context.deep_links import url
from handlers.context.recipients import to_person
from handlers.context.system_context import SystemContext
from storage import people, sites
from storage.errands import Errand
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
    key = f"poster:{sha256(content).hexdigest()}"

    async def give(tx: Transaction, ids: Sequence[int]) -> None:
        asker = to_person(SystemContext(tx, ctx.services), person)
        words = asker.say("site-poster", address=site.address, postcode=site.postcode, link=link)
        await asker.send(words, photos=tuple(ids))

    await hand_over(ctx, [MadeFile(key, "r4-qr.png", "image/png", content)], give)


def qr_picture(link: str) -> bytes:
    """Draw the link as a QR code (PNG) that still reads when a quarter of it is dirty."""
    out = io.BytesIO()
    segno.make(link, error="q", micro=False).save(out, kind="png", scale=PIXELS_A_DOT, border=4)
    return out.getvalue()
