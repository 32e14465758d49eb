"""The webhook: requests join the batch in progress; 200 after its commit, else 503."""

import asyncio
import hmac
import socket
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import orjson
import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from telegram.error import TelegramError

from bot.telegram.client import Telegram
from bot.telegram.intake import DatabaseAway, Intake, Raw
from bot.telegram.polling import WANTED, persist
from bot.telegram.receiver import PortUnavailable

log = structlog.get_logger()

BATCH = 100
CONNECTIONS = 100
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1_000_000
SETTLING_SECONDS = 5.0
ASKING_SECONDS = 0.2


class WebhookServer:
    """Gathers updates that Telegram posts, and answers each when its batch has committed."""

    def __init__(
        self,
        telegram: Telegram,
        intake: Intake,
        *,
        url: str,
        path: str,
        secret: str,
        host: str,
        port: int,
        health: Callable[[], Awaitable[Mapping[str, Any]]],
    ) -> None:
        self._telegram, self._intake, self._look = telegram, intake, health
        self._url, self._secret = url, secret
        self._host, self._port = host, port
        self._waiting: asyncio.Queue[tuple[Raw, asyncio.Future[bool]]] = asyncio.Queue()
        self.caught_up = asyncio.Event()
        health_route = Route("/health", self._health)
        self._server = _server([Route(path, self._receive, methods=["POST"]), health_route])
        self._standby = _server([health_route])
        self._role = "standby"

    async def run(self) -> None:
        """Serve until `close`. Raises PortUnavailable.

        The port is open before Telegram is told, so that its first update finds us; it is
        answered after, so that no update is being handled when Telegram begins anew.
        """
        self._role = "active"
        with self._open_port() as port:
            await persist(self._announce)
            batches = asyncio.create_task(self._batches())
            settling = asyncio.create_task(self._settle())
            try:
                await self._server.serve([port])
            finally:
                batches.cancel()
                settling.cancel()

    async def stand_by(self) -> None:
        """Answer who watches us, until cancelled; on a port that another replica has, nothing."""
        with suppress(PortUnavailable), self._open_port() as port:
            serving = asyncio.create_task(self._standby.serve([port]))
            try:
                await asyncio.shield(serving)
            finally:
                self._standby.should_exit = True
                await serving

    def _open_port(self) -> socket.socket:
        family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
        try:
            return socket.create_server((self._host, self._port), family=family, backlog=2048)
        except OSError as error:
            raise PortUnavailable(error.strerror or str(error)) from error

    async def close(self) -> None:
        """Take no new requests; those that wait are answered first."""
        self._server.should_exit = True

    async def _announce(self) -> None:
        await self._telegram.call(
            "setWebhook",
            url=self._url,
            secret_token=self._secret,
            max_connections=CONNECTIONS,
            allowed_updates=WANTED,
        )

    async def _settle(self) -> None:
        """Wait until nothing waits at Telegram any more, some seconds at most."""
        with suppress(TimeoutError):
            async with asyncio.timeout(SETTLING_SECONDS):
                while await self._updates_wait():  # noqa: ASYNC110 Telegram tells only when asked
                    await asyncio.sleep(ASKING_SECONDS)
        self._intake.cautious = False
        self.caught_up.set()

    async def _updates_wait(self) -> bool:
        try:
            info = await self._telegram.call("getWebhookInfo")
        except TelegramError:
            return True
        return bool(info["pending_update_count"])

    async def _batches(self) -> None:
        while True:
            batch = [await self._waiting.get()]
            while len(batch) < BATCH and not self._waiting.empty():
                batch.append(self._waiting.get_nowait())
            await self._take(batch)

    async def _take(self, batch: list[tuple[Raw, asyncio.Future[bool]]]) -> None:
        taken = False
        try:
            await self._intake.take([raw for raw, _ in batch])
            taken = True
        except DatabaseAway as error:
            log.warning("database_away", error=str(error)[:200])
        except Exception:
            log.exception("batch_failed")
        for _, answer in batch:
            if not answer.done():
                answer.set_result(taken)

    async def _receive(self, request: Request) -> Response:
        given = request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            return Response(status_code=403)
        try:
            body = await request.body()
            raw = orjson.loads(body) if len(body) <= LARGEST else None
        except (ClientDisconnect, orjson.JSONDecodeError):
            raw = None
        if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
            return Response(status_code=400)
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        await self._waiting.put((raw, answer))
        return Response(status_code=200 if await answer else 503)

    async def _health(self, _request: Request) -> Response:
        found = await self._look()
        answer = {**found, "role": self._role}
        return JSONResponse(answer, status_code=200 if found["ok"] else 503)


def _server(routes: list[Route]) -> "QuietServer":
    app = Starlette(routes=routes)
    return QuietServer(uvicorn.Config(app, log_level="warning", access_log=False))


class QuietServer(uvicorn.Server):
    """A server that leaves the signals to us."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
