"""How fast we may speak: 30 messages/s in all, 1/s a chat with a burst of three, 20/min a group."""

from dataclasses import dataclass
from typing import Self

from aiolimiter import AsyncLimiter

IDLE_CHATS = 10_000


@dataclass(frozen=True, slots=True)
class SendLimits:
    """Messages per period; zero lifts a limit."""

    overall_per_second: int = 30
    chat_burst: int = 3
    group_per_minute: int = 20

    @classmethod
    def read(cls, text: str) -> Self:
        """Read «30/s 3/chat 20/group» or «off». Raises ValueError."""
        if text.strip().lower() == "off":
            return cls(0, 0, 0)
        names = {"s": "overall_per_second", "chat": "chat_burst", "group": "group_per_minute"}
        found = {}
        for part in text.split():
            number, _, unit = part.partition("/")
            if unit not in names or not number.isdigit():
                raise ValueError(f"«{part}» is not like 30/s, 3/chat or 20/group")
            found[names[unit]] = int(number)
        return cls(**found)


class Limits:
    """Waits until a message to a chat may go out."""

    def __init__(self, limits: SendLimits) -> None:
        self._limits = limits
        overall = limits.overall_per_second
        self._overall = AsyncLimiter(overall, 1) if overall else None
        self._chats: dict[int, AsyncLimiter] = {}

    async def wait(self, chat_id: int) -> None:
        if limiter := self._of_chat(chat_id):
            await limiter.acquire()
        if self._overall:
            await self._overall.acquire()

    async def remember(self, chat_id: int, count: int) -> None:
        """Count messages that another process sent in the last minute."""
        limiter = self._of_chat(chat_id)
        if limiter is not None:
            for _ in range(min(count, int(limiter.max_rate))):
                await limiter.acquire()

    def _of_chat(self, chat_id: int) -> AsyncLimiter | None:
        group = chat_id < 0
        rate = self._limits.group_per_minute if group else self._limits.chat_burst
        if not rate:
            return None
        limiter = self._chats.get(chat_id)
        if limiter is None:
            if len(self._chats) >= IDLE_CHATS:
                self._chats = {
                    k: v for k, v in self._chats.items() if not v.has_capacity(v.max_rate)
                }
            # A burst of three, then one a second: a bucket of three that leaks in three seconds.
            limiter = self._chats[chat_id] = AsyncLimiter(rate, 60 if group else rate)
        return limiter
