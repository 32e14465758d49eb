"""Faults on demand: the network, a busy Telegram, updates that come twice or late."""

import asyncio
import time

import aiohttp
import pytest

from sandbox import Faults, Sandbox, SandboxPerson
from sandbox.errors import ApiError
from sandbox.faults import Flood, FloodBucket
from tests.sandbox.line import Line, RefusedError, asking
from tests.sandbox.polled import texts


async def test_too_many_requests(sandbox: Sandbox, bot: Line, claire: SandboxPerson) -> None:
    sandbox.faults.too_many("sendMessage", retry_after=7, times=2)
    for _ in range(2):
        with pytest.raises(RefusedError) as refused:
            await bot("sendMessage", chat_id=claire.id, text="x")
        assert refused.value.args == (429, "Too Many Requests: retry after 7")
        assert refused.value.parameters == {"retry_after": 7}
    assert await bot("sendMessage", chat_id=claire.id, text="x")
    assert len(claire.screen) == 2


async def test_too_many_for_one_chat(sandbox: Sandbox, bot: Line, claire: SandboxPerson) -> None:
    omar = sandbox.person("omar")
    await omar.says("/start")
    sandbox.faults.too_many(chat_id=omar.id)
    assert await bot("sendMessage", chat_id=claire.id, text="x")
    with pytest.raises(RefusedError):
        await bot("sendMessage", chat_id=omar.id, text="x")


@pytest.mark.parametrize(("status", "text"), [(500, "Internal Server Error"), (504, "Gateway")])
async def test_a_server_that_breaks(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson, status: int, text: str
) -> None:
    sandbox.faults.breaks("sendMessage", status=status)
    with pytest.raises(RefusedError, match=text):
        await bot("sendMessage", chat_id=claire.id, text="x")
    assert len(claire.screen) == 1


async def test_a_server_that_breaks_after_the_effect(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    sandbox.faults.breaks("sendMessage", after=True)
    with pytest.raises(RefusedError, match="Internal Server Error"):
        await bot("sendMessage", chat_id=claire.id, text="x")
    assert claire.screen[-1].text == "x"


async def test_a_bad_gateway_answers_with_a_page(sandbox: Sandbox, bot: Line) -> None:
    sandbox.faults.breaks(status=502)
    status, body = await bot.get(f"/bot{bot.token}/getMe")
    assert (status, body[:6]) == (502, b"<html>")


@pytest.mark.parametrize(("after", "seen"), [(False, 1), (True, 2)])
async def test_a_connection_that_breaks(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson, after: bool, seen: int
) -> None:
    sandbox.faults.resets("sendMessage", after=after)
    with pytest.raises(aiohttp.ClientError):
        await bot("sendMessage", chat_id=claire.id, text="x")
    assert len(claire.screen) == seen
    assert await bot("sendMessage", chat_id=claire.id, text="y")


async def test_a_download_that_breaks(sandbox: Sandbox, bot: Line, claire: SandboxPerson) -> None:
    await claire.sends_document("a.txt", b"abc")
    file = await bot("getFile", file_id=(await asking(bot))[0]["message"]["document"]["file_id"])
    sandbox.faults.breaks("file", status=502)
    path = f"/file/bot{bot.token}/{file['file_path']}"
    assert (await bot.get(path))[0] == 502
    assert await bot.get(path) == (200, b"abc")


async def test_latency_comes_before_and_after_the_effect(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    sandbox.faults.latency = 0.2
    started = time.monotonic()
    sending = asyncio.create_task(bot("sendMessage", chat_id=claire.id, text="x"))
    await claire.sees("x")
    assert not sending.done()
    await sending
    assert time.monotonic() - started >= 0.2


async def test_updates_that_come_twice(sandbox: Sandbox, bot: Line, claire: SandboxPerson) -> None:
    sandbox.faults.duplicate_updates = True
    await claire.says("un")
    first = await bot("getUpdates")
    again = await bot("getUpdates", offset=first[0]["update_id"] + 1)
    assert first == again
    assert await bot("getUpdates", offset=first[0]["update_id"] + 1) == []


async def test_updates_that_come_late(sandbox: Sandbox, bot: Line, claire: SandboxPerson) -> None:
    sandbox.faults.late_updates = 0.05
    await claire.says("un")
    await claire.says("deux")
    assert await bot("getUpdates") == []
    late = await bot("getUpdates", timeout=10)
    assert texts(late)[0] == "un"
    await asking(bot, timeout=10, offset=late[0]["update_id"] + 1)
    await sandbox.settled()


async def test_held_updates_are_not_lost_with_the_sandbox(claire: SandboxPerson) -> None:
    updates = claire.core.updates
    updates.faults.late_updates = 60
    await claire.says("un")
    assert not updates.pending
    updates.close()
    assert [u.body["message"]["text"] for u in updates.pending.values()] == ["un"]


def test_all_faults_end_at_once() -> None:
    faults = Faults(latency=1, flood_control=True)
    faults.resets()
    faults.clear()
    assert (faults.latency, faults.flood_control, faults.draw("getme", None)) == (0, False, None)


async def test_flood_control_of_a_chat(sandbox: Sandbox, bot: Line, claire: SandboxPerson) -> None:
    sandbox.faults.flood_control = True
    for text in "abc":
        await bot("sendMessage", chat_id=claire.id, text=text)
    with pytest.raises(RefusedError) as refused:
        await bot("sendMessage", chat_id=claire.id, text="d")
    assert refused.value.args == (429, "Too Many Requests: retry after 1")
    assert await bot("sendChatAction", chat_id=claire.id, action="typing")


def test_a_group_takes_twenty_a_minute() -> None:
    flood = Flood()
    flood.burst = 100
    for _ in range(20):
        flood.check(-100)
    with pytest.raises(ApiError) as refused:
        flood.check(-100)
    assert refused.value.parameters == {"retry_after": 60}


def test_all_chats_together_take_thirty_a_second() -> None:
    flood = Flood()
    for chat in range(1, 31):
        flood.check(chat)
    with pytest.raises(ApiError):
        for chat in range(31, 40):
            flood.check(chat)


def test_an_album_counts_for_its_pictures() -> None:
    flood = Flood()
    flood.check(-100, 10)
    flood.check(-200, 10)
    with pytest.raises(ApiError):
        flood.check(-300, 11)


def test_a_bucket_leaks() -> None:
    bucket = FloodBucket(2, 1.0)
    bucket.take(2)
    assert bucket.wait(0.5) == pytest.approx(0.5)
    assert bucket.wait(1.0) == 0
    bucket.take(1)
    assert bucket.wait(1.0) == pytest.approx(1.0)


def test_a_call_that_was_refused_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    flood = Flood()
    for chat in range(1, 31):
        flood.check(chat)
    for _ in range(5):
        with pytest.raises(ApiError):
            flood.check(99)
    now += 0.1
    for _ in range(3):
        flood.check(99)


def test_a_group_may_go_on_after_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    flood = Flood()
    for _ in range(20):
        now += 1.1
        flood.check(-100)
    now += 60
    flood.check(-100)
