"""Faults on demand: what a network and a busy Telegram do to a bot."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from typing import Literal

from sandbox.errors import too_many_requests

COUNTED = frozenset(
    {
        "sendmessage",
        "sendphoto",
        "senddocument",
        "sendmediagroup",
        "sendvoice",
        "sendlocation",
        "sendcontact",
        "editmessagetext",
        "editmessagecaption",
        "editmessagemedia",
        "editmessagereplymarkup",
    }
)


@dataclass(slots=True)
class SandboxFault:
    """What happens to the next `times` calls of a method ("*": any method)."""

    method: str
    what: Literal["status", "reset"]
    times: int = 1
    status: int = 0
    retry_after: int = 0
    after: bool = False
    chat_id: int | None = None

    def fits(self, method: str, chat_id: int | None) -> bool:
        named = self.method in {"*", method.lower()}
        return self.times > 0 and named and self.chat_id in {None, chat_id}


class FloodBucket:
    """So many at once, then one more every `every` seconds."""

    def __init__(self, size: int, every: float) -> None:
        self.size = size
        self.every = every
        self._level = 0.0
        self._at = 0.0

    def wait(self, now: float, cost: int = 1) -> float:
        """Tell in how many seconds `cost` more fit."""
        self._level = max(0.0, self._level - (now - self._at) / self.every)
        self._at = now
        return max(0.0, self._level + min(cost, self.size) - self.size) * self.every

    def take(self, cost: int) -> None:
        self._level += cost


class Flood:
    """Limits of Bot API FAQ: 1/s a chat with a burst, 20/min a group, 30/s in all."""

    def __init__(self) -> None:
        self.burst = 3
        self._all = FloodBucket(30, 1 / 30)
        self._chats: dict[int, FloodBucket] = {}
        self._groups: dict[int, deque[float]] = {}

    def check(self, chat_id: int, cost: int = 1) -> None:
        """Real monotonic time; a refused call costs nothing.

        Raises:
            ApiError: 429 with `retry_after`.
        """
        now = time.monotonic()
        chat = self._chats.setdefault(chat_id, FloodBucket(max(self.burst, cost), 1.0))
        sent = self._groups.setdefault(chat_id, deque())
        waits = chat.wait(now, cost), self._all.wait(now, cost), self._group_wait(sent, now, cost)
        if max(waits) > 0:
            raise too_many_requests(max(1, round(max(waits) + 0.49)))
        chat.take(cost)
        self._all.take(cost)
        if chat_id < 0:
            sent.extend([now] * cost)

    @staticmethod
    def _group_wait(sent: deque[float], now: float, cost: int) -> float:
        while sent and sent[0] <= now - 60:
            sent.popleft()
        return sent[0] + 60 - now if sent and len(sent) + cost > 20 else 0.0


@dataclass
class Faults:
    """Switches a test sets; seconds are real seconds."""

    latency: float = 0.0
    """Network time of a call, half of it before the effect."""
    duplicate_updates: bool = False
    late_updates: float = 0.0
    flood_control: bool = False
    callback_lifetime: float = 60.0
    """Seconds after which a callback query can no longer be answered."""
    flood: Flood = field(default_factory=Flood)
    queued: list[SandboxFault] = field(default_factory=list)

    def too_many(
        self,
        method: str = "*",
        *,
        retry_after: int = 1,
        times: int = 1,
        chat_id: int | None = None,
    ) -> None:
        """The next calls answer 429."""
        self._add(SandboxFault(method, "status", times, 429, retry_after, chat_id=chat_id))

    def breaks(
        self, method: str = "*", *, status: int = 500, times: int = 1, after: bool = False
    ) -> None:
        """The next calls answer 500, 502 and the like, before the effect or `after` it."""
        self._add(SandboxFault(method, "status", times, status, after=after))

    def resets(self, method: str = "*", *, after: bool = False, times: int = 1) -> None:
        """The connection breaks before the effect or `after` it."""
        self._add(SandboxFault(method, "reset", times, after=after))

    def clear(self) -> None:
        for name, value in vars(Faults()).items():
            setattr(self, name, value)

    def _add(self, fault: SandboxFault) -> None:
        fault.method = fault.method.lower()
        self.queued.append(fault)

    def draw(self, method: str, chat_id: int | None) -> SandboxFault | None:
        """The fault of this call, used up by it."""
        for fault in self.queued:
            if fault.fits(method, chat_id):
                fault.times -= 1
                if fault.times == 0:
                    self.queued.remove(fault)
                return fault
        return None
