"""What every method starts from: its call, its chat, its text."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from telegram.constants import MessageLimit

from sandbox.core import Core
from sandbox.entities import with_found
from sandbox.errors import bad_request, forbidden
from sandbox.markup import length, parse_html, trimmed
from sandbox.params import Params
from sandbox.world import Chat, Message

Run = Callable[["Call"], Any | Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Method:
    """`accepts` are the parameters that the sandbox knows; others are ignored, as Telegram does."""

    name: str
    accepts: frozenset[str]
    run: Run


@dataclass(slots=True)
class Call:
    core: Core
    params: Params


METHODS: dict[str, Method] = {}
"""By name in lower case: Telegram does not mind the case."""


def method(name: str, accepts: str = "") -> Callable[[Run], Run]:
    def register(run: Run) -> Run:
        METHODS[name.lower()] = Method(name, frozenset(accepts.split()), run)
        return run

    return register


def known_chat(call: Call) -> Chat:
    """The chat of a call, whether or not the bot may write to it."""
    return place_of(call, call.params.integer("chat_id"))


def place_of(call: Call, chat_id: int) -> Chat:
    """A chat by its id, whether or not the bot may write to it."""
    world = call.core.world
    chat = world.chats.get(chat_id)
    if chat is None or (chat.private and not chat.started and not world.groups_of(chat_id)):
        raise bad_request("chat not found")
    if chat.migrated_to:
        raise bad_request(
            "group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat.migrated_to}
        )
    return chat


def open_chat(call: Call) -> Chat:
    """The chat of a call, which the bot may write to."""
    chat = known_chat(call)
    if not chat.private:
        if chat.bot_gone:
            raise forbidden(f"bot was kicked from the {chat.type} chat")
        return chat
    if call.core.world.users[chat.id].deleted:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def thread_of(call: Call, chat: Chat) -> int | None:
    thread = call.params.integer("message_thread_id")
    if not thread:
        return None
    if thread not in chat.topics:
        raise bad_request("message thread not found")
    return thread


def reply_of(call: Call, chat: Chat) -> int | None:
    """The message replied to, None where it is gone and the call can do without."""
    given = call.params.record("reply_parameters") or {}
    original = given.get("message_id") or call.params.integer("reply_to_message_id")
    if not original:
        return None
    if call.core.world.find(chat.id, int(original)):
        return int(original)
    if given.get("allow_sending_without_reply") or call.params.flag("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def formatted(
    source: str, mode: str, given: list[dict[str, Any]]
) -> tuple[str, list[dict[str, Any]]]:
    """Text and entities from the parse mode or from entities given beside it."""
    if mode.lower() == "html":
        text, entities = parse_html(source)
    elif mode:
        raise bad_request(f"unsupported parse_mode: the sandbox reads HTML only, not {mode}")
    else:
        text, entities = trimmed(source, given)
    return text, with_found(text, entities)


def text_content(call: Call) -> dict[str, Any]:
    """`text` and `entities` of a text message."""
    params = call.params
    text, entities = formatted(
        params.text("text"), params.text("parse_mode"), params.records("entities")
    )
    if not text:
        raise bad_request("message text is empty")
    if length(text) > MessageLimit.MAX_TEXT_LENGTH:
        raise bad_request("message is too long")
    return {"text": text, **({"entities": entities} if entities else {})}


def caption_content(
    caption: str, mode: str, given: list[dict[str, Any]], *, above: bool = False
) -> dict[str, Any]:
    """`caption` and its entities, nothing where there is no caption."""
    text, entities = formatted(caption, mode, given)
    if length(text) > MessageLimit.CAPTION_LENGTH:
        raise bad_request("message caption is too long")
    found: dict[str, Any] = {"caption": text} if text else {}
    if entities:
        found["caption_entities"] = entities
    if text and above:
        found["show_caption_above_media"] = True
    return found


def message_of(call: Call, chat: Chat, absent: str) -> Message:
    """The message a call names.

    Raises:
        ApiError: 400 with the text `absent`.
    """
    message = call.core.world.find(chat.id, call.params.integer("message_id"))
    if message is None:
        raise bad_request(absent)
    return message
