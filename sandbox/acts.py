"""What people do in Telegram, as state changes and updates for the bot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sandbox.core import Core, SandboxTap
from sandbox.entities import with_found
from sandbox.files import File
from sandbox.markup import length, trimmed
from sandbox.methods.media import document_content, voice_content
from sandbox.world import Chat, Message, SandboxChange, User, message_api

SERVICE = ("new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id")


class CannotError(Exception):
    """A person tries what Telegram's app would not let them do."""


@dataclass
class Acts:
    core: Core

    def private_chat(self, user: User) -> Chat:
        chats = self.core.world.chats
        return chats.setdefault(user.id, Chat(user.id, "private", members=[user.id]))

    def newcomer(self, first_name: str, language: str | None, **known: Any) -> User:
        """Someone who has never written to the bot."""
        world = self.core.world
        number = world.count("user")
        known = {"key": f"guest-{number}", "phone": f"+3363998{number:04d}", **known}
        user = User(5_100_000_000 + number * 7, first_name=first_name, language=language, **known)
        world.users[user.id] = user
        self.private_chat(user)
        world.changed(SandboxChange("people"))
        return user

    def start_of(self, url: str) -> str | None:
        """The payload of a link into the bot, None for any other link."""
        own = rf"(?:https?://)?(?:t|telegram)\.me/{self.core.world.username}(?:\?start=([\w-]*))?"
        link = re.fullmatch(own, url, re.IGNORECASE)
        return None if link is None else link[1] or ""

    def post(self, user: User, chat: Chat, content: dict[str, Any], **known: Any) -> Message:
        """A message of a person; the bot learns of it where privacy mode lets it."""
        self._check(user, chat)
        if not chat.started:
            chat.started = True
            self.core.world.touch_chat(chat)
        message = self.core.message(chat, user.id, content, **known)
        if self.visible(chat, message):
            self.core.tell_bot(message)
        return message

    def _check(self, user: User, chat: Chat) -> None:
        if user.deleted:
            raise CannotError(f"{user.first_name} has no account any more")
        if user.id not in chat.members:
            raise CannotError(f"{user.first_name} is not in {chat.title or 'this chat'}")
        if chat.blocked:
            raise CannotError(f"{user.first_name} has blocked the bot")

    def visible(self, chat: Chat, message: Message) -> bool:
        """Privacy mode: in groups commands, replies to the bot and service messages only."""
        if chat.private:
            return True
        if chat.bot_gone:
            return False
        if any(name in message.content for name in SERVICE):
            return True
        original = message.reply_to and self.core.world.find(chat.id, message.reply_to)
        if original and original.sender_id == self.core.world.bot_id:
            return True
        command = re.match(r"/\w+(?:@(\w+))?", message.text)
        return bool(command) and command[1] in {None, self.core.world.username}  # type: ignore[index]

    def text(self, user: User, chat: Chat, text: str, **known: Any) -> list[Message]:
        """A text too long for one message is sent as several, as Telegram's apps do."""
        size = 4096 if length(text) == len(text) else 2048
        parts = [text[at : at + size] for at in range(0, len(text), size)]
        return [self.post(user, chat, text_content(part), **known) for part in parts]

    def tap(self, user: User, message: Message, data: str) -> SandboxTap:
        """A callback query; `data` may be what another keyboard carried."""
        world = self.core.world
        chat = world.chats[message.chat_id]
        self._check(user, chat)
        number = world.count("tap", 4_611_686_018_427_000)
        tap = SandboxTap(str(number), user.id, chat.id, self.core.updates.wall())
        self.core.taps[tap.id] = tap
        shown = {"person": user.id, "label": _label(message, data)}
        world.changed(SandboxChange("tap", chat.id, data=shown))
        query = {
            "id": tap.id,
            "from": user.api(),
            "message": message_api(world, message),
            "chat_instance": str(-chat.id * 7919),
            "data": data,
        }
        self.core.updates.push(chat.id, {"callback_query": query})
        return tap

    def key(self, user: User, chat: Chat, button: dict[str, Any]) -> Message:
        """A button of the reply keyboard: its text, the own contact or the own place."""
        board = chat.keyboards.get(user.id)
        if board and board.get("one_time"):
            chat.keyboards.pop(user.id)
            self.core.world.touch_chat(chat)
        if button.get("request_contact"):
            return self.contact(user, chat, user)
        if button.get("request_location"):
            return self.location(user, chat, *user.place)
        return self.text(user, chat, button["text"])[0]

    def photos(
        self,
        user: User,
        chat: Chat,
        pictures: Sequence[bytes],
        captions: Sequence[str],
        **known: Any,
    ) -> list[Message]:
        """Several pictures go as albums of ten at most."""
        contents = [
            {"photo": self.core.files.photo_api(self.core.files.photo(one)), **_caption(text)}
            for one, text in zip(pictures, captions, strict=True)
        ]
        return self.album(user, chat, contents, **known)

    def album(
        self, user: User, chat: Chat, contents: list[dict[str, Any]], **known: Any
    ) -> list[Message]:
        sent = []
        for start in range(0, len(contents), 10):
            part = contents[start : start + 10]
            album = str(self.core.world.count("album", 13_900_000_001)) if len(part) > 1 else None
            sent += [self.post(user, chat, one, album=album, **known) for one in part]
        return sent

    def document(
        self, user: User, chat: Chat, file: File, caption: str = "", **known: Any
    ) -> Message:
        return self.post(user, chat, {**document_content(file), **_caption(caption)}, **known)

    def voice(self, user: User, chat: Chat, content: bytes, seconds: int) -> Message:
        file = self.core.files.add(content, "voice", mime="audio/ogg", seconds=seconds)
        return self.post(user, chat, voice_content(file))

    def sticker(self, user: User, chat: Chat, emoji: str) -> Message:
        file = self.core.files.add(b"RIFF\0\0\0\0WEBP", "sticker", mime="image/webp")
        look = {"type": "regular", "width": 512, "height": 512}
        flags = {"is_animated": False, "is_video": False, "emoji": emoji}
        return self.post(user, chat, {"sticker": {**file.api(), **look, **flags}})

    def video(self, user: User, chat: Chat, seconds: int, size: int | None) -> Message:
        file = self.core.files.add(
            b"\0\0\0\x18ftypmp42", "video", mime="video/mp4", seconds=seconds, size=size
        )
        look = {"width": 640, "height": 360, "duration": seconds, "mime_type": file.mime}
        return self.post(user, chat, {"video": {**file.api(), **look}})

    def contact(self, user: User, chat: Chat, whose: User) -> Message:
        card: dict[str, Any] = {
            "phone_number": whose.phone,
            "first_name": whose.first_name,
            "user_id": whose.id,
        }
        if whose.last_name:
            card["last_name"] = whose.last_name
        return self.post(user, chat, {"contact": card})

    def location(self, user: User, chat: Chat, latitude: float, longitude: float) -> Message:
        place = {"latitude": latitude, "longitude": longitude}
        return self.post(user, chat, {"location": place})

    def edit(self, user: User, message: Message, text: str) -> None:
        """Text or caption of an own message."""
        if message.sender_id != user.id:
            raise CannotError("only an own message can be edited")
        if "text" in message.content:
            message.content = text_content(text)
        else:
            kept = {k: v for k, v in message.content.items() if not k.startswith("caption")}
            message.content = {**kept, **_caption(text)}
        message.edit_date = self.core.date()
        self.core.world.touch(message)
        if self.visible(self.core.world.chats[message.chat_id], message):
            self.core.tell_bot(message, "edited_message")

    def react(self, user: User, message: Message, emoji: str) -> None:
        """A mark on a message; the bot hears of an edit in which nothing changed."""
        message.reactions[user.id] = [emoji]
        self.core.world.touch(message)
        if self.visible(self.core.world.chats[message.chat_id], message):
            self.core.tell_bot(message, "edited_message")

    def block(self, user: User, *, on: bool) -> None:
        chat = self.private_chat(user)
        if chat.blocked == on:
            return
        chat.blocked = on
        self.core.world.touch_chat(chat)
        self.core.world.changed(SandboxChange("people"))
        old, new = ("member", "kicked") if on else ("kicked", "member")
        self.core.membership(chat, user.id, old, new)

    def join(self, user: User, chat: Chat) -> None:
        if user.id not in chat.members:
            chat.members.append(user.id)
            self.core.world.touch_chat(chat)
            self.post(user, chat, {"new_chat_members": [user.api()]})

    def leave(self, user: User, chat: Chat) -> None:
        self.post(user, chat, {"left_chat_member": user.api()})
        chat.members.remove(user.id)
        self.core.world.touch_chat(chat)

    def expel_bot(self, user: User, chat: Chat) -> None:
        chat.bot_gone = True
        self.core.world.touch_chat(chat)
        self.core.membership(chat, user.id, "administrator", "kicked")

    def readmit_bot(self, user: User, chat: Chat) -> None:
        chat.bot_gone = False
        self.core.world.touch_chat(chat)
        self.core.membership(chat, user.id, "kicked", "administrator")

    def upgrade(self, user: User, chat: Chat) -> Chat:
        """A group becomes a supergroup: a new id, told in both chats."""
        world = self.core.world
        number = world.count("group", 1_900_000_001)
        wider = Chat(-1_000_000_000_000 - number, "supergroup", chat.title, list(chat.members))
        wider.started, wider.forum = True, chat.forum
        world.chats[wider.id] = wider
        self.post(user, chat, {"migrate_to_chat_id": wider.id})
        self.post(user, wider, {"migrate_from_chat_id": chat.id})
        chat.migrated_to = wider.id
        world.touch_chat(chat)
        world.touch_chat(wider)
        return wider


def _label(message: Message, data: str) -> str:
    buttons = [button for row in message.inline or [] for button in row]
    return next((b["text"] for b in buttons if b.get("callback_data") == data), data)


def text_content(text: str) -> dict[str, Any]:
    text, entities = trimmed(text, [])
    if not text:
        raise CannotError("Telegram's app does not send an empty message")
    entities = with_found(text, entities)
    return {"text": text, **({"entities": entities} if entities else {})}


def _caption(text: str) -> dict[str, Any]:
    text, entities = trimmed(text, [])
    found: dict[str, Any] = {"caption": text} if text else {}
    entities = with_found(text, entities)
    return {**found, "caption_entities": entities} if entities else found
