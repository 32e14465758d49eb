"""The coordinators' group: a new request is shown with its files, its card follows it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from domain.vat import VatFacts
from handlers.cards import client_cards
from handlers.cards.request_hold import record_hold
from handlers.context import coordinator_group, sent_files
from handlers.context.context_protocols import CardContext
from handlers.context.posts import short
from handlers.context.recipients import Recipient
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.context.update_context import UpdateContext
from handlers.conversation.kinds import SentFile
from handlers.views import request_card
from handlers.views.findings import Findings
from handlers.words.catalogue import Say
from storage import media, requests
from storage.outbox import Urgency
from storage.requests import Request
from storage.transaction import Transaction

ALBUM = 10  # photos in one message
CAPTION_SHOWN = 90  # letters: those of a whole album fit below it
NOTHING: Mapping[str, str] = {}


def card_key(request_id: int) -> str:
    return f"request:{request_id}"


async def arrived(
    ctx: UpdateContext, request: Request, found: Findings, shown: Collection[int] = ()
) -> None:
    """Show a new request in the coordinators' group, with its files but those `shown` before."""
    group = await coordinator_group.group(ctx)
    if not await coordinator_group.is_reachable(ctx.tx, ctx.services):
        await coordinator_group.tell_in_private(ctx, "request-without-group", number=request.number)
    if group is None:
        return
    files = [
        (purpose, medium)
        for purpose, medium, _ in await media.attached(ctx.tx, "request", request.id)
        if medium.id not in shown
    ]
    documents = [file.id for _, file in files if file.kind == "document"]
    photos = [file.id for _, file in files if file.kind == sent_files.PHOTO]
    photos += await media.pictures(ctx.tx, documents)
    told = await media.told_by_medium(ctx.tx, "request", request.id)
    for start in range(0, len(photos), ALBUM):
        album = photos[start : start + ALBUM]
        words = _told(group.say, _named(group.say, request, sent_files.PHOTO), album, told)
        await group.send(words, photos=tuple(album), silent=True)
    for purpose, file in files:
        if file.kind != sent_files.PHOTO:
            words = _told(group.say, _named(group.say, request, purpose), [file.id], told)
            await group.send(words, document=file.id, silent=True)
    await _show(ctx, group, request, fresh=True, found=found)


async def files_came(
    ctx: UpdateContext, request: Request, files: Sequence[SentFile], ids: Sequence[int]
) -> None:
    """Show files of an answer in the coordinators' group, each as what it is."""
    group = await coordinator_group.group(ctx)
    if group is None:
        return
    for file, media_id in zip(files, ids, strict=True):
        kind = sent_files.arrived(file).kind
        words = _named(group.say, request, kind)
        await group.send(words, **sent_files.attachment(kind, media_id, silent=True))


async def pictured(tx: Transaction, services: Services, media_id: int, picture_id: int) -> None:
    """Show beside the original the picture that was made of it, for each request it came with."""
    group = await coordinator_group.group(SystemContext(tx, services))
    if group is None:
        return
    for request_id in await media.subjects(tx, media_id, "request"):
        request = await requests.get(tx, request_id)
        caption = group.say("request-card-photos", number=request.number)
        await group.send(caption, photos=(picture_id,), silent=True)


async def request_changed(
    ctx: CardContext, request_id: int, *, fresh: bool = False, told: VatFacts = NOTHING
) -> None:
    """Keep what holds the request now and let its card follow; `fresh` where somebody should act.

    `told` is what was just said about the VAT, where more must be asked.
    """
    request = await requests.get(ctx.tx, request_id)
    found = await record_hold(ctx, request)
    held = tuple(hazard.kind for hazard in found.held)
    await client_cards.follow(ctx, request_id)
    if group := await coordinator_group.group(ctx):
        now = replace(request, held=held)
        await _show(ctx, group, now, fresh=fresh, told=told, found=found)


async def show_anew(ctx: CardContext, request_id: int) -> None:
    """Show a request that did not change once more in the coordinators' group."""
    if group := await coordinator_group.group(ctx):
        request = await requests.get(ctx.tx, request_id)
        await _show(ctx, group, request, fresh=True)


async def _show(
    ctx: CardContext,
    group: Recipient,
    request: Request,
    *,
    fresh: bool,
    told: VatFacts = NOTHING,
    found: Findings | None = None,
) -> None:
    screen = await request_card.draw(ctx, request, told, found)
    await group.send(screen, card=card_key(request.id), fresh=fresh, urgency=Urgency.NOTICE)


def _told(say: Say, head: str, album: Sequence[int], told: Mapping[int, str]) -> str:
    """Put what the client wrote under the pictures of an album below its heading."""
    lines = [
        say("request-card-caption", number=n, text=short(told[medium_id], CAPTION_SHOWN))
        for n, medium_id in enumerate(album, 1)
        if told.get(medium_id)
    ]
    return "\n".join([head, *lines])


def _named(say: Say, request: Request, purpose: str) -> str:
    """Name a file in the group: what kind of paper it is, or that it must be listened to."""
    if purpose == sent_files.PHOTO:
        return say("request-card-photos", number=request.number)
    key = f"paper-{purpose}"
    words = say.plain(key if say.has(key) else "paper-other")
    return say("request-card-file", number=request.number, what=words)
