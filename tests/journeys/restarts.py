"""A bot that is stopped and started within a journey."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from bot.demo.world import DemoWorld, bot_running, set_up
from bot.telegram.limits import SendLimits
from tests.conftest import NOW


class Theatre:
    """A demo whose bot can stop and start while everybody stays where they are."""

    def __init__(self, world: DemoWorld) -> None:
        self.world = world
        self._bot = AsyncExitStack()

    async def start(self) -> None:
        await self._bot.enter_async_context(bot_running(self.world.settings, self.world.clock))

    async def stop(self) -> None:
        await self._bot.aclose()

    async def restart(self) -> None:
        await self.stop()
        await self.start()


@asynccontextmanager
async def theatre(folder: Path, database_url: str | None = None) -> AsyncIterator[Theatre]:
    limits = SendLimits(0, 0, 0)
    async with set_up(folder, database_url=database_url, now=NOW, send_limits=limits) as world:
        running = Theatre(world)
        await running.start()
        try:
            yield running
        finally:
            await running.stop()
