"""What a person sees, and waiting until they see it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from sandbox.acts import Acts
from sandbox.core import Core
from sandbox.group import Group
from sandbox.seen import Seen, read_out, screen
from sandbox.world import Chat, User

WITHIN = 10.0
"""Seconds that waiting takes at most."""

T = TypeVar("T")
What = str | Callable[[Seen], object]


async def until(core: Core, chat_id: int, check: Callable[[], T | None], within: float) -> T | None:
    """What `check` finds as soon as the chat's changes let it, None after `within` seconds."""
    loop = asyncio.get_running_loop()
    end = loop.time() + within
    bell = core.world.bell(chat_id)
    while True:
        found = check()
        if found is not None:
            return found
        if not await bell.wait(end - loop.time()):
            return check()


class Watcher:
    """The eyes of a person."""

    def __init__(self, core: Core, user: User) -> None:
        self.core = core
        self.user = user
        self.acts = Acts(core)

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def key(self) -> str:
        return self.user.key

    def __repr__(self) -> str:
        return f"<{self.user.first_name} ({self.key})>"

    def _chat(self, group: Group | None) -> Chat:
        return group.chat if group else self.acts.private_chat(self.user)

    @property
    def screen(self) -> tuple[Seen, ...]:
        return screen(self.core, self.id)

    def screen_of(self, group: Group) -> tuple[Seen, ...]:
        return group.screen if self.id in group.chat.members else ()

    @property
    def last(self) -> Seen:
        """The newest bubble of the bot in the private chat; AssertionError where there is none."""
        found = next((seen for seen in reversed(self.screen) if seen.from_bot), None)
        assert found is not None, f"the bot has said nothing to {self.user.first_name}"
        return found

    @property
    def keyboard(self) -> tuple[tuple[str, ...], ...]:
        """Labels of the reply keyboard in the private chat."""
        return tuple(
            tuple(read_out(b["text"]) for b in row) for row in self._board(self._chat(None))
        )

    def _board(self, chat: Chat) -> list[list[dict[str, Any]]]:
        return list(chat.keyboards.get(self.id, {}).get("rows", []))

    def mark(self) -> int:
        """A point in time for `sees_after`."""
        return self.core.world.counters.get("serial", 0)

    async def sees(self, what: What, within: float = WITHIN, chat: Group | None = None) -> Seen:
        """The newest bubble, of whoever, that holds the words or fits the condition.

        Raises:
            AssertionError: it did not come in time; shows the screen.
        """
        return await self._wait_for(what, -1, within, chat, bot_only=False)

    async def sees_after(
        self, mark: int, what: What = "", within: float = WITHIN, chat: Group | None = None
    ) -> Seen:
        """The newest bubble of the bot that came or changed after the mark, and fits."""
        return await self._wait_for(what, mark, within, chat, bot_only=True)

    async def sees_no_more(
        self, what: What, within: float = WITHIN, chat: Group | None = None
    ) -> None:
        """Waits until nothing on the screen fits."""
        at = self._chat(chat).id
        test = _test(what)

        def gone() -> bool | None:
            return None if any(test(seen) for seen in screen(self.core, at)) else True

        if await until(self.core, at, gone, within) is None:
            raise AssertionError(f"{what!r} is still there:\n{self.printed(chat)}")

    async def _wait_for(
        self, what: What, mark: int, within: float, group: Group | None, *, bot_only: bool
    ) -> Seen:
        at = self._chat(group).id
        test = _test(what)

        def look() -> Seen | None:
            fitting = (
                seen
                for seen in reversed(screen(self.core, at))
                if seen.serial > mark and (seen.from_bot or not bot_only) and test(seen)
            )
            return next(fitting, None)

        found = await until(self.core, at, look, within)
        if found is None:
            name = self.user.first_name
            raise AssertionError(f"{name} does not see {what!r}:\n{self.printed(group)}")
        return found

    def printed(self, group: Group | None = None) -> str:
        """The screen as text."""
        bubbles = self.screen_of(group) if group else self.screen
        board = [] if group else ["  keyboard: " + " | ".join(row) for row in self.keyboard]
        return "\n".join([*(f"  {line}" for b in bubbles for line in str(b).splitlines()), *board])


def _test(what: What) -> Callable[[Seen], object]:
    if isinstance(what, str):
        return lambda seen: what in seen.text
    return what
