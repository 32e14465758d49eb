"""The coordinators' group: a new request is shown with its files, its card follows it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial

from domain.vat import VatFacts
from handlers.cards import client_cards
from handlers.cards.request_hold import record_hold
from handlers.context import coordinator_group, sent_files
from handlers.context.context_protocols import CardContext
from handlers.context.posts import post_of
from handlers.context.services import Services
from handlers.context.update_context import UpdateContext
from handlers.conversation.kinds import SentFile
from handlers.views import request_card
from handlers.views.findings import Findings
from handlers.words.catalogue import GROUP_LANGUAGE, Say
from storage import media, outbox, requests
from storage.outbox import Post, Urgency
from storage.requests import Request
from storage.transaction import Transaction

ALBUM = 10  # photos in one message
NOTHING: Mapping[str, str] = {}


def card_key(request_id: int) -> str:
    return f"request:{request_id}"


async def arrived(
    ctx: UpdateContext, request: Request, found: Findings, shown: Collection[int] = ()
) -> None:
    """Show a new request in the coordinators' group, with its files but those `shown` before."""
    chat_id = await coordinator_group.coordinator_chat(ctx.tx, ctx.services)
    if not await coordinator_group.is_reachable(ctx.tx, ctx.services):
        await coordinator_group.tell_in_private(
            ctx.tx, ctx.services, "request-without-group", number=request.number
        )
    if chat_id is None:
        return
    say = ctx.services.words.say(GROUP_LANGUAGE)
    files = [
        (purpose, medium)
        for purpose, medium, _ in await media.attached(ctx.tx, "request", request.id)
        if medium.id not in shown
    ]
    documents = [file.id for _, file in files if file.kind == "document"]
    photos = [file.id for _, file in files if file.kind == sent_files.PHOTO]
    photos += await media.pictures(ctx.tx, documents)
    caption = say("desk-photos", number=request.number)
    posts = [
        Post(chat_id, caption, photos=tuple(photos[start : start + ALBUM]), silent=True)
        for start in range(0, len(photos), ALBUM)
    ]
    posts += [
        Post(chat_id, _named(say, request, purpose), document=file.id, silent=True)
        for purpose, file in files
        if file.kind != sent_files.PHOTO
    ]
    await outbox.put(ctx.tx, *posts)
    await _show(ctx, chat_id, request, fresh=True, found=found)


async def files_came(
    ctx: UpdateContext, request: Request, files: Sequence[SentFile], ids: Sequence[int]
) -> None:
    """Show files of an answer in the coordinators' group, each as what it is."""
    chat_id = await coordinator_group.coordinator_chat(ctx.tx, ctx.services)
    if chat_id is None:
        return
    say = ctx.services.words.say(GROUP_LANGUAGE)
    kinds = [sent_files.arrived(file).kind for file in files]
    captions = [_named(say, request, kind) for kind in kinds]
    posts = map(partial(sent_files.carrying, chat_id, silent=True), kinds, ids, captions)
    await outbox.put(ctx.tx, *posts)


async def pictured(tx: Transaction, services: Services, media_id: int, picture_id: int) -> None:
    """Show beside the original the picture that was made of it, for each request it came with."""
    chat_id = await coordinator_group.coordinator_chat(tx, services)
    if chat_id is None:
        return
    say = services.words.say(GROUP_LANGUAGE)
    for request_id in await media.subjects(tx, media_id, "request"):
        request = await requests.get(tx, request_id)
        caption = say("desk-photos", number=request.number)
        await outbox.put(tx, Post(chat_id, caption, photos=(picture_id,), silent=True))


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
    chat_id = await coordinator_group.coordinator_chat(ctx.tx, ctx.services)
    if chat_id is not None:
        now = replace(request, held=held)
        await _show(ctx, chat_id, now, fresh=fresh, told=told, found=found)


async def show_anew(ctx: CardContext, request_id: int) -> None:
    """Show a request that did not change once more in the coordinators' group."""
    chat_id = await coordinator_group.coordinator_chat(ctx.tx, ctx.services)
    if chat_id is not None:
        request = await requests.get(ctx.tx, request_id)
        await _show(ctx, chat_id, request, fresh=True)


async def _show(
    ctx: CardContext,
    chat_id: int,
    request: Request,
    *,
    fresh: bool,
    told: VatFacts = NOTHING,
    found: Findings | None = None,
) -> None:
    screen = await request_card.draw(ctx, request, told, found)
    named = card_key(request.id)
    post = post_of(screen, chat_id, card=named, fresh=fresh, urgency=Urgency.NOTICE)
    await outbox.put(ctx.tx, post)


def _named(say: Say, request: Request, purpose: str) -> str:
    """Name a file in the group: what kind of paper it is, or that it must be listened to."""
    if purpose == sent_files.PHOTO:
        return say("desk-photos", number=request.number)
    key = f"paper-{purpose}"
    words = say.plain(key if say.has(key) else "paper-other")
    return say("desk-file", number=request.number, what=words)
