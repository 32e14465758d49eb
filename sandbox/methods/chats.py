"""Chats, their members, pins and the typing sign."""

from __future__ import annotations

from typing import Any

from telegram.constants import ChatAction

from sandbox.core import member_api
from sandbox.errors import bad_request
from sandbox.methods.base import Call, known_chat, message_of, method, open_chat
from sandbox.world import Chat, SandboxChange, chat_api, message_api, user_api

ACTIONS = frozenset(action.value for action in ChatAction)


@method("getChat", "chat_id")
def get_chat(call: Call) -> dict[str, Any]:
    chat, world = known_chat(call), call.core.world
    found = {
        **chat_api(world, chat),
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }
    pinned = world.find(chat.id, chat.pinned[-1]) if chat.pinned else None
    if pinned:
        found["pinned_message"] = message_api(world, pinned)
    return found


@method("getChatMember", "chat_id user_id")
def get_chat_member(call: Call) -> dict[str, Any]:
    chat, world = known_chat(call), call.core.world
    user_id = call.params.integer("user_id")
    if user_id != world.bot_id and user_id not in world.users:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return member_api(user_api(world, user_id), _status(call, chat, user_id))


def _status(call: Call, chat: Chat, user_id: int) -> str:
    if user_id == call.core.world.bot_id:
        if chat.private:
            return "member"
        return "left" if chat.bot_gone else "administrator"
    return "member" if user_id in {chat.id, *chat.members} else "left"


@method("sendChatAction", "chat_id action message_thread_id business_connection_id")
def send_chat_action(call: Call) -> bool:
    chat = open_chat(call)
    if call.params.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    data = {"action": call.params.text("action")}
    call.core.world.changed(SandboxChange("typing", chat.id, data=data))
    return True


@method("pinChatMessage", "chat_id message_id disable_notification business_connection_id")
def pin_chat_message(call: Call) -> bool:
    chat = open_chat(call)
    message = message_of(call, chat, "message to pin not found")
    chat.pinned = [pin for pin in chat.pinned if pin != message.message_id]
    chat.pinned.append(message.message_id)
    call.core.world.touch_chat(chat)
    return True


@method("unpinChatMessage", "chat_id message_id business_connection_id")
def unpin_chat_message(call: Call) -> bool:
    chat = open_chat(call)
    gone = call.params.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    chat.pinned = [pin for pin in chat.pinned if pin != gone]
    call.core.world.touch_chat(chat)
    return True
