"""New messages of the bot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from telegram.constants import ContactLimit, MediaGroupLimit

from sandbox.errors import bad_request
from sandbox.keyboards import apply_keyboard, inline_rows, read_board, replaces_keyboard
from sandbox.methods.base import (
    Call,
    caption_content,
    method,
    open_chat,
    reply_of,
    text_content,
    thread_of,
)
from sandbox.methods.media import document, photo, voice
from sandbox.world import Chat, Message, message_api

COMMON = (
    "chat_id message_thread_id business_connection_id direct_messages_topic_id "
    "disable_notification protect_content allow_paid_broadcast message_effect_id reply_parameters "
)
ANSWERED = COMMON + "reply_markup suggested_post_parameters "
CAPTION = "caption parse_mode caption_entities "


def _send(call: Call, content: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    chat = open_chat(call)
    markup = call.params.record("reply_markup")
    inline, thread, reply = inline_rows(markup), thread_of(call, chat), reply_of(call, chat)
    board, made = read_board(chat, markup), content()
    if apply_keyboard(chat, markup, board):
        call.core.world.touch_chat(chat)
    had = replaces_keyboard(markup)
    places = {"thread_id": thread, "reply_to": reply}
    message = _put(call, chat, made, inline=inline, had_keyboard=had, **places)
    return message_api(call.core.world, message)


def _put(call: Call, chat: Chat, content: dict[str, Any], **known: Any) -> Message:
    return call.core.message(
        chat,
        call.core.world.bot_id,
        content,
        silent=call.params.flag("disable_notification"),
        protected=call.params.flag("protect_content"),
        **known,
    )


def _caption(call: Call) -> dict[str, Any]:
    params = call.params
    return caption_content(
        params.text("caption"),
        params.text("parse_mode"),
        params.records("caption_entities"),
        above=params.flag("show_caption_above_media"),
    )


@method("sendMessage", ANSWERED + "text parse_mode entities link_preview_options")
def send_message(call: Call) -> dict[str, Any]:
    return _send(call, lambda: text_content(call))


@method("sendPhoto", ANSWERED + CAPTION + "photo has_spoiler show_caption_above_media")
def send_photo(call: Call) -> dict[str, Any]:
    return _send(
        call, lambda: {**photo(call, call.params.text("photo"), "photo"), **_caption(call)}
    )


@method("sendDocument", ANSWERED + CAPTION + "document thumbnail disable_content_type_detection")
def send_document(call: Call) -> dict[str, Any]:
    given = call.params.text("document")
    return _send(call, lambda: {**document(call, given, "document"), **_caption(call)})


@method("sendVoice", ANSWERED + CAPTION + "voice duration")
def send_voice(call: Call) -> dict[str, Any]:
    given = call.params.text("voice")
    return _send(call, lambda: {**voice(call, given), **_caption(call)})


@method(
    "sendLocation",
    ANSWERED + "latitude longitude horizontal_accuracy live_period heading proximity_alert_radius",
)
def send_location(call: Call) -> dict[str, Any]:
    return _send(call, lambda: {"location": _location(call)})


def _location(call: Call) -> dict[str, float]:
    latitude, longitude = call.params.number("latitude"), call.params.number("longitude")
    if latitude is None or longitude is None:
        raise bad_request("latitude and longitude must be specified")
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise bad_request("wrong location specified")
    return {"latitude": latitude, "longitude": longitude}


@method("sendContact", ANSWERED + "phone_number first_name last_name vcard")
def send_contact(call: Call) -> dict[str, Any]:
    return _send(call, lambda: {"contact": _contact(call)})


def _contact(call: Call) -> dict[str, Any]:
    params = call.params
    if not params.has("phone_number") or not params.has("first_name"):
        missing = "phone number" if not params.has("phone_number") else "first name"
        raise bad_request(f"contact {missing} must be non-empty")
    if len(params.text("vcard").encode()) > ContactLimit.VCARD:
        raise bad_request("VCARD_TOO_LONG")
    names = ("phone_number", "first_name", "last_name", "vcard")
    return {name: params.text(name) for name in names if params.has(name)}


@method("sendMediaGroup", COMMON + "media")
def send_media_group(call: Call) -> list[dict[str, Any]]:
    chat = open_chat(call)
    thread, reply = thread_of(call, chat), reply_of(call, chat)
    contents = [_item(call, item) for item in _items(call)]
    world = call.core.world
    album = str(world.count("album", 13_900_000_001))
    return [
        message_api(world, _put(call, chat, content, thread_id=thread, reply_to=reply, album=album))
        for content in contents
    ]


def _items(call: Call) -> list[dict[str, Any]]:
    items = call.params.records("media")
    if len(items) > MediaGroupLimit.MAX_MEDIA_LENGTH:
        raise bad_request("too many messages to send as an album")
    if len(items) < MediaGroupLimit.MIN_MEDIA_LENGTH:
        raise bad_request("not enough messages to send as an album")
    kinds = {item.get("type") for item in items}
    if not kinds <= {"photo", "document"}:
        raise bad_request(f"unsupported media type for an album: {sorted(map(str, kinds))}")
    if len(kinds) > 1:
        raise bad_request("document can't be mixed with other media types")
    return items


def _item(call: Call, item: dict[str, Any]) -> dict[str, Any]:
    make = photo if item["type"] == "photo" else document
    caption = caption_content(
        str(item.get("caption") or ""),
        str(item.get("parse_mode") or ""),
        item.get("caption_entities") or [],
    )
    return {**make(call, str(item.get("media") or ""), "media"), **caption}
