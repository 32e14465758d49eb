"""The line to the Bot API: python-telegram-bot's errors and encoding over an aiohttp session."""

import os
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import aiohttp
import orjson
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TimedOut
from telegram.request import BaseRequest, RequestData

os.environ.setdefault("PTB_TIMEDELTA", "1")  # RetryAfter in timedelta, else it warns

CONNECT_SECONDS = 10.0
ANSWER_SECONDS = 30.0
PER_HOST = 100


class Unreachable(NetworkError):
    """No connection came about, so nothing was said."""


class AiohttpRequest(BaseRequest):
    """Carries requests of python-telegram-bot over one aiohttp session."""

    def __init__(self, connections: int = PER_HOST) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return ANSWER_SECONDS

    async def initialize(self) -> None:
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=self._connections, ttl_dns_cache=300)
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar()
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        try:
            return orjson.loads(payload)
        except orjson.JSONDecodeError as error:  # the page of a gateway in front of Telegram
            raise NetworkError("an answer that is no JSON") from error

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 ours is fixed
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 aiohttp queues by itself
    ) -> tuple[int, bytes]:
        """Make one request; raises TimedOut and NetworkError as python-telegram-bot expects."""
        if self._session is None:
            raise RuntimeError("the line is not open: await initialize() first")
        parts = [
            ANSWER_SECONDS if isinstance(x, object) and not isinstance(x, int | float) else float(x)
            for x in (read_timeout, write_timeout)
        ]
        timeout = aiohttp.ClientTimeout(
            total=None, sock_read=max(parts), sock_connect=CONNECT_SECONDS
        )
        try:
            async with self._session.request(
                method, url, timeout=timeout, **_body(request_data)
            ) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise Unreachable(f"{type(error).__name__}: {error}") from error
        except TimeoutError as error:
            raise TimedOut(str(error) or "timed out") from error
        except aiohttp.ClientError as error:
            raise NetworkError(f"{type(error).__name__}: {error}") from error


def _body(data: RequestData | None) -> dict[str, Any]:
    if data is None:
        return {}
    if not data.contains_files:
        json = orjson.dumps(data.parameters)
        return {"data": json, "headers": {"Content-Type": "application/json"}}
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return {"data": form}


class Telegram(Bot):
    """A bot whose every method can be called by name; answers stay plain JSON."""

    def __init__(self, token: str, base: str, *, connections: int = PER_HOST) -> None:
        base = base.rstrip("/")
        super().__init__(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=AiohttpRequest(connections),
            get_updates_request=AiohttpRequest(1),
        )

    async def call(
        self, method: str, /, *, read_timeout: float = ANSWER_SECONDS, **params: Any
    ) -> Any:
        """Call the method; raises telegram.error.TelegramError in its kinds."""
        return await self._post(method, params, read_timeout=read_timeout)

    def _insert_defaults(self, data: dict[str, object]) -> None:
        """Leave parameters as they are: ours are plain JSON, without defaults to fill in."""

    async def download(self, path: str) -> bytes:
        """Fetch a file by the path that getFile gave."""
        url = f"{self._base_file_url}/{path}"
        return bytes(await self.request.retrieve(url, read_timeout=120))


def message_id_of(answer: Mapping[str, Any] | list[Mapping[str, Any]] | bool | None) -> int | None:
    """Tell the id of the message that an answer speaks of; the first one's for an album."""
    if isinstance(answer, list):
        return message_id_of(answer[0]) if answer else None
    return int(answer["message_id"]) if isinstance(answer, Mapping) else None


def retry_seconds(refused: RetryAfter) -> float:
    """Tell how long Telegram asks us to wait, in seconds."""
    after = refused.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
