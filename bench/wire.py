"""The least of HTTP/1.1 that bots need, and a network that takes its time on every way."""

import asyncio
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import orjson

from bench.api import Api

HEAD_END = b"\r\n\r\n"
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
NOT_OK = OK.replace(b"200 OK", b"404 Not Found")


class Wire(asyncio.Protocol):
    """One connection; each way takes `one_way` seconds, and none waits for another."""

    def __init__(self, api: Api, one_way: float) -> None:
        self._api, self._one_way = api, one_way
        self._loop = asyncio.get_running_loop()
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (end := self._buffer.find(HEAD_END)) >= 0:
            head = self._buffer[:end]
            start = end + len(HEAD_END)
            stop = start + _length(head)
            if len(self._buffer) < stop:
                return
            body, self._buffer = self._buffer[start:stop], self._buffer[stop:]
            self._travel(self._call, head, body)

    def _call(self, head: bytes, body: bytes) -> None:
        path = head[: head.index(b"\r\n")].split(b" ")[1]
        method = path.rpartition(b"/")[2].decode()
        self._api.call(method, _params(head, body), self._reply)

    def _reply(self, answer: bytes) -> None:
        start = OK if answer.startswith(b'{"ok":true') else NOT_OK
        self._travel(self._write, start + str(len(answer)).encode() + HEAD_END + answer)

    def _write(self, answer: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(answer)

    def _travel(self, deed: Callable[..., None], *args: bytes) -> None:
        if self._one_way:
            self._loop.call_later(self._one_way, deed, *args)
        else:
            deed(*args)


def _length(head: bytes) -> int:
    at = head.lower().find(b"content-length:")
    if at < 0:
        return 0
    return int(head[at + 15 :].split(b"\r\n", 1)[0])


def _params(head: bytes, body: bytes) -> dict[str, Any]:
    if not body:
        return {}
    if body.startswith(b"{"):
        parsed: dict[str, Any] = orjson.loads(body)
        return parsed
    if b"multipart/" in head:
        raise ValueError("no files in this conversation")
    return dict(parse_qsl(body.decode(), keep_blank_values=True))
