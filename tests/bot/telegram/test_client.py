"""The line to Telegram over a real connection: guards the library's private names that it uses."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.telegram.client import Telegram

MEDIA = [{"type": "photo", "media": "file-1"}, {"type": "photo", "media": "file-2"}]


class RecordingServer:
    """Keeps what arrives and answers as Telegram does."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Any]] = []

    async def method(self, request: web.Request) -> web.Response:
        self.calls.append((request.path, await request.json()))
        return web.json_response({"ok": True, "result": [{"message_id": 7}]})

    async def file(self, request: web.Request) -> web.Response:
        return web.Response(body=request.path.encode())


@pytest.fixture
def server() -> RecordingServer:
    return RecordingServer()


@pytest_asyncio.fixture
async def telegram(server: RecordingServer) -> AsyncIterator[Telegram]:
    app = web.Application()
    app.router.add_post("/bot1:token/{method}", server.method)
    app.router.add_get("/file/bot1:token/{path:.*}", server.file)
    app.router.add_post("/file/bot1:token/{path:.*}", server.file)
    async with TestServer(app) as running:
        client = Telegram("1:token", str(running.make_url("/")))
        await client.request.initialize()
        yield client
        await client.request.shutdown()


async def test_a_method_called_by_name_carries_its_plain_json(
    telegram: Telegram, server: RecordingServer
) -> None:
    answer = await telegram.call("sendMediaGroup", chat_id=5, media=MEDIA)
    assert answer == [{"message_id": 7}]
    assert server.calls == [("/bot1:token/sendMediaGroup", {"chat_id": 5, "media": MEDIA})]


async def test_a_file_is_fetched_beside_the_methods(telegram: Telegram) -> None:
    assert await telegram.download("photos/1.jpg") == b"/file/bot1:token/photos/1.jpg"
