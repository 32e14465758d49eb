"""Papers that follow a quote: the agreed copy comes back at once, a translation on request."""

from handlers import rights
from handlers.actions import Tap
from handlers.shop import Shop
from handlers.visit import Visit
from storage import errands, media, outbox, people, quotes
from storage.outbox import Post
from storage.quotes import Revision
from storage.work import Work

RENDER_AGREEMENT = "agreement"
RENDER_ENGLISH = "english"


def agreement_key(revision: Revision) -> str | None:
    """Name the paper of one agreement; one given anew later is another, none without one."""
    if revision.state != "accepted" or revision.agreed_at is None:
        return None
    return f"{RENDER_AGREEMENT}:{revision.id}:{revision.agreed_at:%Y%m%d%H%M%S}"


def english_key(revision_id: int, person_id: int) -> str:
    return f"{RENDER_ENGLISH}:{revision_id}:{person_id}"


async def ask_agreement(work: Work, revision: Revision, person_id: int) -> None:
    """Have the agreed quote made for who agreed."""
    if key := agreement_key(revision):
        details = {"revision": revision.id, "person": person_id}
        await errands.put(work, RENDER_AGREEMENT, key, details)


async def agreement_ready(
    work: Work, shop: Shop, revision: Revision, person_id: int, media_id: int
) -> None:
    await _send(work, shop, "quote-agreement-paper", revision, person_id, media_id)


async def show_agreement(visit: Visit, revision: Revision) -> None:
    """Send the agreed quote once more, if there is one."""
    key = agreement_key(revision)
    if key and (media_id := await media.made(visit.work, key)):
        await agreement_ready(visit.work, visit.shop, revision, visit.person.id, media_id)


async def english_tapped(visit: Visit, tap: Tap) -> None:
    """Send the translation, or have it made first."""
    work, person = visit.work, visit.person
    revision = await quotes.get(work, tap.id)
    if await quotes.company_of(work, revision) != person.company_id:
        await rights.refuse(visit, tap.action, tap.id)
        return
    key = english_key(revision.id, person.id)
    if media_id := await media.made(work, key):
        await english_ready(work, visit.shop, revision, person.id, media_id)
        return
    details = {"revision": revision.id, "person": person.id}
    await errands.put(work, RENDER_ENGLISH, key, details)
    visit.tell(visit.say.plain("quote-english-on-its-way"))


async def english_ready(
    work: Work, shop: Shop, revision: Revision, person_id: int, media_id: int
) -> None:
    await _send(work, shop, "quote-english-paper", revision, person_id, media_id)


async def _send(
    work: Work, shop: Shop, key: str, revision: Revision, person_id: int, media_id: int
) -> None:
    person = await people.get(work, person_id)
    words = shop.words.say(person.language)(key, number=revision.label)
    await outbox.put(work, Post(person_id, words, document=media_id))
