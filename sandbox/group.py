"""A group as tests hold it."""

from __future__ import annotations

from sandbox.core import Core
from sandbox.seen import Seen, screen
from sandbox.world import Chat


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

    @property
    def screen(self) -> tuple[Seen, ...]:
        return screen(self.core, self.id)

    @property
    def pinned(self) -> tuple[int, ...]:
        return tuple(self.chat.pinned)
