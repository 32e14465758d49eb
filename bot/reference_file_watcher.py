"""Keeps the reference files current: at once after our decisions, soon after other processes'."""

import asyncio
from contextlib import suppress

import structlog

from bot.clock import Clock
from domain.inventory_reader.matching import matcher
from handlers.context.reference_files import ReferenceFiles
from storage import reference_versions, unknown_words
from storage.engine import Database

log = structlog.get_logger()

LOOK_SECONDS = 2.0


class ReferenceFileWatcher:
    """Reads the reference files anew when somebody decided on one."""

    def __init__(self, db: Database, clock: Clock, files: ReferenceFiles) -> None:
        self._db, self._clock, self._files = db, clock, files
        self._stamp: object = None
        self._wake = asyncio.Event()

    def wake(self) -> None:
        self._wake.set()

    async def look(self) -> None:
        """Load the decisions since the last look."""
        async with self._db.read(self._clock.now()) as tx:
            stamp = await reference_versions.stamp(tx), await unknown_words.stamp(tx)
            if stamp == self._stamp:
                return
            used, taught = await reference_versions.used(tx), await unknown_words.taught(tx)
        self._files.put(used, taught)
        self._stamp = stamp
        log.info("references_changed", versions=len(used), taught=len(taught))
        await asyncio.to_thread(lambda: matcher(self._files.catalogue()))  # before a list needs it

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
