"""A group as tests hold it."""

from __future__ import annotations

from sandbox.core import Core
from sandbox.seen import Seen, screen
from sandbox.world import BLUE, Chat, ForumTopic


class Group:
    """A group that the bot is in; privacy mode holds."""

    def __init__(self, core: Core, chat: Chat) -> None:
        self.core = core
        self._chat = chat

    @property
    def chat(self) -> Chat:
        """The supergroup, once the group has become one."""
        while self._chat.migrated_to:
            self._chat = self.core.world.chats[self._chat.migrated_to]
        return self._chat

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def title(self) -> str:
        return self.chat.title

    @property
    def topics(self) -> dict[int, str]:
        return {topic.id: topic.name for topic in self.chat.topics.values()}

    def opens_topic(self, name: str) -> int:
        """What a person with the right to does in a forum; the id of the topic."""
        chat = self.chat
        created = {"forum_topic_created": {"name": name, "icon_color": BLUE}}
        message = self.core.message(chat, min(chat.members), created)
        message.thread_id = message.message_id
        chat.topics[message.message_id] = ForumTopic(message.message_id, name, BLUE)
        self.core.world.touch_chat(chat)
        return message.message_id

    def deletes_topic(self, topic: int) -> None:
        del self.chat.topics[topic]
        self.core.world.touch_chat(self.chat)

    @property
    def screen(self) -> tuple[Seen, ...]:
        return screen(self.core, self.id)

    @property
    def pinned(self) -> tuple[int, ...]:
        return tuple(self.chat.pinned)
