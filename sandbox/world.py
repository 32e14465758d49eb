"""What exists in the sandbox: people, chats, messages; and who is told when it changes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

BLUE = 7322096  # of a topic's sign

RTL = frozenset({"ar", "fa", "he", "ps", "ur", "yi"})


@dataclass
class User:
    id: int
    key: str
    first_name: str
    last_name: str | None = None
    language: str | None = None
    phone: str = ""
    title: str = ""
    place: tuple[float, float] = (48.8938, 2.4128)
    deleted: bool = False

    def api(self) -> dict[str, Any]:
        found: dict[str, Any] = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.last_name:
            found["last_name"] = self.last_name
        if self.language:
            found["language_code"] = self.language
        return found

    @property
    def rtl(self) -> bool:
        return (self.language or "").partition("-")[0] in RTL


@dataclass
class ForumTopic:
    id: int
    name: str
    icon_color: int = BLUE
    closed: bool = False


@dataclass
class Chat:
    """A private chat (id of its person) or a group; `started` once the bot may write to it."""

    id: int
    type: str
    title: str = ""
    members: list[int] = field(default_factory=list)
    forum: bool = False
    topics: dict[int, ForumTopic] = field(default_factory=dict)
    started: bool = False
    blocked: bool = False
    bot_gone: bool = False
    migrated_to: int | None = None
    last_message_id: int = 0
    keyboards: dict[int, dict[str, Any]] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)

    @property
    def private(self) -> bool:
        return self.type == "private"


@dataclass
class Message:
    """`content` holds the fields of the Bot API's Message that say what was sent."""

    chat_id: int
    message_id: int
    sender_id: int
    date: int
    content: dict[str, Any]
    inline: list[list[dict[str, Any]]] | None = None
    had_keyboard: bool = False
    reply_to: int | None = None
    thread_id: int | None = None
    album: str | None = None
    silent: bool = False
    protected: bool = False
    edit_date: int | None = None
    deleted: bool = False
    reactions: dict[int, list[str]] = field(default_factory=dict)
    serial: int = 0
    born: int = 0  # the serial with which it came

    @property
    def text(self) -> str:
        return str(self.content.get("text") or self.content.get("caption") or "")

    @property
    def entities(self) -> list[dict[str, Any]]:
        found = self.content.get("entities") or self.content.get("caption_entities") or []
        return list(found)


@dataclass(frozen=True, slots=True)
class SandboxChange:
    """`what` is message, chat, people, toast, typing or clock."""

    what: str
    chat_id: int | None = None
    message: Message | None = None
    data: dict[str, Any] = field(default_factory=dict)


class Bell:
    """Wakes those who wait for a chat to change."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_result(None)
        self._waiting.clear()

    async def wait(self, within: float) -> bool:
        """Seconds; False when nothing rang in time."""
        waiting = asyncio.get_running_loop().create_future()
        self._waiting.add(waiting)
        try:
            await asyncio.wait_for(waiting, max(within, 0))
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(waiting)
        return True


@dataclass
class World:
    """All state of chats; every change goes through `changed`, which tells the listeners."""

    bot_id: int
    username: str
    name: str
    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    messages: dict[int, dict[int, Message]] = field(default_factory=dict)
    commands: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=dict)
    listeners: list[Callable[[SandboxChange], None]] = field(default_factory=list)
    bells: dict[int, Bell] = field(default_factory=dict)

    def count(self, name: str, start: int = 1) -> int:
        self.counters[name] = self.counters.get(name, start - 1) + 1
        return self.counters[name]

    def bell(self, chat_id: int) -> Bell:
        return self.bells.setdefault(chat_id, Bell())

    def changed(self, change: SandboxChange) -> None:
        for listener in self.listeners:
            listener(change)
        if change.chat_id is not None:
            self.bell(change.chat_id).ring()

    def bot(self) -> dict[str, Any]:
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": self.name,
            "username": self.username,
        }

    def add(self, message: Message) -> Message:
        self.messages.setdefault(message.chat_id, {})[message.message_id] = message
        return self.touch(message)

    def touch(self, message: Message) -> Message:
        """Marks a message as new or changed; `serial` orders all changes."""
        message.serial = self.count("serial")
        message.born = message.born or message.serial
        self.changed(SandboxChange("message", message.chat_id, message))
        return message

    def touch_chat(self, chat: Chat) -> None:
        self.changed(SandboxChange("chat", chat.id))

    def find(self, chat_id: int, message_id: int) -> Message | None:
        """A message that is still there."""
        message = self.messages.get(chat_id, {}).get(message_id)
        return None if message is None or message.deleted else message

    def next_message_id(self, chat: Chat) -> int:
        """Private chats of a bot share one count, every supergroup has its own."""
        if chat.type == "supergroup":
            chat.last_message_id += 1
            return chat.last_message_id
        return self.count("message")

    def groups_of(self, user_id: int) -> list[Chat]:
        return [c for c in self.chats.values() if user_id in c.members and not c.private]


def user_api(world: World, user_id: int) -> dict[str, Any]:
    return world.bot() if user_id == world.bot_id else world.users[user_id].api()


def chat_api(world: World, chat: Chat) -> dict[str, Any]:
    if not chat.private:
        found: dict[str, Any] = {"id": chat.id, "type": chat.type, "title": chat.title}
        return {**found, "is_forum": True} if chat.forum else found
    user = world.users[chat.id]
    found = {"id": chat.id, "type": "private", "first_name": user.first_name}
    return {**found, "last_name": user.last_name} if user.last_name else found


def message_api(world: World, message: Message, *, replies: bool = True) -> dict[str, Any]:
    """The Bot API's Message."""
    chat = world.chats[message.chat_id]
    found: dict[str, Any] = {
        "message_id": message.message_id,
        "from": user_api(world, message.sender_id),
        "chat": chat_api(world, chat),
        "date": message.date,
        **message.content,
    }
    optional = {
        "edit_date": message.edit_date,
        "media_group_id": message.album,
        "message_thread_id": message.thread_id,
        "is_topic_message": True if message.thread_id else None,
        "has_protected_content": message.protected or None,
        "reply_markup": {"inline_keyboard": message.inline} if message.inline else None,
    }
    found.update({name: value for name, value in optional.items() if value is not None})
    original = world.find(chat.id, message.reply_to) if replies and message.reply_to else None
    if original:
        found["reply_to_message"] = message_api(world, original, replies=False)
    return found
