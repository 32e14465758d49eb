"""Requests arrive whole however they are cut, and a slow network delays without losing order."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from bench.api import Reply
from bench.wire import Wire

JSON = b'{"chat_id":5,"text":"\xc3\xa9t\xc3\xa9"}'
FORM = b"chat_id=5&text=%C3%A9t%C3%A9&reply_markup=%7B%7D"


class FakeApi:
    """Answers every call at once and keeps what was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Mapping[str, Any]]] = []

    def call(self, method: str, params: Mapping[str, Any], reply: Reply) -> None:
        self.asked.append((method, params))
        reply(b'{"ok":true}' if method != "sendDice" else b'{"ok":false}')


class FakeTransport(asyncio.Transport):
    """Keeps what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.written: asyncio.Queue[bytes] = asyncio.Queue()

    def write(self, data: Any) -> None:
        self.written.put_nowait(data)

    def is_closing(self) -> bool:
        return False


def request(method: str, body: bytes = b"") -> bytes:
    head = f"POST /bot1:x/{method} HTTP/1.1\r\nHost: x\r\nContent-length: {len(body)}\r\n\r\n"
    return head.encode() + body


def connected(one_way: float = 0) -> tuple[FakeApi, FakeTransport, Wire]:
    api, transport = FakeApi(), FakeTransport()
    wire = Wire(api, one_way)  # type: ignore[arg-type]
    wire.connection_made(transport)
    return api, transport, wire


@pytest.mark.parametrize("cut", [1, 7, 40, 10_000])
async def test_requests_arrive_whole(cut: int) -> None:
    api, _, wire = connected()
    stream = request("sendMessage", JSON) + request("getMe") + request("sendMessage", FORM)

    for at in range(0, len(stream), cut):
        wire.data_received(stream[at : at + cut])

    assert api.asked == [
        ("sendMessage", {"chat_id": 5, "text": "été"}),
        ("getMe", {}),
        ("sendMessage", {"chat_id": "5", "text": "été", "reply_markup": "{}"}),
    ]


async def test_answers_have_a_status_and_a_length() -> None:
    _, transport, wire = connected()

    wire.data_received(request("getMe") + request("sendDice"))

    assert await transport.written.get() == (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n"
        b'{"ok":true}'
    )
    assert (await transport.written.get()).startswith(b"HTTP/1.1 404 ")


async def test_a_slow_network_delays_both_ways_and_holds_nobody_up() -> None:
    api, transport, wire = connected(one_way=0.001)

    wire.data_received(request("getMe") + request("sendDice"))
    assert (api.asked, transport.written.empty()) == ([], True)

    answers = [await asyncio.wait_for(transport.written.get(), 10) for _ in range(2)]
    assert [answer[9:12] for answer in answers] == [b"200", b"404"]
    assert [method for method, _ in api.asked] == ["getMe", "sendDice"]
