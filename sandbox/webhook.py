"""Webhook delivery: in order and one at a time per chat, again until the answer is 200."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import orjson

from sandbox.updates import Pending, Updates
from sandbox.world import Bell

FIRST_WAIT = 0.1
LONGEST_WAIT = 2.0


@dataclass
class Webhook:
    """`max_connections` requests at a time; a failing chat waits without holding up others."""

    updates: Updates
    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error_at: int | None = None
    last_error: str | None = None
    troubled: Bell = field(default_factory=Bell)
    _lanes: dict[int, deque[Pending]] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(40))
    _session: aiohttp.ClientSession | None = None

    def __post_init__(self) -> None:
        self.updates.on_push = self.push

    def start(self, url: str, secret: str, max_connections: int) -> None:
        self.stop()
        self.url, self.secret, self.max_connections = url, secret, max_connections
        self._slots = asyncio.Semaphore(max_connections)
        self.resume()

    def resume(self) -> None:
        """Delivers what waits, for instance after a restart."""
        for update in list(self.updates.pending.values()) if self.url else []:
            self.push(update)

    def stop(self) -> None:
        self.url = ""
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()
        self._lanes.clear()

    async def close(self) -> None:
        url = self.url
        self.stop()
        self.url = url
        if self._session:
            await self._session.close()

    def push(self, update: Pending) -> None:
        if not self.url:
            return
        lane = self._lanes.get(update.chat_id)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.chat_id] = deque([update])
        task = asyncio.get_running_loop().create_task(self._deliver(update.chat_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, chat_id: int) -> None:
        lane = self._lanes[chat_id]
        while lane:
            await self._until_taken(lane[0])
            lane.popleft()
        del self._lanes[chat_id]

    async def _until_taken(self, update: Pending) -> None:
        wait = FIRST_WAIT
        self.updates.expire()
        while update.update_id in self.updates.pending:
            async with self._slots:
                taken = await self._post(update)
            if taken:
                self.updates.done(update.update_id)
                if self.updates.faults.duplicate_updates:
                    await self._post(update)
                return
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)

    async def _post(self, update: Pending) -> bool:
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        try:
            body = orjson.dumps(update.api())
            async with self._client().post(self.url, data=body, headers=headers) as answer:
                await answer.read()
                status = answer.status
        except (aiohttp.ClientError, TimeoutError, OSError) as fault:
            self._failed(f"Connection failed: {type(fault).__name__}")
            return False
        if status != 200:
            self._failed(f"Wrong response from the webhook: {status}")
        return status == 200

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0)
            limit = aiohttp.ClientTimeout(total=60)
            self._session = aiohttp.ClientSession(connector=connector, timeout=limit)
        return self._session

    def _failed(self, error: str) -> None:
        self.last_error_at, self.last_error = int(time.time()), error
        self.troubled.ring()

    def info(self) -> dict[str, Any]:
        found: dict[str, Any] = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.updates.pending),
        }
        if self.url:
            found["max_connections"] = self.max_connections
        if self.url and self.last_error:
            found["last_error_date"] = self.last_error_at
            found["last_error_message"] = self.last_error
        if self.updates.allowed is not None:
            found["allowed_updates"] = sorted(self.updates.allowed)
        return found
