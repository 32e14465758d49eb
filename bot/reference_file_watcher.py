"""Keeps the reference files current: at once after our decisions, soon after other processes'."""

import asyncio
from contextlib import suppress

import structlog

from bot.clock import Clock
from handlers.context.reference_files import ReferenceFiles
from storage import reference_versions
from storage.engine import Database

log = structlog.get_logger()

LOOK_SECONDS = 2.0


class ReferenceFileWatcher:
    """Reads the reference files anew when somebody decided on one."""

    def __init__(self, db: Database, clock: Clock, files: ReferenceFiles) -> None:
        self._db, self._clock, self._files = db, clock, files
        self._stamp = (0, 0)
        self._wake = asyncio.Event()

    def wake(self) -> None:
        self._wake.set()

    async def look(self) -> None:
        """Load the decisions since the last look."""
        async with self._db.read(self._clock.now()) as tx:
            stamp = await reference_versions.stamp(tx)
            used = await reference_versions.used(tx) if stamp != self._stamp else None
        if used is not None:
            self._files.put(used)
            self._stamp = stamp
            log.info("references_changed", versions=len(used))

    async def run(self) -> None:
        """Look again and again, until cancelled."""
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._wake.wait()
            self._wake.clear()
            try:
                await self.look()
            except Exception:
                log.exception("reference_files_not_read")
