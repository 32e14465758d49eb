"""What is done after the commit, until it succeeds: files fetched, documents made."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

import structlog

from bot.errands.context import ErrandContext
from bot.retry_policy import ERRANDS, OUTAGES
from storage import errands
from storage.errands import Errand

log = structlog.get_logger()

IDLE_SECONDS = 1.0
AT_ONCE = 4

ErrandHandler = Callable[[ErrandContext, Errand], Awaitable[None]]


class ErrandRunner:
    """Claims errands and runs each by its kind; one that fails is tried again later."""

    def __init__(
        self,
        ctx: ErrandContext,
        handlers: Mapping[str, ErrandHandler],
        on_dead: Callable[[Errand, str], Awaitable[None]],
    ) -> None:
        self._ctx, self._handlers, self._on_dead = ctx, handlers, on_dead
        self._wake = asyncio.Event()

    def wake(self) -> None:
        self._wake.set()

    async def run(self) -> None:
        """Run errands until cancelled; nobody else does: what is claimed was left by the dead."""
        async with self._ctx.begin() as tx:
            await errands.release_claimed(tx)
        failures = 0
        while True:
            try:
                async with self._ctx.begin() as tx:
                    found = await errands.claim(tx, AT_ONCE)
                await asyncio.gather(*map(self._run, found))
            except Exception:
                log.exception("errands_failed")
                failures += 1
                await self._rest(OUTAGES.pause(failures))
                continue
            failures = 0
            if not found:
                await self._rest(IDLE_SECONDS)

    async def _rest(self, seconds: float) -> None:
        """Wait so long, or until somebody wakes us."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):  # wait_for may swallow a cancellation
                await self._wake.wait()
        self._wake.clear()

    async def _run(self, errand: Errand) -> None:
        if ERRANDS.gives_up(errand.attempts):
            await self._fail(errand, "it was begun too often and never ended")
            return
        try:
            await self._handlers[errand.kind](self._ctx, errand)
        except Exception as error:
            log.exception("errand_failed", kind=errand.kind, errand=errand.id)
            await self._fail(errand, f"{type(error).__name__}: {error}")
            return
        async with self._ctx.begin() as tx:
            await errands.done(tx, errand)

    async def _fail(self, errand: Errand, reason: str) -> None:
        failures = errand.attempts + 1
        again_in = None if ERRANDS.gives_up(failures) else ERRANDS.pause(failures)
        async with self._ctx.begin() as tx:
            await errands.failed(tx, errand, reason, again_in=again_in)
        if again_in is None:
            await self._on_dead(errand, reason)
