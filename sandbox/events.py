"""A stream of events to any number of pages, which may drop off and come back."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator
from typing import Any

import orjson

KEPT = 1000
QUIET = 15.0
"""Seconds after which a sign of life is sent."""


class Events:
    def __init__(self) -> None:
        self.version = 0
        self._past: deque[tuple[int, bytes]] = deque(maxlen=KEPT)
        self._streams: set[asyncio.Queue[bytes | None]] = set()
        self._closed = False

    def send(self, name: str, data: Any) -> None:
        self.version += 1
        event = b"id: %d\nevent: %s\ndata: %s\n\n" % (
            self.version,
            name.encode(),
            orjson.dumps(data),
        )
        self._past.append((self.version, event))
        for stream in self._streams:
            stream.put_nowait(event)

    async def stream(self, after: int | None) -> AsyncGenerator[bytes]:
        """`after` is the last version that the page has; None means it reads the state itself."""
        queue: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._streams.add(queue)
        try:
            yield b"retry: 1000\n\n"
            for version, event in list(self._past) if after is not None else []:
                if after is not None and version > after:
                    yield event
            while not self._closed:
                event_or_end = await self._next(queue)
                if event_or_end is None:
                    return
                yield event_or_end
        finally:
            self._streams.discard(queue)

    async def _next(self, queue: asyncio.Queue[bytes | None]) -> bytes | None:
        try:
            return await asyncio.wait_for(queue.get(), QUIET)
        except TimeoutError:
            return b": quiet\n\n"

    def close(self) -> None:
        self._closed = True
        for stream in self._streams:
            stream.put_nowait(None)
