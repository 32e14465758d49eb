"""Webhook: delivered in order, one at a time per chat, again until taken."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from sandbox import Sandbox, SandboxPerson
from tests.sandbox.line import Line, RefusedError


class Hook:
    """A bot's web server; `gate` holds its answers back, `statuses` are the next answers."""

    def __init__(self) -> None:
        self.updates: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.statuses: list[int] = []
        self.inside = 0
        self.most_inside = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.news = asyncio.Event()
        self.url = ""

    async def take(self, request: web.Request) -> web.Response:
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.updates.append(await request.json())
        self.inside += 1
        self.most_inside = max(self.most_inside, self.inside)
        self.news.set()
        await self.gate.wait()
        self.inside -= 1
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)

    async def arrived(self, count: int) -> list[str]:
        async with asyncio.timeout(10):
            while len(self.updates) < count:
                self.news.clear()
                await self.news.wait()
        return [update["message"]["text"] for update in self.updates]


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    taker = Hook()
    app = web.Application()
    app.router.add_post("/hook", taker.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    taker.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield taker
    taker.gate.set()
    await runner.cleanup()


async def test_updates_are_posted_with_the_secret(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson, hook: Hook
) -> None:
    await bot("setWebhook", url=hook.url, secret_token="s3cret_-")
    await claire.says("bonjour")
    assert await hook.arrived(1) == ["bonjour"]
    assert hook.secrets == ["s3cret_-"]
    await sandbox.settled()


async def test_what_waited_is_posted_too(bot: Line, claire: SandboxPerson, hook: Hook) -> None:
    await claire.says("avant")
    await bot("setWebhook", url=hook.url)
    await claire.says("après")
    assert await hook.arrived(2) == ["avant", "après"]
    assert hook.secrets == [None, None]


async def test_an_update_comes_again_until_it_is_taken(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson, hook: Hook
) -> None:
    hook.statuses = [503, 500, 200]
    await bot("setWebhook", url=hook.url)
    await claire.says("encore")
    assert await hook.arrived(3) == ["encore"] * 3
    assert len({update["update_id"] for update in hook.updates}) == 1
    await sandbox.settled()
    info = await bot("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500"


async def test_a_204_is_not_enough(bot: Line, claire: SandboxPerson, hook: Hook) -> None:
    hook.statuses = [204]
    await bot("setWebhook", url=hook.url)
    await claire.says("encore")
    assert await hook.arrived(2) == ["encore", "encore"]


async def test_a_chat_waits_for_its_update_in_flight(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson, hook: Hook
) -> None:
    hook.gate.clear()
    await bot("setWebhook", url=hook.url)
    other = sandbox.person("other", first_name="Omar")
    await claire.says("un")
    await claire.says("deux")
    await other.says("trois")
    assert sorted(await hook.arrived(2)) == ["trois", "un"]
    hook.gate.set()
    assert (await hook.arrived(3))[2] == "deux"


async def test_a_failing_chat_keeps_its_order(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson, hook: Hook
) -> None:
    hook.statuses = [500]
    await bot("setWebhook", url=hook.url)
    await claire.says("un")
    await claire.says("deux")
    assert await hook.arrived(3) == ["un", "un", "deux"]


async def test_no_more_connections_than_allowed(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson, hook: Hook
) -> None:
    hook.gate.clear()
    await bot("setWebhook", url=hook.url, max_connections=2)
    people = [sandbox.person(f"p{n}") for n in range(6)]
    for person in people:
        await person.says("moi")
    await hook.arrived(2)
    hook.gate.set()
    assert await hook.arrived(6) == ["moi"] * 6
    assert hook.most_inside == 2


async def test_a_bot_that_is_down_gets_its_updates_later(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson, hook: Hook, unused_tcp_port: int
) -> None:
    await bot("setWebhook", url=f"http://127.0.0.1:{unused_tcp_port}/hook")
    await claire.says("patience")
    assert await sandbox.core.webhook.troubled.wait(10)
    assert (await bot("getWebhookInfo"))["last_error_message"].startswith("Connection failed")
    await bot("setWebhook", url=hook.url)
    assert await hook.arrived(1) == ["patience"]
    await sandbox.settled()


async def test_a_deleted_webhook_is_left_alone(
    bot: Line, claire: SandboxPerson, hook: Hook
) -> None:
    await bot("setWebhook", url=hook.url)
    await bot("deleteWebhook")
    await claire.says("pour plus tard")
    assert [u["message"]["text"] for u in await bot("getUpdates")] == ["pour plus tard"]
    assert hook.updates == []


async def test_the_state_of_the_webhook(bot: Line, claire: SandboxPerson, hook: Hook) -> None:
    assert await bot("getWebhookInfo") == {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": 0,
    }
    hook.gate.clear()
    await bot("setWebhook", url=hook.url, max_connections=7, allowed_updates=["message"])
    await claire.says("bonjour")
    await hook.arrived(1)
    assert await bot("getWebhookInfo") == {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": 1,
        "max_connections": 7,
        "allowed_updates": ["message"],
    }


@pytest.mark.parametrize(
    ("params", "fault"),
    [
        ({"url": "nowhere"}, "bad webhook: invalid webhook URL specified"),
        (
            {"url": "https://r4.fr", "secret_token": "é"},
            "secret token contains unallowed characters",
        ),
    ],
)
async def test_webhooks_that_are_refused(bot: Line, params: dict[str, str], fault: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        await bot("setWebhook", **params)
    assert refusal.value.args == (400, f"Bad Request: {fault}")


async def test_a_duplicated_update_is_posted_twice(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson, hook: Hook
) -> None:
    sandbox.faults.duplicate_updates = True
    await bot("setWebhook", url=hook.url)
    await claire.says("écho")
    assert await hook.arrived(2) == ["écho", "écho"]
    assert hook.updates[0] == hook.updates[1]
