"""A sandbox, someone in it, and the bot's end of the line."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
import telegram

from sandbox import Sandbox, SandboxPerson
from tests.sandbox.browser import Browser
from tests.sandbox.line import Line, asking


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as running:
        yield running


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Line]:
    async with aiohttp.ClientSession() as session:
        yield Line(session, sandbox.url, sandbox.token)


@pytest.fixture
async def ptb(sandbox: Sandbox) -> AsyncIterator[telegram.Bot]:
    """python-telegram-bot itself."""
    base, files = f"{sandbox.url}/bot", f"{sandbox.url}/file/bot"
    async with telegram.Bot(sandbox.token, base_url=base, base_file_url=files) as running:
        yield running


@pytest.fixture
async def claire(sandbox: Sandbox, bot: Line) -> SandboxPerson:
    """Someone who has started the bot; the bot has taken note."""
    person = sandbox.person("client", first_name="Claire", last_name="Martin")
    await person.says("/start")
    await asking(bot)
    return person


@pytest.fixture
async def browser(sandbox: Sandbox) -> AsyncIterator[Browser]:
    async with aiohttp.ClientSession() as session:
        yield Browser(session, sandbox.url)
