"""The picture that begins a request when a phone looks at it."""

import asyncio
import io

import segno

from bot.clock import Clock, real_now
from handlers.context.deep_links import url
from handlers.context.services import Services
from storage import media, people, sites
from storage.engine import Database
from storage.errands import Errand
from storage.files import FileStore
from storage.outbox import Post, put

DOOR = "site"
PIXELS_A_DOT = 12


async def send_poster(
    db: Database, clock: Clock, files: FileStore, services: Services, errand: Errand
) -> None:
    """Draw the link of a place and send it to who asked; the same link is the same picture."""
    async with db.read(clock.now()) as tx:
        site = await sites.get(tx, int(errand.details["site"]))
        person = await people.get(tx, int(errand.details["person"]))
    link = url(services, DOOR, site.code)
    content = await asyncio.to_thread(qr_picture, link)
    sha256 = await files.keep(content)
    say = services.words.say(person.language)
    caption = say("site-poster", address=site.address, postcode=site.postcode, link=link)
    async with db.begin(clock.now(), real_now=real_now()) as tx:
        media_id = await media.keep(
            tx,
            key=f"poster:{sha256}",
            sha256=sha256,
            name="r4-qr.png",
            mime="image/png",
            size=len(content),
        )
        await put(tx, Post(person.id, caption, photos=(media_id,)))


def qr_picture(link: str) -> bytes:
    """Draw the link as a QR code (PNG) that still reads when a quarter of it is dirty."""
    out = io.BytesIO()
    segno.make(link, error="q", micro=False).save(out, kind="png", scale=PIXELS_A_DOT, border=4)
    return out.getvalue()
