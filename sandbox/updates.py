"""The queue of updates: kept until confirmed, 24 hours at most, handed out by long polling."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import ApiError, conflict
from sandbox.faults import Faults
from sandbox.world import Bell

KEPT = 24 * 3600.0
OFF_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


@dataclass(slots=True)
class Pending:
    update_id: int
    chat_id: int
    body: dict[str, Any]
    queued_at: float

    def api(self) -> dict[str, Any]:
        return {"update_id": self.update_id, **self.body}


@dataclass
class Updates:
    """Telegram's side of the queue; `wall` is real time, which the demo's clock cannot move."""

    faults: Faults
    wall: Callable[[], float] = time.time
    pending: dict[int, Pending] = field(default_factory=dict)
    allowed: frozenset[str] | None = None
    last_id: int = 712_000_000
    on_push: Callable[[Pending], None] | None = None
    on_change: Callable[[], None] | None = None
    _echoes: list[Pending] = field(default_factory=list)
    _held: deque[tuple[int, dict[str, Any]]] = field(default_factory=deque)
    _timers: deque[asyncio.TimerHandle] = field(default_factory=deque)
    _poll: asyncio.Future[None] | None = None
    closing: bool = False
    _empty: Bell = field(default_factory=Bell)

    def push(self, chat_id: int, body: dict[str, Any]) -> None:
        """`body` is `{kind: object}`; kinds that the bot did not ask for are dropped."""
        kind = next(iter(body))
        if kind in OFF_BY_DEFAULT if self.allowed is None else kind not in self.allowed:
            return
        if self.faults.late_updates:
            loop = asyncio.get_running_loop()
            self._held.append((chat_id, body))
            self._timers.append(loop.call_later(self.faults.late_updates, self._arrive))
        else:
            self._queue(chat_id, body)

    def _arrive(self) -> None:
        self._timers.popleft()
        self._queue(*self._held.popleft())

    def _queue(self, chat_id: int, body: dict[str, Any]) -> None:
        self.last_id += 1
        update = Pending(self.last_id, chat_id, body, self.wall())
        self.pending[update.update_id] = update
        self._changed()
        if self.on_push:
            self.on_push(update)
        self._wake()

    def _changed(self) -> None:
        if self.on_change:
            self.on_change()
        if not self.pending:
            self._empty.ring()

    async def emptied(self, within: float) -> bool:
        """Waits until all is confirmed and nothing is held back; seconds."""
        loop = asyncio.get_running_loop()
        end = loop.time() + within
        while self.pending or self._held:
            if not await self._empty.wait(end - loop.time()):
                return not (self.pending or self._held)
        return True

    def _wake(self, fault: ApiError | None = None) -> None:
        poll, self._poll = self._poll, None
        if poll is None or poll.done():
            return
        if fault:
            poll.set_exception(fault)
        else:
            poll.set_result(None)

    def allow(self, kinds: list[str] | None) -> None:
        """None keeps what was set before, an empty list means the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) if kinds else None
            self._changed()

    def confirm(self, offset: int) -> None:
        """Updates below the offset are done with; a negative one counts from the end."""
        if offset < 0:
            ids = list(self.pending)
            offset = ids[max(len(ids) + offset, 0)] if ids else 0
        self._drop([update_id for update_id in self.pending if update_id < offset])

    def expire(self) -> None:
        limit = self.wall() - KEPT
        self._drop([u.update_id for u in self.pending.values() if u.queued_at < limit])

    def done(self, update_id: int) -> None:
        self._drop([update_id])

    def _drop(self, ids: list[int]) -> None:
        for update_id in ids:
            self.pending.pop(update_id, None)
        if ids:
            self._changed()

    def clear(self) -> None:
        self._drop(list(self.pending))
        self._echoes.clear()

    async def take(self, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        """One long poll; the poll before it, if still open, ends with a conflict.

        Raises:
            ApiError: 409 when another poll or a webhook takes over.
        """
        self._wake(conflict(OTHER_POLLER))
        self.expire()
        self.confirm(offset)
        batch = self._batch(offset, limit)
        if not batch and seconds > 0 and not self.closing:
            await self._wait(seconds)
            batch = self._batch(offset, limit)
        return batch

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(poll, seconds)
        except TimeoutError:
            if self._poll is poll:
                self._poll = None

    def _batch(self, offset: int, limit: int) -> list[dict[str, Any]]:
        echoes, self._echoes = self._echoes, []
        fresh = [u for u in self.pending.values() if u.update_id >= offset][:limit]
        if self.faults.duplicate_updates:
            self._echoes = [u for u in fresh if u not in echoes]
        return [update.api() for update in [*echoes, *fresh][:limit]]

    def interrupt(self, fault: ApiError | None = None) -> None:
        """Ends the open long poll, with a conflict or with what there is."""
        self._wake(fault)

    def close(self) -> None:
        """Held updates are queued, so that nothing is lost with the process."""
        self.closing = True
        for timer in self._timers:
            timer.cancel()
        while self._held:
            self._queue(*self._held.popleft())
        self._wake()
