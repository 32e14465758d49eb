"""A sandbox, our line to it, and people who have started the bot."""

from collections.abc import AsyncIterator

import pytest

from bot.telegram.client import Telegram
from sandbox import Sandbox, SandboxPerson


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as running:
        yield running


@pytest.fixture
async def telegram(sandbox: Sandbox) -> AsyncIterator[Telegram]:
    async with Telegram(sandbox.token, sandbox.url) as line:
        yield line


@pytest.fixture
def anna(sandbox: Sandbox) -> SandboxPerson:
    return sandbox.person("anna", started=True)


@pytest.fixture
def bruno(sandbox: Sandbox) -> SandboxPerson:
    return sandbox.person("bruno", started=True)
