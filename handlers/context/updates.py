"""From Telegram's update to a plain input; the only reader of Telegram's JSON."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from handlers.context.message_kinds import kind_of_other
from handlers.context.update_shapes import (
    RawMembership,
    RawMessage,
    RawPlaceOfMessage,
    RawQuery,
    RawUser,
    checked,
)
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
from handlers.conversation.signs import visible

PRIVATE = "private"
FORM = "f:"
KICKED = "kicked"
ANONYMOUS_ADMIN = 1_087_968_824  # the account that writes for a group's administrator who hides


@dataclass(frozen=True, slots=True)
class TelegramUser:
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
    who: TelegramUser = TelegramUser(0)
    given: Given | None = None
    message_id: int | None = None
    reply_to: int | None = None
    tapped: str | None = None  # callback data
    callback_id: str | None = None
    command: str | None = None
    argument: str = ""
    edited: bool = False
    edited_at: datetime | None = None
    blocked: bool | None = None  # we can write there no more (True), or again (False)
    migrated_to: int | None = None
    topic: int | None = None  # where in a forum group it was said or tapped

    @property
    def private(self) -> bool:
        return self.chat_kind == PRIVATE

    @property
    def anonymous(self) -> bool:
        """Tell whether an administrator wrote in the name of the group."""
        return self.who.id == ANONYMOUS_ADMIN

    @property
    def may_answer_form(self) -> bool:
        """Tell whether this can be an answer to a question, by its looks alone."""
        if not self.private or self.edited or self.command is not None:
            return False
        return self.tapped.startswith(FORM) if self.tapped is not None else self.given is not None


def read(raw: Mapping[str, Any], bot_username: str) -> Input:
    """Read an update; kinds that we do not know give an input without content.

    Raises UnreadableUpdate.
    Read as plain JSON: objects of the library cost a tenth of all our time and gave nothing more.
    """
    update = checked(raw)
    update_id = update["update_id"]
    if query := update.get("callback_query"):
        return _tap(update_id, query)
    if message := update.get("message"):
        return _message(update_id, message, bot_username, raw["message"])
    if edited := update.get("edited_message"):
        return _message(update_id, edited, bot_username, raw["edited_message"], edited=True)
    if change := update.get("my_chat_member"):
        return Input(
            update_id,
            change["chat"]["id"],
            change["chat"]["type"],
            _who(change.get("from")),
            blocked=_shut_out(change["new_chat_member"]),
        )
    return Input(update_id)


def _shut_out(member: RawMembership) -> bool:
    """Tell whether a bot with this membership can no longer write in the chat."""
    if member["status"] == "restricted":
        return not member.get("can_send_messages", True)
    return member["status"] in (KICKED, "left")


def _tap(update_id: int, query: RawQuery) -> Input:
    message = query.get("message")
    if message is None:
        return Input(update_id, callback_id=query["id"])
    return Input(
        update_id,
        message["chat"]["id"],
        message["chat"]["type"],
        _who(query.get("from")),
        message_id=message["message_id"],
        tapped=query.get("data", ""),
        callback_id=query["id"],
        topic=_topic(message),
    )


def _message(
    update_id: int,
    message: RawMessage,
    bot_username: str,
    keys: Iterable[str],
    *,
    edited: bool = False,
) -> Input:
    command, argument = _command(message.get("text"), bot_username)
    replied, edited_at = message.get("reply_to_message"), message.get("edit_date")
    return Input(
        update_id,
        message["chat"]["id"],
        message["chat"]["type"],
        _who(message.get("from")),
        given=_given(message) or _other(keys),
        message_id=message["message_id"],
        reply_to=replied["message_id"] if replied else None,
        command=command,
        argument=argument,
        edited=edited,
        edited_at=datetime.fromtimestamp(edited_at, UTC) if edited_at else None,
        migrated_to=message.get("migrate_to_chat_id"),
        topic=_topic(message),
    )


def _topic(message: RawPlaceOfMessage) -> int | None:
    """Tell the topic of a forum; a thread of replies elsewhere is none."""
    return message.get("message_thread_id") if message.get("is_topic_message") else None


def _who(user: RawUser | None) -> TelegramUser:
    """Tell who sent it; other bots are nobody to us."""
    if user is None:
        return TelegramUser(0)
    if user.get("is_bot") and user["id"] != ANONYMOUS_ADMIN:
        return TelegramUser(0)
    return TelegramUser(
        user["id"], user["first_name"], user.get("last_name"), user.get("language_code")
    )


def _command(text: str | None, bot_username: str) -> tuple[str | None, str]:
    if not text or not text.startswith("/") or text[1:2].isspace() or len(text) == 1:
        return None, ""
    word, *rest = text[1:].split(maxsplit=1)
    argument = rest[0] if rest else ""
    name, _, addressed = word.partition("@")
    if addressed and addressed.lower() != bot_username.lower():
        return "", ""  # a command for another bot
    return name.lower(), argument.strip()


def _given(message: RawMessage) -> Given | None:
    if text := message.get("text"):
        return Typed(visible(text))
    if checklist := message.get("checklist"):
        return Typed(visible("\n".join(task["text"] for task in checklist["tasks"])))
    if contact := message.get("contact"):
        own = contact.get("user_id") is not None and contact["user_id"] == message["from"]["id"]
        first, last = visible(contact.get("first_name", "")), visible(contact.get("last_name", ""))
        return SharedContact(contact["phone_number"], first, last, own)
    if place := message.get("location"):
        return SharedPlace(place["latitude"], place["longitude"])
    return _file(message)


def _other(keys: Iterable[str]) -> SentOther | None:
    """Tell what else was sent; None for what Telegram itself writes."""
    kind = kind_of_other(keys)
    return SentOther(kind) if kind else None


def _file(message: RawMessage) -> Given | None:
    told = visible(message.get("caption", "")), message.get("media_group_id")
    if photos := message.get("photo"):
        best = max(photos, key=lambda size: size["width"] * size["height"])
        return SentPhoto(best["file_id"], best["file_unique_id"], best.get("file_size", 0), *told)
    if "animation" in message:  # Telegram describes it as a document as well
        return None
    if file := message.get("document"):
        return SentDocument(
            file["file_id"],
            file["file_unique_id"],
            file.get("file_name", ""),
            file.get("mime_type", ""),
            file.get("file_size", 0),
            *told,
        )
    if voice := message.get("voice"):
        size = voice.get("file_size", 0)
        return SentVoice(voice["file_id"], voice["file_unique_id"], voice["duration"], size)
    return None
