"""How one letter becomes calls of the Bot API: new message, edit in place, album, document."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Protocol

import orjson
from telegram import InputFile
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.telegram.client import message_id_of
from bot.telegram.limits import Stopping
from storage.media import Medium
from storage.outbox import Letter, Post

UNCHANGED = "message is not modified"
EDITLESS = ("message to edit not found", "message can't be edited", "message_id_invalid")
TOPIC_GONE = ("message thread not found", "topic_deleted", "topic_closed")
GONE = (
    "chat not found",
    "user is deactivated",
    "bot was kicked",
    "peer_id_invalid",
    "not enough rights to send",
    "have no rights to send",
    "chat_write_forbidden",
    "topic_closed",
)


class Gone(Exception):
    """The person blocked the bot, or the chat takes no messages from it any more."""


class ApiCaller(Protocol):
    """What carries a call to the Bot API."""

    async def call(self, method: str, /, **params: Any) -> Any: ...


@dataclass(frozen=True, slots=True)
class Delivery:
    """What delivering needs: the line, the media rows and their bytes."""

    telegram: ApiCaller
    media: Callable[[tuple[int, ...]], Awaitable[list[Medium]]]
    content: Callable[[Medium], Awaitable[bytes]]
    uploaded: Callable[[int, str], Awaitable[None]]


async def deliver(
    delivery: Delivery, letter: Letter, stands: tuple[int | None, bool] | None
) -> int | None:
    """Send or edit; return the id of the message that stands now. Raises Gone, TelegramError."""
    post = letter.post
    old, had_buttons = stands or (letter.message_id, letter.had_buttons)
    try:
        return await _carry_out(delivery, post, old, had_buttons=had_buttons)
    except Forbidden as error:
        raise Gone(str(error)) from error
    except BadRequest as error:
        if post.topic is not None and any(words in str(error).lower() for words in TOPIC_GONE):
            in_general = replace(letter, post=replace(post, topic=None))
            return await deliver(delivery, in_general, stands)
        if any(words in str(error).lower() for words in GONE):
            raise Gone(str(error)) from error
        raise


async def _carry_out(
    delivery: Delivery, post: Post, old: int | None, *, had_buttons: bool
) -> int | None:
    """Do what the post asks for, given where its card stood before."""
    if post.withdraw:
        await _withdraw(delivery.telegram, post, old)
        return None
    if post.photos or post.document is not None:
        return await _show_files(delivery, post, old, had_buttons=had_buttons)
    if not post.text:  # nothing to say: the card has had its time
        if old is not None and had_buttons:
            await _retire(delivery.telegram, post.chat_id, old)
        return old
    if old is not None and not post.fresh and await _edit(delivery.telegram, post, old):
        return old
    answer = await delivery.telegram.call("sendMessage", **_text(post), **_manner(post))
    message_id = message_id_of(answer)
    if old is not None and had_buttons and old != message_id:
        await _retire(delivery.telegram, post.chat_id, old)
    return message_id


async def _show_files(
    delivery: Delivery, post: Post, old: int | None, *, had_buttons: bool
) -> int | None:
    """Put a card's new picture in place of the old one; anything else is sent."""
    alone = len(post.photos) == 1 and post.editable
    if old is not None and not post.fresh and alone and await _edit_photo(delivery, post, old):
        return old
    message_id = await _send_files(delivery, post)
    if old is not None and had_buttons and old != message_id:
        await _retire(delivery.telegram, post.chat_id, old)
    return message_id


async def _edit_photo(delivery: Delivery, post: Post, message_id: int) -> bool:
    [medium] = await delivery.media(post.photos)
    source = await _source(delivery, medium)
    files = {"file0": source} if isinstance(source, InputFile) else {}
    item = {"type": "photo", "media": "attach://file0" if files else source, **_caption(post)}
    params: dict[str, Any] = {"media": orjson.dumps(item).decode(), **files}
    if post.markup is not None:
        params["reply_markup"] = post.markup
    try:
        answer = await delivery.telegram.call(
            "editMessageMedia", chat_id=post.chat_id, message_id=message_id, **params
        )
    except BadRequest as error:
        return _stands(error)
    if medium.file_id is None and (file_id := _file_id(answer)):
        await delivery.uploaded(medium.id, file_id)
    return True


def _stands(error: BadRequest) -> bool:
    """Tell whether a message that was not edited says the same already; raise what is no answer."""
    reason = str(error).lower()
    if UNCHANGED in reason:
        return True
    if any(words in reason for words in EDITLESS):
        return False
    raise error


async def _edit(telegram: ApiCaller, post: Post, message_id: int) -> bool:
    if not post.editable:
        return False  # a reply keyboard cannot be put on an edited message
    try:
        await telegram.call(
            "editMessageText", message_id=message_id, **_text(post) | {"chat_id": post.chat_id}
        )
    except BadRequest as error:
        return _stands(error)
    return True


async def _withdraw(telegram: ApiCaller, post: Post, message_id: int | None) -> None:
    """Delete a message that should not have been sent; one that stays says so instead."""
    if message_id is None:
        return
    try:
        await telegram.call("deleteMessage", chat_id=post.chat_id, message_id=message_id)
    except BadRequest as error:
        if "not found" not in str(error).lower():
            await _edit(telegram, post, message_id)


async def _retire(telegram: ApiCaller, chat_id: int, message_id: int) -> None:
    """Take the buttons off a card that a newer one replaces; harmless when it fails."""
    with suppress(TelegramError, Stopping):
        await telegram.call("editMessageReplyMarkup", chat_id=chat_id, message_id=message_id)


async def _send_files(delivery: Delivery, post: Post) -> int | None:
    wanted = post.photos or ((post.document,) if post.document is not None else ())
    media = await delivery.media(wanted)
    if len(media) > 1:
        return message_id_of(await _send_album(delivery, post, media))
    kind = "document" if post.document is not None else "photo"
    if kind == "document" and media[0].kind == "voice":
        kind = "voice"
    method = f"send{kind.capitalize()}"
    params: dict[str, Any] = {
        kind: await _source(delivery, media[0]),
        **_caption(post),
        **_manner(post),
    }
    if post.markup is not None:
        params["reply_markup"] = post.markup
    answer = await delivery.telegram.call(method, chat_id=post.chat_id, **params)
    if media[0].file_id is None and (file_id := _file_id(answer)):
        await delivery.uploaded(media[0].id, file_id)
    return message_id_of(answer)


async def _send_album(delivery: Delivery, post: Post, media: list[Medium]) -> Any:
    items: list[dict[str, Any]] = []
    files: dict[str, InputFile] = {}
    for number, medium in enumerate(media[:10]):
        source = await _source(delivery, medium)
        if isinstance(source, InputFile):
            files[f"file{number}"] = source
            source = f"attach://file{number}"
        items.append({"type": "photo", "media": source})
    items[0] |= _caption(post)
    return await delivery.telegram.call(
        "sendMediaGroup",
        chat_id=post.chat_id,
        media=orjson.dumps(items).decode(),
        **{**files, **_manner(post)},
    )


async def _source(delivery: Delivery, medium: Medium) -> str | InputFile:
    if medium.file_id is not None:
        return medium.file_id
    return InputFile(await delivery.content(medium), filename=medium.name or "file")


def _text(post: Post) -> dict[str, Any]:
    text: dict[str, Any] = {
        "chat_id": post.chat_id,
        "text": post.text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
    if post.markup is not None:
        text["reply_markup"] = post.markup
    return text


def _caption(post: Post) -> dict[str, Any]:
    return {"caption": post.text, "parse_mode": "HTML"} if post.text else {}


def _manner(post: Post) -> dict[str, Any]:
    manner: dict[str, Any] = {}
    if post.silent:
        manner["disable_notification"] = True
    if post.protect:
        manner["protect_content"] = True
    if post.topic is not None:
        manner["message_thread_id"] = post.topic
    return manner


def _file_id(answer: Any) -> str | None:
    if document := answer.get("document"):
        return str(document["file_id"])
    photos = answer.get("photo")
    return str(photos[-1]["file_id"]) if photos else None
