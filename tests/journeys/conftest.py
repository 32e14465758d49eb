"""A stage for each journey: sandbox, people, data and the bot, over real HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.limits import SendLimits
from bot.stage import Stage, stage
from tests.conftest import NOW


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Stage]:
    """Speak as fast as we can: the limits have a test of their own."""
    async with stage(tmp_path, now=NOW, send_limits=SendLimits(0, 0, 0)) as running:
        yield running
