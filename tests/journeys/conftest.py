"""A demo of its own for each journey: sandbox, people, data and the bot, over real HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.world import DemoWorld, bot_running, demo_world, set_up
from bot.telegram.limits import SendLimits
from tests.conftest import NOW
from tests.journeys.seeds import agreed_quotes
from tests.journeys.tongue import WORDS


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[DemoWorld]:
    """Speak as fast as we can: the limits have a test of their own."""
    async with demo_world(tmp_path, now=NOW, send_limits=SendLimits(0, 0, 0)) as running:
        yield running


@pytest.fixture
async def tower(tmp_path: Path) -> AsyncIterator[DemoWorld]:
    """The same where a made-up language is spoken too."""
    limits = SendLimits(0, 0, 0)
    async with demo_world(tmp_path, now=NOW, send_limits=limits, words=WORDS) as running:
        yield running


@pytest.fixture
async def agreed(tmp_path: Path) -> AsyncIterator[DemoWorld]:
    """Two agreed quotes: of 20 desks, a day for two; and of 60, three days for two."""
    async with set_up(tmp_path, now=NOW, send_limits=SendLimits(0, 0, 0)) as world:
        await agreed_quotes(world, 20, 60)
        async with bot_running(world.settings, world.clock):
            yield world
