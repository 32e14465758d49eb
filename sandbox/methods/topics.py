"""Topics of a forum group."""

from __future__ import annotations

from typing import Any

from telegram.constants import ForumTopicLimit

from sandbox.errors import bad_request
from sandbox.methods.base import Call, method, open_chat
from sandbox.world import BLUE, Chat, ForumTopic


def _forum(call: Call) -> Chat:
    chat = open_chat(call)
    if not chat.forum:
        raise bad_request("the chat is not a forum")
    return chat


def _topic(call: Call, chat: Chat) -> ForumTopic:
    topic = chat.topics.get(call.params.integer("message_thread_id"))
    if topic is None:
        raise bad_request("message thread not found")
    return topic


def _name(call: Call) -> str:
    name = call.params.text("name").strip()
    if not ForumTopicLimit.MIN_NAME_LENGTH <= len(name) <= ForumTopicLimit.MAX_NAME_LENGTH:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "TOPIC_TITLE_TOO_LONG")
    return name


def _service(call: Call, chat: Chat, topic_id: int, content: dict[str, Any]) -> None:
    call.core.message(chat, call.core.world.bot_id, content, thread_id=topic_id)


@method("createForumTopic", "chat_id name icon_color icon_custom_emoji_id")
def create_forum_topic(call: Call) -> dict[str, Any]:
    chat, name = _forum(call), _name(call)
    colour = call.params.integer("icon_color", BLUE)
    created = {"forum_topic_created": {"name": name, "icon_color": colour}}
    message = call.core.message(chat, call.core.world.bot_id, created)
    message.thread_id = message.message_id
    chat.topics[message.message_id] = ForumTopic(message.message_id, name, colour)
    call.core.world.touch_chat(chat)
    return {"message_thread_id": message.message_id, "name": name, "icon_color": colour}


@method("editForumTopic", "chat_id message_thread_id name icon_custom_emoji_id")
def edit_forum_topic(call: Call) -> bool:
    chat = _forum(call)
    topic = _topic(call, chat)
    if call.params.has("name"):
        name = _name(call)
        if name == topic.name:
            raise bad_request("TOPIC_NOT_MODIFIED")
        topic.name = name
        _service(call, chat, topic.id, {"forum_topic_edited": {"name": name}})
    call.core.world.touch_chat(chat)
    return True


def _closed(call: Call, *, closed: bool) -> bool:
    chat = _forum(call)
    topic = _topic(call, chat)
    if topic.closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    _service(call, chat, topic.id, {f"forum_topic_{'closed' if closed else 'reopened'}": {}})
    call.core.world.touch_chat(chat)
    return True


@method("closeForumTopic", "chat_id message_thread_id")
def close_forum_topic(call: Call) -> bool:
    return _closed(call, closed=True)


@method("reopenForumTopic", "chat_id message_thread_id")
def reopen_forum_topic(call: Call) -> bool:
    return _closed(call, closed=False)
