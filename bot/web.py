"""The webhook: requests join the batch in progress; 200 after its commit, else 503."""

import asyncio
import hmac
from collections.abc import Iterator
from contextlib import contextmanager

import orjson
import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.intake import DatabaseAway, Intake, Raw
from bot.polling import WANTED
from bot.telegram import Telegram

log = structlog.get_logger()

BATCH = 100
CONNECTIONS = 100
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1_000_000
QUIET_SECONDS = 2.0


class Door:
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
    ) -> None:
        self._telegram, self._intake = telegram, intake
        self._url, self._secret = url, secret
        self._waiting: asyncio.Queue[tuple[Raw, asyncio.Future[bool]]] = asyncio.Queue()
        self.caught_up = asyncio.Event()
        routes = [Route(path, self._receive, methods=["POST"]), Route("/health", self._health)]
        config = uvicorn.Config(
            Starlette(routes=routes), host=host, port=port, log_level="warning", access_log=False
        )
        self._server = QuietServer(config)

    async def run(self) -> None:
        """Serve until `close`; the first quiet moment ends the caution of the start."""
        batches = asyncio.create_task(self._batches())
        serving = asyncio.create_task(self._server.serve())
        try:
            await self._announce()
            await serving
        finally:
            batches.cancel()
            serving.cancel()

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

    async def _batches(self) -> None:
        while True:
            try:
                first = await asyncio.wait_for(self._waiting.get(), QUIET_SECONDS)
            except TimeoutError:
                self._intake.cautious = False
                self.caught_up.set()
                continue
            batch = [first]
            while len(batch) < BATCH and not self._waiting.empty():
                batch.append(self._waiting.get_nowait())
            await self._take(batch)

    async def _take(self, batch: list[tuple[Raw, asyncio.Future[bool]]]) -> None:
        taken = False
        try:
            await self._intake.take([raw for raw, _ in batch])
            taken = True
        except DatabaseAway:
            log.exception("database_away")
        except Exception:
            log.exception("batch_failed")
        for _, answer in batch:
            if not answer.done():
                answer.set_result(taken)

    async def _receive(self, request: Request) -> Response:
        given = request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            return Response(status_code=403)
        body = await request.body()
        try:
            raw = orjson.loads(body) if len(body) <= LARGEST else None
        except orjson.JSONDecodeError:
            raw = None
        if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
            return Response(status_code=400)
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        await self._waiting.put((raw, answer))
        return Response(status_code=200 if await answer else 503)

    async def _health(self, _request: Request) -> Response:
        return JSONResponse({"ok": True})


class QuietServer(uvicorn.Server):
    """A server that leaves the signals to us."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
