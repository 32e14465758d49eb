"""The scheduler's ticks: APScheduler keeps them in memory, our tables what is due."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from scheduler.housekeeping import clean
from scheduler.reminders import claim_due
from storage.engine import Database
from storage.reminders import Reminder
from storage.transaction import Transaction

log = structlog.get_logger()

REMINDERS_SECONDS = 2
HOUSEKEEPING_HOURS = 1


class Ticker:
    """Ticks; each tick claims what is due and sends it, in one transaction per reminder."""

    def __init__(
        self,
        db: Database,
        now: Callable[[], datetime],
        real_now: Callable[[], datetime],
        send: Callable[[Transaction, Reminder], Awaitable[None]],
        wake: Callable[[set[str]], None],
    ) -> None:
        self._db, self._now, self._real_now = db, now, real_now
        self._send, self._wake = send, wake

    async def run(self) -> None:
        """Tick until cancelled."""
        ticks = AsyncIOScheduler(timezone=UTC)
        once = {"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
        ticks.add_job(self.remind, "interval", seconds=REMINDERS_SECONDS, **once)
        ticks.add_job(self.clean, "interval", hours=HOUSEKEEPING_HOURS, **once)
        ticks.start()
        try:
            await asyncio.Event().wait()
        finally:
            ticks.shutdown(wait=False)

    async def remind(self) -> None:
        """Send everything that is due now, one after the other."""
        try:
            while await self._remind_one():
                pass
        except Exception:
            log.exception("tick_failed", tick="reminders")

    async def _remind_one(self) -> bool:
        async with self._db.begin(self._now(), real_now=self._real_now()) as tx:
            due = await claim_due(tx)
            if due is None:
                return False
            if due.to_send is not None:
                await self._send(tx, due.to_send)
        self._wake(tx.wakes)
        return True

    async def clean(self) -> None:
        try:
            async with self._db.begin(self._now(), real_now=self._real_now()) as tx:
                await clean(tx)
        except Exception:
            log.exception("tick_failed", tick="housekeeping")
