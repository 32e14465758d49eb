"""Long polling: the next offset, which acknowledges, is asked for only after the batch is done."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import ParamSpec, TypeVar

import structlog
from telegram.error import Conflict, NetworkError, RetryAfter, TelegramError

from bot.retry_policy import OUTAGES
from bot.telegram.client import Telegram, retry_seconds
from bot.telegram.intake import DatabaseAway, Intake

log = structlog.get_logger()
P = ParamSpec("P")
T = TypeVar("T")

WANTED = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 25
BATCH = 100


class Poller:
    """Asks Telegram for updates; `caught_up` is set once those that waited at the start are in."""

    def __init__(self, telegram: Telegram, intake: Intake) -> None:
        self._telegram, self._intake = telegram, intake
        self._offset: int | None = None
        self._asking: asyncio.Task[list[dict[str, object]]] | None = None
        self._stopping = False
        self.caught_up = asyncio.Event()

    async def run(self) -> None:
        """Take updates until `stop`; what was being handled then is finished first."""
        await persist(self._telegram.call, "deleteWebhook")
        while not self._stopping:
            updates = await self._ask()
            if updates:
                await persist(self._intake.take, updates)
                self._offset = max(int(str(update["update_id"])) for update in updates) + 1
            if len(updates) < BATCH and not self._stopping:
                self._intake.cautious = False
                self.caught_up.set()
        await self._confirm()

    async def close(self) -> None:
        """End `run` once the batch that was taken is done."""
        self._stopping = True
        if self._asking is not None:
            self._asking.cancel()

    async def stand_by(self) -> None:
        """Nobody asks a poller: it has no port."""

    async def _ask(self) -> list[dict[str, object]]:
        self._asking = asyncio.create_task(persist(self._poll))
        try:
            return await self._asking
        except asyncio.CancelledError:
            if not self._stopping or not self._asking.cancelled():
                raise
            return []
        finally:
            self._asking = None

    async def _confirm(self) -> None:
        """Tell Telegram the last offset, so that nothing comes again after a stop."""
        if self._offset is not None:
            with suppress(TelegramError):
                await self._telegram.call("getUpdates", offset=self._offset, limit=1, timeout=0)

    async def _poll(self) -> list[dict[str, object]]:
        seconds = POLL_SECONDS if self.caught_up.is_set() else 0
        params: dict[str, object] = {"timeout": seconds, "limit": BATCH, "allowed_updates": WANTED}
        if self._offset is not None:
            params["offset"] = self._offset
        answer: list[dict[str, object]] = await self._telegram.call(
            "getUpdates", read_timeout=seconds + 10, **params
        )
        return answer


async def persist(work: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do it again until it works: an outage of Telegram or of the database passes."""
    failures = 0
    while True:
        try:
            return await work(*args, **kwargs)
        except RetryAfter as refused:
            await asyncio.sleep(retry_seconds(refused))
            continue
        except (Conflict, NetworkError) as error:
            log.warning("telegram_again", error=type(error).__name__)
        except DatabaseAway as error:
            log.warning("database_away", error=str(error)[:200])
        failures += 1
        await asyncio.sleep(OUTAGES.pause(failures))
