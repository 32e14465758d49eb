"""What is done after the commit, until it succeeds: files fetched, documents made."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

import structlog

from bot.clock import Clock, real_now
from storage import errands
from storage.engine import Database
from storage.errands import Errand

log = structlog.get_logger()

IDLE_SECONDS = 1.0
AT_ONCE = 4

ErrandHandler = Callable[[Errand], Awaitable[None]]


class ErrandRunner:
    """Claims errands and runs each by its kind; one that fails is tried again later."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        deeds: Mapping[str, ErrandHandler],
        on_dead: Callable[[Errand, str], Awaitable[None]],
    ) -> None:
        self._db, self._clock, self._deeds, self._on_dead = db, clock, deeds, on_dead
        self._wake = asyncio.Event()

    def wake(self) -> None:
        self._wake.set()

    async def run(self) -> None:
        """Run errands until cancelled; nobody else does: what is claimed was left by the dead."""
        async with self._db.begin(self._clock.now(), real_now=real_now()) as tx:
            await errands.release_claimed(tx)
        while True:
            try:
                async with self._db.begin(self._clock.now(), real_now=real_now()) as tx:
                    found = await errands.claim(tx, AT_ONCE)
                await asyncio.gather(*map(self._run, found))
            except Exception:
                log.exception("errands_failed")
                found = []
            if not found:
                with suppress(TimeoutError):
                    async with asyncio.timeout(IDLE_SECONDS):  # wait_for may swallow a cancellation
                        await self._wake.wait()
                self._wake.clear()

    async def _run(self, errand: Errand) -> None:
        try:
            await self._deeds[errand.kind](errand)
        except Exception as error:
            log.exception("errand_failed", kind=errand.kind, errand=errand.id)
            reason = f"{type(error).__name__}: {error}"
            async with self._db.begin(self._clock.now(), real_now=real_now()) as tx:
                dead = await errands.failed(tx, errand, reason)
            if dead:
                await self._on_dead(errand, reason)
            return
        async with self._db.begin(self._clock.now(), real_now=real_now()) as tx:
            await errands.done(tx, errand)
