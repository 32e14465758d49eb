"""The stream of events that keeps a page up to date."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from typing import Any

import aiohttp
import orjson

from sandbox import Sandbox, SandboxPerson
from sandbox.events import Events
from tests.sandbox.line import Line, asking, button, inline


class Stream:
    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self.answer = answer
        self.last = ""

    async def next(self, name: str) -> dict[str, Any]:
        """The next event of a name."""
        async with asyncio.timeout(10):
            while True:
                found, data = await self._event()
                if found == name:
                    return data

    async def _event(self) -> tuple[str, dict[str, Any]]:
        fields: dict[str, str] = {}
        while line := (await self.answer.content.readline()).decode().rstrip("\n"):
            name, _, value = line.partition(": ")
            fields[name] = value
        self.last = fields.get("id", self.last)
        return fields.get("event", ""), orjson.loads(fields.get("data", "{}"))


@asynccontextmanager
async def stream(sandbox: Sandbox, last: str = "") -> AsyncIterator[Stream]:
    headers = {"Last-Event-ID": last} if last else {}
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{sandbox.url}/phones/events", headers=headers) as answer,
    ):
        assert answer.content_type == "text/event-stream"
        found = Stream(answer)
        await found._event()
        yield found


async def test_messages_come_as_they_change(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    async with stream(sandbox) as events:
        sent = await bot("sendMessage", chat_id=claire.id, text="un")
        place = {"chat_id": claire.id, "message_id": sent["message_id"]}
        await bot("editMessageText", **place, text="deux")
        await bot("deleteMessage", **place)
        shown = [await events.next("message") for _ in range(3)]
    assert [(m.get("text"), m.get("edited"), m.get("deleted")) for m in shown] == [
        ("un", False, None),
        ("deux", True, None),
        (None, None, True),
    ]


async def test_answers_to_taps_flash_up(sandbox: Sandbox, bot: Line, claire: SandboxPerson) -> None:
    keys = inline([button("Oui", "y")])
    await bot("sendMessage", chat_id=claire.id, text="?", reply_markup=keys)
    await claire.taps("Oui", within=0)
    query = (await asking(bot))[-1]["callback_query"]
    async with stream(sandbox) as events:
        answer = {"callback_query_id": query["id"], "text": "Noté", "show_alert": True}
        await bot("answerCallbackQuery", **answer)
        toast = await events.next("toast")
    assert (toast["person"], toast["text"], toast["alert"]) == (claire.id, "Noté", True)


async def test_typing_and_keyboards_come_too(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    async with stream(sandbox) as events:
        await bot("sendChatAction", chat_id=claire.id, action="typing")
        assert await events.next("typing") == {"action": "typing", "chat": claire.id}
        board = {"keyboard": [["Oui"]]}
        await bot("sendMessage", chat_id=claire.id, text="?", reply_markup=board)
        chat = await events.next("chat")
        assert chat["keyboard"][str(claire.id)]["rows"][0][0]["text"] == "Oui"
        sandbox.person("crew", first_name="Karim")
        people = (await events.next("people"))["people"]
        assert [person["first_name"] for person in people] == ["Claire", "Karim"]


async def test_a_new_group_comes_with_its_topics(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    async with stream(sandbox) as events:
        group = sandbox.group("Coordination", [claire], forum=True)
        assert (await events.next("chat"))["title"] == "Coordination"
        await bot("createForumTopic", chat_id=group.id, name="un")
        assert (await events.next("message"))["html"] == "R4 created the topic “un”"
        assert [topic["name"] for topic in (await events.next("chat"))["topics"]] == ["un"]


async def test_the_clock_is_told(sandbox: Sandbox) -> None:
    async with stream(sandbox) as events:
        await sandbox.page.clock_changed()
        assert (await events.next("clock"))["next"] is None


async def test_a_page_that_dropped_off_catches_up(
    sandbox: Sandbox, bot: Line, claire: SandboxPerson
) -> None:
    async with stream(sandbox) as events:
        await claire.says("un")
        await events.next("message")
    await claire.says("deux")
    await claire.says("trois")
    async with stream(sandbox, events.last) as again:
        texts = [(await again.next("message"))["text"] for _ in range(2)]
    assert texts == ["deux", "trois"]


async def test_a_stream_without_a_past_starts_now() -> None:
    events = Events()
    events.send("message", {"n": 1})
    async with aclosing(events.stream(None)) as fresh:
        assert await anext(fresh) == b"retry: 1000\n\n"
        events.send("message", {"n": 2})
        assert b'"n":2' in await anext(fresh)


async def test_open_streams_end_with_the_sandbox() -> None:
    async with Sandbox() as sandbox, aiohttp.ClientSession() as session:
        answer = await session.get(f"{sandbox.url}/phones/events")
        assert await answer.content.readline() == b"retry: 1000\n"
        sandbox.page.close()
        assert (await answer.content.read()).strip() == b""
