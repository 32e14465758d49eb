"""What follows a commit: taps answered, workers woken, bad news told to those who can mend it."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.clock import Clock, real_now
from bot.telegram.client import Telegram
from bot.telegram.intake import Taken
from handlers.context import alerts, coordinator_group
from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from storage.engine import Database
from storage.errands import Errand
from storage.outbox import Letter

log = structlog.get_logger()


class PostCommit:
    """Runs after commits, outside of any transaction."""

    def __init__(self, db: Database, telegram: Telegram, clock: Clock, services: Services) -> None:
        self._db, self._telegram, self._clock, self._services = db, telegram, clock, services
        self._wakers: Mapping[str, Callable[[], None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def listen(self, wakers: Mapping[str, Callable[[], None]]) -> None:
        self._wakers = wakers

    def after(self, taken: Taken) -> None:
        """Answer the taps and wake the workers; losing either harms nobody."""
        self.wake(taken.wakes)
        for callback_id, toast in taken.callbacks:
            params: dict[str, Any] = {"callback_query_id": callback_id}
            if toast is not None:
                params |= {"text": toast.text[:200], "show_alert": toast.alert}
            self._start(self._answer(params))

    def wake(self, names: frozenset[str] | set[str]) -> None:
        for name in names:
            if waker := self._wakers.get(name):
                waker()

    async def settle(self) -> None:
        """Wait a moment for what is still under way."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=3)

    async def letter_dead(self, letter: Letter, error: str) -> None:
        """Tell the coordinators, unless it is they who cannot be told."""
        log.error("letter_dead", letter=letter.id)
        async with self._db.read(self._clock.now()) as tx:
            group_id = await coordinator_group.coordinator_chat(tx, self._services)
        if letter.post.chat_id != group_id:
            await self._alert("alert-letter", detail=error)

    async def errand_dead(self, errand: Errand, error: str) -> None:
        await self._alert("alert-errand", kind=errand.kind, detail=error)

    async def chat_gone(self, chat_id: int) -> None:
        """The person blocked us, or the group shut us out: note it, so nobody waits in vain."""
        async with self._db.begin(self._clock.now(), real_now=real_now()) as tx:
            await alerts.chat_refused(tx, self._services, chat_id)
        self.wake(tx.wakes)

    async def _alert(self, key: str, **params: object) -> None:
        async with self._db.begin(self._clock.now(), real_now=real_now()) as tx:
            ctx = SystemContext(tx, self._services)
            await alerts.tell_coordinators(ctx, key, silent=False, **params)
        self.wake(tx.wakes)

    async def _answer(self, params: dict[str, Any]) -> None:
        with suppress(TelegramError):  # «query is too old» is normal life
            await self._telegram.call("answerCallbackQuery", **params)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
