"""The outbox's way out: claim, still current?, limits, Bot API, mark. One sender at a time."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

import structlog
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.clock import real_now
from bot.delivery import Delivery, Gone, deliver
from bot.limits import Limits
from bot.telegram import retry_seconds
from storage import outbox, sessions
from storage.engine import Database
from storage.outbox import Letter, Outcome, State, Urgency
from storage.work import Work

log = structlog.get_logger()

GATHER_SECONDS = 0.02  # how long finished sends wait for each other before one commit
IDLE_SECONDS = 1.0
CLAIM_AT_ONCE = 300
FEW = 30  # notices and digests only go while fewer letters than this are under way
ATTEMPTS = 8


@dataclass(slots=True)
class Lane:
    """The letters of one chat on their way, in order."""

    letters: deque[Letter] = field(default_factory=deque)
    task: asyncio.Task[None] | None = None


class Sender:
    """Carries letters from the outbox to Telegram."""

    def __init__(
        self,
        db: Database,
        delivery: Delivery,
        limits: Limits,
        *,
        on_dead: Callable[[Letter, str], Awaitable[None]],
        on_gone: Callable[[int], Awaitable[None]],
    ) -> None:
        self._db, self._delivery, self._limits = db, delivery, limits
        self._on_dead, self._on_gone = on_dead, on_gone
        self._lanes: dict[int, Lane] = {}
        self._done: list[Outcome] = []
        self._stands: dict[tuple[int, str], tuple[int | None, bool]] = {}
        self._wake = asyncio.Event()
        self._held_until = 0.0
        self._last_refused: tuple[int, float] = (0, 0.0)
        self._stopping = False

    def wake(self) -> None:
        self._wake.set()

    def stop(self) -> None:
        """Finish what is on the wire, mark it, and end `run`."""
        self._stopping = True
        self._wake.set()

    async def run(self) -> None:
        await self._take_over()
        while not self._stopping:
            try:
                await self._round()
            except Exception:
                log.exception("sender_round_failed")
                await asyncio.sleep(IDLE_SECONDS)
            await self._rest()
        await self._finish()

    async def _take_over(self) -> None:
        async with self._db.begin(real_now()) as work:
            doubtful = await outbox.doubt_claimed(work)
            recent = await outbox.sent_since(work, real_now() - timedelta(minutes=1))
        for chat_id, count in recent.items():
            if chat_id < 0:
                await self._limits.remember(chat_id, count)
        if doubtful:
            log.info("sender_rows_in_doubt", count=doubtful)

    async def _round(self) -> None:
        done, self._done = self._done, []
        under_way = sum(len(lane.letters) for lane in self._lanes.values())
        try:
            async with self._db.begin(real_now()) as work:
                await outbox.mark(work, done)
                urgent = [State.PENDING]
                letters = await outbox.claim(
                    work, limit=CLAIM_AT_ONCE, at_most=Urgency.ANSWER, states=urgent
                )
                if not letters and under_way < FEW:
                    letters = await outbox.claim(
                        work, limit=FEW, at_most=Urgency.DIGEST, states=urgent
                    )
                if not letters and not under_way:
                    letters = await outbox.claim(
                        work, limit=CLAIM_AT_ONCE, at_most=Urgency.DIGEST, states=[State.DOUBT]
                    )
                await self._note_doubled(work, letters)
        except BaseException:
            self._done = done + self._done
            raise
        for outcome in done:
            self._forget(outcome)
        for letter in letters:
            self._enqueue(letter)
        if len(letters) >= FEW:
            self._wake.set()

    def _forget(self, marked: Outcome) -> None:
        """The database knows where the card stands now, unless a later letter is on its way."""
        post = marked.letter.post
        key = (post.chat_id, post.card or "")
        stands = self._stands.get(key)
        if stands and stands[0] == marked.message_id and post.chat_id not in self._lanes:
            del self._stands[key]

    @staticmethod
    async def _note_doubled(work: Work, letters: list[Letter]) -> None:
        for letter in letters:
            if letter.in_doubt and letter.current and letter.post.asks:
                await sessions.doubled(work, letter.post.asks.session_id, letter.post.asks.turn)

    async def _rest(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(IDLE_SECONDS):  # wait_for may swallow a cancellation
                await self._wake.wait()
        self._wake.clear()
        if self._done and not self._stopping:
            await asyncio.sleep(GATHER_SECONDS)

    async def _finish(self) -> None:
        """Let letters on the wire arrive; put the others back."""
        back = []
        for lane in self._lanes.values():
            back += [Outcome(letter, State.PENDING) for letter in list(lane.letters)[1:]]
            while len(lane.letters) > 1:
                lane.letters.pop()
        tasks = [lane.task for lane in self._lanes.values() if lane.task]
        if tasks:
            _, unfinished = await asyncio.wait(tasks, timeout=10)
            for task in unfinished:
                task.cancel()
        async with self._db.begin(real_now()) as work:
            await outbox.mark(work, self._done + back)
        self._done = []

    def _enqueue(self, letter: Letter) -> None:
        lane = self._lanes.setdefault(letter.post.chat_id, Lane())
        if letter.post.card:
            waiting = list(lane.letters)[1:]
            for older in waiting:
                if older.post.card == letter.post.card:
                    lane.letters.remove(older)
                    self._finished(Outcome(older, State.DROPPED))
        lane.letters.append(letter)
        if lane.task is None:
            lane.task = asyncio.create_task(self._drive(letter.post.chat_id, lane))

    async def _drive(self, chat_id: int, lane: Lane) -> None:
        try:
            while lane.letters:
                outcome = await self._send(lane.letters[0])
                lane.letters.popleft()
                self._finished(outcome)
        finally:
            lane.task = None
            del self._lanes[chat_id]

    def _finished(self, outcome: Outcome) -> None:
        post = outcome.letter.post
        if post.card and outcome.message_id is not None:
            self._stands[post.chat_id, post.card] = (outcome.message_id, outcome.buttons)
        self._done.append(outcome)
        self._wake.set()

    async def _send(self, letter: Letter) -> Outcome:
        """Send one letter, however often it takes; the chat's later letters wait behind it."""
        if not letter.current:
            return Outcome(letter, State.DROPPED)
        for attempt in range(letter.attempts + 1, letter.attempts + ATTEMPTS + 1):
            await self._hold()
            await self._limits.wait(letter.post.chat_id)
            try:
                stands = self._stands.get((letter.post.chat_id, letter.post.card or ""))
                message_id = await deliver(self._delivery, letter, stands)
                return Outcome(
                    letter,
                    State.SENT,
                    message_id,
                    attempts=attempt,
                    buttons=bool(letter.post.markup),
                )
            except Gone as gone:
                await self._on_gone(letter.post.chat_id)
                return Outcome(letter, State.DEAD, error=str(gone), attempts=attempt)
            except RetryAfter as refused:
                await self._back_off(letter.post.chat_id, retry_seconds(refused))
            except BadRequest as error:  # a NetworkError too, but asking again will not help
                return await self._dead(letter, error, attempt)
            except NetworkError as error:
                log.warning("send_failed", attempt=attempt, error=type(error).__name__)
                await asyncio.sleep(min(0.5 * 2**attempt, 30))
            except TelegramError as error:
                return await self._dead(letter, error, attempt)
            except Exception as error:
                log.exception("send_broke", letter=letter.id)
                return await self._dead(letter, error, attempt)
        return await self._dead(letter, TelegramError("no more attempts"), ATTEMPTS)

    async def _dead(self, letter: Letter, error: Exception, attempts: int) -> Outcome:
        log.error("letter_dead", letter=letter.id, error=str(error))
        await self._on_dead(letter, str(error))
        return Outcome(letter, State.DEAD, error=str(error), attempts=attempts)

    async def _hold(self) -> None:
        wait = self._held_until - asyncio.get_running_loop().time()
        if wait > 0:
            await asyncio.sleep(wait)

    async def _back_off(self, chat_id: int, seconds: float) -> None:
        """Wait as Telegram asks; when a second chat is refused meanwhile, the whole bot waits."""
        now = asyncio.get_running_loop().time()
        other, until = self._last_refused
        self._last_refused = (chat_id, now + seconds)
        if other and other != chat_id and until > now:
            self._held_until = max(self._held_until, now + seconds)
            log.warning("bot_refused", seconds=seconds)
        await asyncio.sleep(seconds)
