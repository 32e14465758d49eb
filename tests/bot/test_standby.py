"""A second replica says that it waits, is well while it does, and takes over."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr
from structlog.testing import capture_logs
from structlog.typing import EventDict

import bot.logs
from bot.app import run
from bot.demo.world import DemoWorld, set_up
from tests import postgres
from tests.conftest import NOW

WITHIN = 30.0


@pytest.fixture
def logs() -> Iterator[list[EventDict]]:
    """What is logged, also what tests are usually spared."""
    bot.logs.set_up("text")
    with capture_logs() as lines:
        yield lines
    bot.logs.set_up("text", level=logging.WARNING)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


@asynccontextmanager
async def _replica(world: DemoWorld, port: int) -> AsyncIterator[asyncio.Event]:
    """Run one while inside; gives what is set once it is the active one."""
    settings = world.settings.model_copy(
        update={
            "telegram_mode": "webhook",
            "webhook_url": f"http://127.0.0.1:{port}/hook",
            "webhook_secret": SecretStr("a-secret-of-tests"),
            "listen": f"127.0.0.1:{port}",
        }
    )
    stop, started = asyncio.Event(), asyncio.Event()
    running = asyncio.create_task(run(settings, world.clock, stop, started))
    try:
        yield started
    finally:
        stop.set()
        await running


async def _health(port: int, role: str) -> dict[str, Any]:
    """Ask until it answers in this role."""
    async with asyncio.timeout(WITHIN), aiohttp.ClientSession() as session:
        while True:
            try:
                async with session.get(f"http://127.0.0.1:{port}/health") as answer:
                    found: dict[str, Any] = await answer.json()
                    if found["role"] == role:
                        return {**found, "status": answer.status}
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.05)


async def test_a_standby_says_that_it_waits_answers_health_and_takes_over(
    tmp_path: Path, postgres_server: str, logs: list[EventDict]
) -> None:
    url = await postgres.new_database(postgres_server)
    one, other = _free_port(), _free_port()
    async with set_up(tmp_path, database_url=url, now=NOW) as world, AsyncExitStack() as second:
        async with _replica(world, one) as first:
            await asyncio.wait_for(first.wait(), WITHIN)
            active = await _health(one, "active")
            started = await second.enter_async_context(_replica(world, other))
            waits = await _health(other, "standby")
            assert not started.is_set()
        taken_over = await _health(other, "active")
        await asyncio.wait_for(started.wait(), WITHIN)
        await world.client.says("/start")
        await world.client.sees("Bonjour")

    assert (active["ok"], waits["ok"], waits["status"], taken_over["ok"]) == (True, True, 200, True)
    said = [(line["event"], line.get("lease")) for line in logs]
    assert said.index(("standing_by", "line")) < said.index(("taking_over", "line"))


async def test_a_standby_beside_the_active_one_waits_without_a_port(
    tmp_path: Path, postgres_server: str, logs: list[EventDict]
) -> None:
    url = await postgres.new_database(postgres_server)
    port = _free_port()
    ready = set_up(tmp_path, database_url=url, now=NOW)
    async with ready as world, _replica(world, port) as first:
        await asyncio.wait_for(first.wait(), WITHIN)
        async with _replica(world, port) as second:
            while not any(line["event"] == "standing_by" for line in logs):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
            assert (await _health(port, "active"))["ok"]
            assert not second.is_set()
