"""The coordinators' group: a new request is shown with its files, its card follows it."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from domain.vat import VatFacts
from handlers import alerts
from handlers.conversation.kinds import SentFile
from handlers.coordinators import request_card
from handlers.findings import Findings
from handlers.office import Office
from handlers.posts import post_of
from handlers.receiving import PHOTO, carrying
from handlers.receiving import arrived as arrived_as
from handlers.shop import Shop
from handlers.visit import GROUP_LANGUAGE, Visit
from handlers.words.catalogue import Say
from storage import media, outbox, requests
from storage.outbox import Post, Urgency
from storage.requests import Request
from storage.work import Work

ALBUM = 10  # photos in one message
NOTHING: Mapping[str, str] = {}


def card(request_id: int) -> str:
    return f"request:{request_id}"


async def arrived(
    visit: Visit, request: Request, found: Findings, shown: Collection[int] = ()
) -> None:
    """Show a new request in the coordinators' group, with its files but those `shown` before."""
    chat_id = await alerts.coordinator_chat(visit.work, visit.shop)
    if chat_id is None:
        return
    say = visit.shop.words.say(GROUP_LANGUAGE)
    files = [
        (purpose, one)
        for purpose, one, _ in await media.attached(visit.work, "request", request.id)
        if one.id not in shown
    ]
    documents = [one.id for _, one in files if one.kind == "document"]
    photos = [one.id for _, one in files if one.kind == PHOTO]
    photos += await media.pictures(visit.work, documents)
    caption = say("desk-photos", number=request.number)
    posts = [
        Post(chat_id, caption, photos=tuple(photos[start : start + ALBUM]), silent=True)
        for start in range(0, len(photos), ALBUM)
    ]
    posts += [
        Post(chat_id, _named(say, request, purpose), document=one.id, silent=True)
        for purpose, one in files
        if one.kind != PHOTO
    ]
    await outbox.put(visit.work, *posts)
    await _show(visit, chat_id, request, fresh=True, found=found)


async def files_came(
    visit: Visit, request: Request, files: Sequence[SentFile], ids: Sequence[int]
) -> None:
    """Show files of an answer in the coordinators' group, each as what it is."""
    chat_id = await alerts.coordinator_chat(visit.work, visit.shop)
    if chat_id is None:
        return
    say = visit.shop.words.say(GROUP_LANGUAGE)
    kinds = [arrived_as(one).kind for one in files]
    captions = [_named(say, request, kind) for kind in kinds]
    posts = map(partial(carrying, chat_id, silent=True), kinds, ids, captions)
    await outbox.put(visit.work, *posts)


async def pictured(work: Work, shop: Shop, media_id: int, picture_id: int) -> None:
    """Show beside the original the picture that was made of it, for each request it came with."""
    chat_id = await alerts.coordinator_chat(work, shop)
    if chat_id is None:
        return
    say = shop.words.say(GROUP_LANGUAGE)
    for request_id in await media.subjects(work, media_id, "request"):
        request = await requests.get(work, request_id)
        caption = say("desk-photos", number=request.number)
        await outbox.put(work, Post(chat_id, caption, photos=(picture_id,), silent=True))


async def refresh(
    visit: Visit | Office, request_id: int, *, fresh: bool = False, told: VatFacts = NOTHING
) -> None:
    """Show the request as it stands now; `fresh` where somebody should act.

    `told` is what was just said about the VAT, where more must be asked.
    """
    chat_id = await alerts.coordinator_chat(visit.work, visit.shop)
    if chat_id is None:
        return
    request = await requests.get(visit.work, request_id)
    await _show(visit, chat_id, request, fresh=fresh, told=told)


async def _show(
    visit: Visit | Office,
    chat_id: int,
    request: Request,
    *,
    fresh: bool,
    told: VatFacts = NOTHING,
    found: Findings | None = None,
) -> None:
    screen = await request_card.draw(visit, request, told, found)
    named = card(request.id)
    post = post_of(screen, chat_id, card=named, fresh=fresh, urgency=Urgency.NOTICE)
    await outbox.put(visit.work, post)


def _named(say: Say, request: Request, purpose: str) -> str:
    """Name a file in the group: what kind of paper it is, or that it must be listened to."""
    key = f"paper-{purpose}"
    words = say.plain(key if say.has(key) else "paper-other")
    return say("desk-file", number=request.number, what=words)
