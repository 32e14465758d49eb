"""Changes to messages that are already there."""

from __future__ import annotations

from typing import Any

from telegram.constants import ReactionEmoji

from sandbox.errors import bad_request
from sandbox.keyboards import KeyboardRows, inline_rows
from sandbox.methods.base import (
    Call,
    caption_content,
    known_chat,
    message_of,
    method,
    open_chat,
    text_content,
)
from sandbox.methods.media import document, photo
from sandbox.world import Chat, Message, message_api

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
WHICH = "business_connection_id chat_id message_id inline_message_id reply_markup "
REACTIONS = frozenset(emoji.value for emoji in ReactionEmoji)
DELETABLE = 48 * 3600
MEDIA = frozenset({"photo", "document", "voice", "video"})


def _own(call: Call) -> Message:
    message = message_of(call, open_chat(call), "message to edit not found")
    if message.sender_id != call.core.world.bot_id or message.had_keyboard:
        raise bad_request("message can't be edited")
    return message


def _change(
    call: Call, message: Message, content: dict[str, Any], inline: KeyboardRows | None
) -> Any:
    if content == message.content and inline == message.inline:
        raise bad_request(NOT_MODIFIED)
    only_buttons = content == message.content
    message.content, message.inline = content, inline
    if not only_buttons:
        message.edit_date = call.core.date()
    call.core.world.touch(message)
    return message_api(call.core.world, message)


def _without_caption(content: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in content.items() if "caption" not in name}


@method("editMessageText", WHICH + "text parse_mode entities link_preview_options")
def edit_message_text(call: Call) -> Any:
    message = _own(call)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    inline = inline_rows(call.params.record("reply_markup"))
    return _change(call, message, text_content(call), inline)


@method(
    "editMessageCaption", WHICH + "caption parse_mode caption_entities show_caption_above_media"
)
def edit_message_caption(call: Call) -> Any:
    message, params = _own(call), call.params
    if not MEDIA & message.content.keys():
        raise bad_request("there is no caption in the message to edit")
    caption = caption_content(
        params.text("caption"),
        params.text("parse_mode"),
        params.records("caption_entities"),
        above=params.flag("show_caption_above_media"),
    )
    content = {**_without_caption(message.content), **caption}
    return _change(call, message, content, inline_rows(params.record("reply_markup")))


@method("editMessageMedia", WHICH + "media")
def edit_message_media(call: Call) -> Any:
    message, item = _own(call), call.params.record("media")
    if item is None or item.get("type") not in {"photo", "document"}:
        raise bad_request("can't parse InputMedia: unsupported type")
    if message.album and item["type"] not in message.content:
        raise bad_request("can't use media of the specified type in the album")
    make = photo if item["type"] == "photo" else document
    caption = caption_content(
        str(item.get("caption") or ""),
        str(item.get("parse_mode") or ""),
        item.get("caption_entities") or [],
    )
    content = {**make(call, str(item.get("media") or ""), "media"), **caption}
    return _change(call, message, content, inline_rows(call.params.record("reply_markup")))


@method("editMessageReplyMarkup", WHICH)
def edit_message_reply_markup(call: Call) -> Any:
    message = _own(call)
    return _change(call, message, message.content, inline_rows(call.params.record("reply_markup")))


def _deletable(call: Call, chat: Chat, message: Message) -> bool:
    own = message.sender_id == call.core.world.bot_id
    if not chat.private:
        return True
    return (own or chat.private) and call.core.date() - message.date < DELETABLE


def _delete(call: Call, message: Message) -> None:
    message.deleted = True
    call.core.world.touch(message)


@method("deleteMessage", "chat_id message_id")
def delete_message(call: Call) -> bool:
    chat = known_chat(call)
    message = message_of(call, chat, "message to delete not found")
    if not _deletable(call, chat, message):
        raise bad_request("message can't be deleted for everyone")
    _delete(call, message)
    return True


@method("deleteMessages", "chat_id message_ids")
def delete_messages(call: Call) -> bool:
    """Those that are not there are passed over."""
    chat = known_chat(call)
    ids = call.params.json("message_ids")
    if not isinstance(ids, list) or not 1 <= len(ids) <= 100:
        raise bad_request("message identifiers are not specified")
    for message_id in ids:
        message = call.core.world.find(chat.id, int(message_id))
        if message and _deletable(call, chat, message):
            _delete(call, message)
    return True


@method("setMessageReaction", "chat_id message_id reaction is_big")
def set_message_reaction(call: Call) -> bool:
    message = message_of(call, open_chat(call), "message to react not found")
    wanted = call.params.records("reaction")
    if len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    emoji = [str(one.get("emoji") or "") for one in wanted]
    if any(one not in REACTIONS for one in emoji):
        raise bad_request("REACTION_INVALID")
    message.reactions.pop(call.core.world.bot_id, None)
    if emoji:
        message.reactions[call.core.world.bot_id] = emoji
    call.core.world.touch(message)
    return True
