"""From Telegram's update to a plain input; the only reader of Telegram's objects."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram import Message, Update, User

from handlers.conversation.given import (
    Given,
    SentDocument,
    SentOther,
    SentPhoto,
    SentVoice,
    SharedContact,
    SharedPlace,
    Typed,
)

os.environ.setdefault("PTB_TIMEDELTA", "1")  # durations as timedelta, else each one warns

PRIVATE = "private"
FORM = "f:"
_OTHERS = ("sticker", "video", "animation", "audio", "video_note", "poll", "dice", "venue", "story")
KICKED = "kicked"


@dataclass(frozen=True, slots=True)
class Who:
    """The person behind an update, as Telegram tells it; `id` is zero where there is none."""

    id: int
    first_name: str = ""
    last_name: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Input:
    """One update in plain words."""

    update_id: int
    chat_id: int = 0
    chat_kind: str = PRIVATE
    who: Who = Who(0)
    given: Given | None = None
    message_id: int | None = None
    reply_to: int | None = None
    tapped: str | None = None  # callback data
    callback_id: str | None = None
    command: str | None = None
    argument: str = ""
    edited: bool = False
    blocked: bool | None = None  # the person blocked (True) or came back (False)
    migrated_to: int | None = None

    @property
    def private(self) -> bool:
        return self.chat_kind == PRIVATE

    @property
    def may_answer_form(self) -> bool:
        """Tell whether this can be an answer to a question, by its looks alone."""
        if not self.private or self.edited or self.command is not None:
            return False
        return self.tapped.startswith(FORM) if self.tapped is not None else self.given is not None


def read(raw: Mapping[str, Any], bot_username: str) -> Input:
    """Read an update; kinds that we do not know give an input without content."""
    update = Update.de_json(dict(raw), None)
    if update.callback_query is not None:
        return _tap(update)
    if message := update.message or update.edited_message:
        return _message(update, message, bot_username)
    if change := update.my_chat_member:
        return Input(
            update.update_id,
            change.chat.id,
            change.chat.type,
            _who(change.from_user),
            blocked=change.new_chat_member.status == KICKED,
        )
    return Input(update.update_id)


def _tap(update: Update) -> Input:
    query = update.callback_query
    if query is None or query.message is None:
        return Input(update.update_id, callback_id=query.id if query else None)
    return Input(
        update.update_id,
        query.message.chat.id,
        query.message.chat.type,
        _who(query.from_user),
        message_id=query.message.message_id,
        tapped=query.data or "",
        callback_id=query.id,
    )


def _message(update: Update, message: Message, bot_username: str) -> Input:
    command, argument = _command(message.text, bot_username)
    return Input(
        update.update_id,
        message.chat.id,
        message.chat.type,
        _who(message.from_user),
        given=_given(message),
        message_id=message.message_id,
        reply_to=message.reply_to_message.message_id if message.reply_to_message else None,
        command=command,
        argument=argument,
        edited=update.edited_message is not None,
        migrated_to=message.migrate_to_chat_id,
    )


def _who(user: User | None) -> Who:
    if user is None:
        return Who(0)
    return Who(user.id, user.first_name, user.last_name, user.language_code)


def _command(text: str | None, bot_username: str) -> tuple[str | None, str]:
    if not text or not text.startswith("/") or len(text) == 1:
        return None, ""
    word, _, argument = text[1:].partition(" ")
    name, _, addressed = word.partition("@")
    if addressed and addressed.lower() != bot_username.lower():
        return "", ""  # a command for another bot
    return name.lower(), argument.strip()


def _given(message: Message) -> Given | None:
    if message.text is not None:
        return Typed(message.text)
    if message.contact is not None:
        contact = message.contact
        own = message.from_user is not None and contact.user_id == message.from_user.id
        return SharedContact(contact.phone_number, contact.first_name, contact.last_name or "", own)
    if message.location is not None:
        return SharedPlace(message.location.latitude, message.location.longitude)
    return _file(message) or next(
        (SentOther(kind) for kind in _OTHERS if getattr(message, kind, None)), None
    )


def _file(message: Message) -> Given | None:
    album = message.media_group_id
    if message.photo:
        best = max(message.photo, key=lambda size: size.width * size.height)
        return SentPhoto(
            best.file_id, best.file_unique_id, best.file_size or 0, message.caption or "", album
        )
    if message.document is not None:
        file = message.document
        return SentDocument(
            file.file_id,
            file.file_unique_id,
            file.file_name or "",
            file.mime_type or "",
            file.file_size or 0,
            message.caption or "",
            album,
        )
    if message.voice is not None:
        voice = message.voice
        length = voice.duration
        seconds = int(length.total_seconds() if isinstance(length, timedelta) else length)
        return SentVoice(voice.file_id, voice.file_unique_id, seconds, voice.file_size or 0)
    return None
