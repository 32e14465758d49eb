"""The parts of the sandbox that act together, and how a message comes into being."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sandbox.clock import SandboxClock
from sandbox.faults import Faults
from sandbox.files import SandboxFiles
from sandbox.updates import Updates
from sandbox.webhook import Webhook
from sandbox.world import Bell, Chat, Message, SandboxChange, World, chat_api, message_api, user_api


@dataclass
class SandboxTap:
    """A callback query that waits for its answer; `asked_at` in seconds of the real clock."""

    id: str
    user_id: int
    chat_id: int
    asked_at: float
    answered: bool = False
    text: str | None = None
    alert: bool = False


@dataclass
class Core:
    token: str
    world: World
    files: SandboxFiles
    faults: Faults
    updates: Updates
    webhook: Webhook
    clock: SandboxClock
    taps: dict[str, SandboxTap] = field(default_factory=dict)
    calls: dict[str, int] = field(default_factory=dict)
    called: Bell = field(default_factory=Bell)
    """Rings at every call of a method."""
    views: dict[tuple[int, int], object] = field(default_factory=dict)
    """What `seen.see` made last of each message."""

    def count_call(self, method: str) -> None:
        self.calls[method] = self.calls.get(method, 0) + 1
        self.called.ring()

    def date(self) -> int:
        return int(self.clock.now().timestamp())

    def message(self, chat: Chat, sender_id: int, content: dict[str, Any], **known: Any) -> Message:
        """A new message of a chat, seen by everyone in it."""
        message_id = self.world.next_message_id(chat)
        message = Message(chat.id, message_id, sender_id, self.date(), content, **known)
        return self.world.add(message)

    def tell_bot(self, message: Message, kind: str = "message") -> None:
        self.updates.push(message.chat_id, {kind: message_api(self.world, message)})

    def membership(self, chat: Chat, user_id: int, old: str, new: str) -> None:
        """Tells the bot that its own place in a chat changed."""
        bot = self.world.bot()
        change = {
            "chat": chat_api(self.world, chat),
            "from": user_api(self.world, user_id),
            "date": self.date(),
            "old_chat_member": member_api(bot, old),
            "new_chat_member": member_api(bot, new),
        }
        self.updates.push(chat.id, {"my_chat_member": change})

    def toast(self, tap: SandboxTap) -> None:
        data = {"person": tap.user_id, "text": tap.text or "", "alert": tap.alert, "tap": tap.id}
        self.world.changed(SandboxChange("toast", tap.chat_id, data=data))

    def query_alive(self, tap: SandboxTap) -> bool:
        return self.updates.wall() - tap.asked_at <= self.faults.callback_lifetime


ADMIN_RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)
GRANTED = frozenset(
    {"can_manage_chat", "can_delete_messages", "can_pin_messages", "can_manage_topics"}
)


def member_api(user: dict[str, Any], status: str) -> dict[str, Any]:
    """The Bot API's ChatMember."""
    found: dict[str, Any] = {"user": user, "status": status}
    if status == "kicked":
        found["until_date"] = 0
    if status == "administrator":
        found.update({right: right in GRANTED for right in ADMIN_RIGHTS})
    return found
