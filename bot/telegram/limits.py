"""How fast we may send: 30 messages/s in all, 1/s a chat with a burst of three, 20/min a group."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Self

IDLE_CHATS = 10_000
MINUTE = 60.0
SLACK = 1.05  # slower than allowed by so much: messages that left evenly arrive in bunches


class Stopping(Exception):
    """We stop, and what waited for its turn has not been sent."""


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


class Bucket:
    """So many at once, then one more every `every` seconds."""

    def __init__(self, size: float, every: float) -> None:
        self._size, self._every = size, every
        self._level, self._at = 0.0, 0.0

    def reserve(self, now: float, cost: int) -> float:
        """Take the next free place; tell how many seconds it is away."""
        self._level = self._left(now) + cost
        self._at = now
        return max(0.0, (self._level - max(self._size, cost)) * self._every)

    def late(self, seconds: float) -> None:
        """Count what was taken last as taken so much later."""
        self._at += seconds

    def idle(self, now: float) -> bool:
        return self._left(now) == 0.0

    def _left(self, now: float) -> float:
        return max(0.0, self._level - max(0.0, now - self._at) / self._every)


class Window:
    """So many in any stretch of so many seconds."""

    def __init__(self, count: int, seconds: float) -> None:
        self._count, self._seconds = count, seconds
        self._taken: deque[float] = deque(maxlen=count)

    def reserve(self, now: float, cost: int) -> float:
        """Take the next free place; tell how many seconds it is away."""
        at = now
        for _ in range(min(cost, self._count)):
            if len(self._taken) == self._count:
                at = max(at, self._taken[0] + self._seconds)
            self._taken.append(at)
        return at - now

    def late(self, seconds: float) -> None:
        """Count what was taken last as taken so much later."""
        self._taken[-1] += seconds

    def remember(self, at: float) -> None:
        self._taken.append(at)


Pace = Bucket | Window


class Limits:
    """Waits until a message to a chat may go out; ends all waiting when we stop."""

    def __init__(self, limits: SendLimits, time: Callable[[], float] = monotonic) -> None:
        self._limits, self._time = limits, time
        rate = limits.overall_per_second
        self._overall = Bucket(max(1, rate // 2), SLACK / rate) if rate else None
        self._chats: dict[int, Bucket] = {}
        self._groups: dict[int, Window] = {}
        self._held: dict[int, float] = {}
        self._all_held = 0.0
        self._stopping = asyncio.Event()

    async def wait(self, chat_id: int, cost: int = 1) -> None:
        """Wait for the turn of a message, or of an album of `cost`. Raises Stopping."""
        await self.hold(chat_id)
        turns = [(pace, await self._turn(pace, cost)) for pace in self._paces(chat_id)]
        if self._overall:
            await self._turn(self._overall, cost)
        for pace, due in turns:  # other turns came after it, and a busy machine wakes us late
            pace.late(self._time() - due)

    async def _turn(self, pace: Pace, cost: int) -> float:
        """Take the next free place and wait for it; tell when it was due. Raises Stopping."""
        now = self._time()
        seconds = pace.reserve(now, cost)
        await self.pause(seconds)
        return now + seconds

    def late(self, chat_id: int, seconds: float) -> None:
        """Count the chat's last message as sent so much later: Telegram counts when it arrives."""
        for pace in self._paces(chat_id):
            pace.late(seconds)

    def _paces(self, chat_id: int) -> Iterator[Pace]:
        """List what the chat itself is limited by."""
        if self._limits.group_per_minute and chat_id < 0:
            yield self._group(chat_id)
        if self._limits.chat_burst:
            yield self._chat(chat_id)

    async def hold(self, chat_id: int) -> None:
        """Wait as long as Telegram asked for, in this chat or in all."""
        while (until := max(self._all_held, self._held.get(chat_id, 0.0))) > self._time():
            await self.pause(until - self._time())
        self._held.pop(chat_id, None)

    def refused(self, chat_id: int, seconds: float) -> bool:
        """Hold back the chat; tell whether all are held: others were refused at the same time."""
        now = self._time()
        others = any(until > now for chat, until in self._held.items() if chat != chat_id)
        self._held[chat_id] = now + seconds
        if others:
            self._all_held = max(self._all_held, now + seconds)
        return others

    async def pause(self, seconds: float) -> None:
        """Sleep, unless we stop meanwhile. Raises Stopping."""
        if seconds <= 0:
            return
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return
        raise Stopping

    def stop(self) -> None:
        self._stopping.set()

    def remember(self, sent: Iterable[tuple[int, datetime]], now: datetime) -> None:
        """Count messages to groups that another process sent in the last minute."""
        if self._limits.group_per_minute:
            for chat_id, at in sent:
                self._group(chat_id).remember(self._time() - (now - at).total_seconds())

    def _group(self, chat_id: int) -> Window:
        window = Window(self._limits.group_per_minute, MINUTE * SLACK)
        return self._groups.setdefault(chat_id, window)

    def _chat(self, chat_id: int) -> Bucket:
        bucket = self._chats.get(chat_id)
        if bucket is None:
            if len(self._chats) >= IDLE_CHATS:
                now = self._time()
                self._chats = {k: v for k, v in self._chats.items() if not v.idle(now)}
            bucket = self._chats[chat_id] = Bucket(self._limits.chat_burst, SLACK)
        return bucket
