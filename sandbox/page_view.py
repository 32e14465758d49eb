"""State of the sandbox as the page reads it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sandbox.core import Core
from sandbox.entities import to_html
from sandbox.methods.bot import menu
from sandbox.seen import file_of, kind_of
from sandbox.world import Chat, Message, User

SERVICE_WORDS = {
    "forum_topic_created": "created the topic “{name}”",
    "forum_topic_edited": "renamed the topic to “{name}”",
    "forum_topic_closed": "closed the topic",
    "forum_topic_reopened": "opened the topic again",
    "new_chat_members": "joined",
    "left_chat_member": "left",
    "migrate_to_chat_id": "made this a supergroup",
    "migrate_from_chat_id": "made this a supergroup",
}


def person_view(core: Core, user: User) -> dict[str, Any]:
    chat = core.world.chats.get(user.id)
    return {
        "id": user.id,
        "key": user.key,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "language": user.language,
        "title": user.title,
        "rtl": user.rtl,
        "blocked": chat is not None and chat.blocked,
        "deleted": user.deleted,
        "commands": menu(core.world.commands, user.id, user.language or ""),
    }


def people_view(core: Core) -> list[dict[str, Any]]:
    return [person_view(core, user) for user in core.world.users.values()]


def chat_view(core: Core, chat: Chat) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": chat.id,
        "type": "private" if chat.private else "supergroup",
        "title": core.world.name if chat.private else chat.title,
        "members": chat.members,
        "topics": [
            {"id": topic.id, "name": topic.name, "closed": topic.closed}
            for topic in chat.topics.values()
        ],
        "pinned": chat.pinned,
        "keyboard": {str(key): _board(board) for key, board in chat.keyboards.items()},
    }
    return {**found, "person_id": chat.id} if chat.private else found


def _board(board: dict[str, Any]) -> dict[str, Any]:
    rows = [
        [{"text": b["text"], "kind": _key_kind(b), "style": b.get("style")} for b in row]
        for row in board["rows"]
    ]
    return {"rows": rows, "one_time": board["one_time"], "placeholder": board["placeholder"]}


def _key_kind(button: dict[str, Any]) -> str:
    if button.get("request_contact"):
        return "contact"
    return "location" if button.get("request_location") else "text"


def message_view(core: Core, message: Message) -> dict[str, Any]:
    """One message; a deleted one keeps only its name."""
    if message.deleted:
        return {"chat_id": message.chat_id, "message_id": message.message_id, "deleted": True}
    kind = kind_of(message)
    found: dict[str, Any] = {
        "chat_id": message.chat_id,
        "message_id": message.message_id,
        "from": "bot" if message.sender_id == core.world.bot_id else message.sender_id,
        "date": datetime.fromtimestamp(message.date, UTC).isoformat(),
        "edited": message.edit_date is not None,
        "html": to_html(message.text, message.entities),
        "text": message.text,
        "kind": kind,
        "silent": message.silent,
        "topic": message.thread_id,
        "album": message.album,
        "reply_to": message.reply_to,
        "reactions": [emoji for given in message.reactions.values() for emoji in given],
        "inline": _inline(message),
    }
    if kind == "service":
        found["text"] = found["html"] = _service(core, message)
    return {**found, **_carried(core, message, kind)}


def _inline(message: Message) -> list[list[dict[str, Any]]] | None:
    if not message.inline:
        return None
    return [
        [
            {"text": b["text"], "style": b.get("style"), "url": b.get("url"), "index": index}
            for index, b in enumerate(row)
        ]
        for row in message.inline
    ]


def _carried(core: Core, message: Message, kind: str) -> dict[str, Any]:
    content = message.content
    found: dict[str, Any] = {}
    if kind not in {"text", "service"} and message.text:
        found["caption"] = message.text
    for name in ("location", "contact"):
        if name in content:
            found[name] = content[name]
    if kind == "sticker":
        return {**found, "sticker": {"emoji": content["sticker"]["emoji"]}}
    if kind == "voice":
        found["voice"] = {"duration": content["voice"]["duration"]}
    file = file_of(core, message)
    if file is None:
        return found
    url = f"/phones/file/{file.number}"
    if kind == "photo":
        found["photo_url"] = url
    name = file.name or file.path.rpartition("/")[2]
    return {**found, "file": {"url": url, "name": name, "mime": file.mime, "size": file.size}}


def _service(core: Core, message: Message) -> str:
    name = next((name for name in SERVICE_WORDS if name in message.content), "")
    if not name:
        return ""
    about = message.content[name]
    own = message.sender_id == core.world.bot_id
    who = core.world.name if own else core.world.users[message.sender_id].first_name
    words = SERVICE_WORDS[name].format(
        name=about["name"] if "{name}" in SERVICE_WORDS[name] else ""
    )
    return f"{who} {words}"


def phones_view(core: Core, chosen: list[tuple[int, int]]) -> list[dict[str, int]]:
    """Those chosen, else the first three people, each in the private chat."""
    phones = chosen or [(user_id, user_id) for user_id in list(core.world.users)[:3]]
    return [{"person": person, "chat": chat} for person, chat in phones]
