"""A sandbox that was stopped goes on where it was."""

from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sandbox import Sandbox, SandboxPerson
from sandbox.pictures import small_picture
from tests.sandbox.line import Line, asking, button, inline
from tests.sandbox.refusals import refusal


async def first_run(store: Path) -> dict[str, Any]:
    """Somebody talks, the bot answers, one update stays unconfirmed."""
    async with Sandbox(store=store) as sandbox, aiohttp.ClientSession() as session:
        bot = Line(session, sandbox.url, sandbox.token)
        claire = sandbox.person("client", first_name="Claire", phone="+33639980001")
        group = sandbox.group("Coordination", [claire], forum=True)
        await claire.says("/start")
        await claire.sends_photos([small_picture(1)])
        await bot("createForumTopic", chat_id=group.id, name="DEM-2026-0001")
        board = {"keyboard": [[{"text": "Mon numéro", "request_contact": True}]]}
        await bot("sendMessage", chat_id=claire.id, text="Numéro ?", reply_markup=board)
        keys = inline([button("Oui", "y", style="success")])
        await bot("sendMessage", chat_id=claire.id, text="Prêt ?", reply_markup=keys)
        said = {"chat_id": claire.id, "message_id": 1}
        await bot("setMessageReaction", **said, reaction=[{"type": "emoji", "emoji": "👀"}])
        await bot("setMyCommands", commands=[{"command": "help", "description": "Aide"}])
        updates = await asking(bot)
        await claire.taps("Oui", within=0)
        return {"last": updates[-1], "group": group.id, "claire": claire.id}


async def test_everything_is_there_again(tmp_path: Path) -> None:
    before = await first_run(tmp_path)
    async with Sandbox(store=tmp_path) as sandbox, aiohttp.ClientSession() as session:
        bot = Line(session, sandbox.url, sandbox.token)
        claire = sandbox.person("client")
        assert (claire.id, claire.user.phone) == (before["claire"], "+33639980001")
        assert [seen.text for seen in claire.screen] == ["/start", "", "Numéro ?", "Prêt ?"]
        assert (claire.screen[0].reactions, claire.screen[-1].styles) == (("👀",), (("success",),))
        assert await claire.screen[1].bytes() == small_picture(1)
        assert claire.keyboard == (("Mon numéro",),)
        group = sandbox.group("Coordination")
        assert (group.id, list(group.topics.values())) == (before["group"], ["DEM-2026-0001"])
        assert (await bot("getMyCommands"))[0]["command"] == "help"


async def test_numbers_go_on(tmp_path: Path) -> None:
    before = await first_run(tmp_path)
    async with Sandbox(store=tmp_path) as sandbox, aiohttp.ClientSession() as session:
        bot = Line(session, sandbox.url, sandbox.token)
        claire = sandbox.person("client")
        newest = claire.screen[-1].message_id
        assert (await claire.says("encore")).message_id == newest + 1
        tap, said = await asking(bot)
        assert tap["update_id"] == before["last"]["update_id"] + 1
        assert said["update_id"] == before["last"]["update_id"] + 2
        assert sandbox.person("other").id != claire.id


async def test_a_tap_of_before_can_be_answered(tmp_path: Path) -> None:
    await first_run(tmp_path)
    async with Sandbox(store=tmp_path) as sandbox, aiohttp.ClientSession() as session:
        bot = Line(session, sandbox.url, sandbox.token)
        query = (await asking(bot))[0]["callback_query"]
        assert await bot("answerCallbackQuery", callback_query_id=query["id"])
        fault = await refusal(bot, "answerCallbackQuery", callback_query_id=query["id"])
        assert fault.startswith("Bad Request: query is too old")


async def test_the_webhook_is_kept(tmp_path: Path, unused_tcp_port: int) -> None:
    url = f"http://127.0.0.1:{unused_tcp_port}/hook"
    async with Sandbox(store=tmp_path) as sandbox, aiohttp.ClientSession() as session:
        bot = Line(session, sandbox.url, sandbox.token)
        await bot("setWebhook", url=url, secret_token="s", allowed_updates=["message"])
        await sandbox.person("client").says("/start")
    async with Sandbox(store=tmp_path) as sandbox, aiohttp.ClientSession() as session:
        info = await Line(session, sandbox.url, sandbox.token)("getWebhookInfo")
        assert (info["url"], info["pending_update_count"]) == (url, 1)
        assert info["allowed_updates"] == ["message"]


async def test_without_a_store_nothing_is_kept() -> None:
    async with Sandbox() as sandbox:
        await sandbox.person("client").says("/start")
    async with Sandbox() as sandbox:
        assert sandbox.person("client").screen == ()


async def test_a_store_is_written_while_the_sandbox_runs(tmp_path: Path) -> None:
    async with Sandbox(store=tmp_path) as sandbox:
        claire: SandboxPerson = sandbox.person("client")
        await claire.says("/start")
        assert sandbox.store is not None
        await sandbox.store.written()
        async with Sandbox(store=tmp_path) as other:
            assert [seen.text for seen in other.person("client").screen] == ["/start"]


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
async def test_the_address(host: str) -> None:
    async with Sandbox(host=host) as sandbox, aiohttp.ClientSession() as session:
        assert (await Line(session, sandbox.url, sandbox.token)("getMe"))["first_name"] == "R4"


async def test_a_port_that_is_taken(sandbox: Sandbox) -> None:
    with pytest.raises(OSError, match="ddress"):
        async with Sandbox(port=sandbox.server.port):
            pass
