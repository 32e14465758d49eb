"""One letter on its way: the Bot API asked again as long as that may help, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any

import orjson
import structlog
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TelegramError

from bot.clock import real_now
from bot.retry_policy import LETTERS
from bot.telegram.client import Telegram, Unreachable, retry_seconds
from bot.telegram.delivery import Delivery, Gone, deliver
from bot.telegram.limits import Limits, Stopping
from storage import sessions
from storage.delivery_results import DeliveryResult
from storage.engine import Database, is_away
from storage.outbox import Letter, LetterState

log = structlog.get_logger()

REFUSALS = 30  # «too many requests»

Stands = tuple[int | None, bool]


class PacedTelegram:
    """The line to the Bot API for messages: each call waits for its turn."""

    def __init__(self, telegram: Telegram, limits: Limits) -> None:
        self._telegram, self._limits = telegram, limits

    async def call(self, method: str, /, **params: Any) -> Any:
        """Call the method when it may. Raises Stopping, TelegramError."""
        album, chat_id = params.get("media"), params["chat_id"]
        await self._limits.wait(chat_id, len(orjson.loads(album)) if album else 1)
        began = monotonic()
        try:
            return await self._telegram.call(method, **params)
        finally:
            self._limits.late(chat_id, monotonic() - began)


class DeliveryRetry:
    """Brings letters to Telegram, one at a time a chat."""

    def __init__(self, db: Database, delivery: Delivery, limits: Limits) -> None:
        self._db, self._delivery, self._limits = db, delivery, limits

    async def carry(
        self, letter: Letter, stands: Stands | None, stale: Callable[[], bool]
    ) -> DeliveryResult:
        """Send it, however often it takes; `stale` tells that a newer version is behind it."""
        if not letter.current:
            return DeliveryResult(letter, LetterState.DROPPED)
        try:
            return await self._carry(letter, stands, stale)
        except Gone as gone:
            return DeliveryResult(letter, LetterState.DEAD, error=str(gone), gone=True)
        except TelegramError as error:
            log.error("letter_failed", letter=letter.id, error=str(error))  # noqa: TRY400 no trace
            return DeliveryResult(letter, LetterState.DEAD, error=str(error))
        except Exception as error:
            log.exception("letter_failed", letter=letter.id)
            state = LetterState.DOUBT if is_away(error) else LetterState.DEAD
            return DeliveryResult(letter, state, error=f"{type(error).__name__}: {error}")

    async def _carry(
        self, letter: Letter, stands: Stands | None, stale: Callable[[], bool]
    ) -> DeliveryResult:
        tries, chat_id = _Tries(letter.attempts), letter.post.chat_id
        while True:
            try:
                await self._limits.pause(tries.pause)
                await self._limits.hold(chat_id)
                if stale() or (tries.lost and not await self._may_go_again(letter)):
                    return DeliveryResult(letter, LetterState.DROPPED)
                message_id = await deliver(self._delivery, letter, stands)
            except Stopping:
                state = LetterState.DOUBT if tries.lost else LetterState.PENDING
                return DeliveryResult(letter, state, attempts=tries.lost)
            except RetryAfter as refused:
                tries.refused(refused)
                if self._limits.refused(chat_id, retry_seconds(refused)):
                    log.warning("bot_refused", seconds=retry_seconds(refused))
            except ChatMigrated as moved:  # the update that tells so is still under way
                chat_id = moved.new_chat_id
                letter = replace(
                    letter, post=replace(letter.post, chat_id=chat_id), message_id=None
                )
                stands = None
            except BadRequest:  # a NetworkError too, but asking again will not help
                raise
            except NetworkError as error:
                tries.failed(error)
                log.warning("letter_again", letter=letter.id, error=type(error).__name__)
            else:
                buttons = letter.post.editable and bool(letter.post.markup)
                return DeliveryResult(letter, LetterState.SENT, message_id, buttons=buttons)

    async def _may_go_again(self, letter: Letter) -> bool:
        """Note that a question may be shown twice; False where it has been answered meanwhile."""
        asks = letter.post.asks
        if asks is None:
            return True
        async with self._db.begin(real_now()) as tx:
            await self._db.lock_chats(tx, [letter.post.chat_id])
            return await sessions.doubled(tx, asks.session_id, asks.turn)


@dataclass(slots=True)
class _Tries:
    """How often a letter was tried: `lost` where it may have arrived all the same."""

    lost: int
    refusals: int = 0
    unreached: int = 0
    pause: float = 0.0  # seconds before the next try

    def refused(self, error: RetryAfter) -> None:
        """Count a refusal. Raises it where there were too many."""
        self.refusals += 1
        self.pause = 0.0
        if self.refusals >= REFUSALS:
            raise error

    def failed(self, error: NetworkError) -> None:
        """Count a failure and wait longer after each. Raises it where there were too many.

        A Telegram that cannot be reached at all is waited for, however long it takes.
        """
        if isinstance(error, Unreachable):
            self.unreached += 1
        else:
            self.lost += 1
        if LETTERS.gives_up(self.lost):
            raise error
        self.pause = LETTERS.pause(self.lost + self.unreached)
