"""The outbox's way out: claim, send, mark. One sender at a time; a chat's letters go in order."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from time import monotonic

import structlog

from bot.clock import real_now
from bot.retry_policy import OUTAGES
from bot.telegram.delivery import Delivery
from bot.telegram.delivery_retry import DeliveryRetry
from bot.telegram.limits import Limits
from storage import delivery_results, outbox, sessions
from storage.delivery_results import DeliveryResult
from storage.engine import Database
from storage.outbox import Letter, LetterState, Urgency
from storage.transaction import Transaction

log = structlog.get_logger()

GATHER_SECONDS = 0.02  # how long finished sends wait for each other before one commit
IDLE_SECONDS = 1.0
CLAIM_AT_ONCE = 300
FEW = 30  # notices and digests only go while fewer letters than this are under way
DOUBT_SECONDS = 3.0  # how long what is in doubt waits at most for a quiet moment
LAST_SECONDS = 10.0
LIMITS_LOOK_BACK = timedelta(minutes=1)


@dataclass(slots=True)
class Lane:
    """The letters of one chat on their way, in order."""

    letters: deque[Letter] = field(default_factory=deque)
    newest: dict[str, int] = field(default_factory=dict)  # by card, of all that came
    task: asyncio.Task[None] | None = None

    def superseded(self, letter: Letter) -> bool:
        """Tell whether a newer version of the letter's card came."""
        return letter.id < self.newest.get(letter.post.card or "", 0)


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
        self._db, self._limits = db, limits
        self._carrier = DeliveryRetry(db, delivery, limits)
        self._on_dead, self._on_gone = on_dead, on_gone
        self._lanes: dict[int, Lane] = {}
        self._done: list[DeliveryResult] = []
        self._stands: dict[tuple[int, str], tuple[int | None, bool]] = {}
        self._wake = asyncio.Event()
        self._doubts = False
        self._doubts_due = 0.0
        self._stopping = False

    def wake(self) -> None:
        self._wake.set()

    def stop(self) -> None:
        """Finish what is being sent, mark it, put the rest back, and end `run`."""
        self._stopping = True
        self._limits.stop()
        self._wake.set()

    async def run(self) -> None:
        await self._take_over()
        failures = 0
        while not self._stopping:
            try:
                await self._round()
                failures = 0
            except Exception:
                log.exception("sender_round_failed")
                failures += 1
            await self._rest(OUTAGES.pause(failures) if failures else IDLE_SECONDS)
        await self._finish()

    async def _take_over(self) -> None:
        """Doubt what a dead process had claimed, and count what it sent to groups as ours."""
        now = real_now()
        async with self._db.begin(now) as tx:
            doubtful = await delivery_results.doubt_claimed(tx)
            self._limits.remember(
                await delivery_results.sent_to_groups(tx, now - LIMITS_LOOK_BACK), now
            )
        self._doubt()
        if doubtful:
            log.info("letters_in_doubt", count=doubtful)

    async def _round(self) -> None:
        done, self._done = self._done, []
        under_way = sum(len(lane.letters) for lane in self._lanes.values())
        try:
            async with self._db.begin(real_now()) as tx:
                await delivery_results.mark(tx, done)
                letters = await self._claim(tx, under_way)
        except BaseException:
            self._done = done + self._done
            raise
        for outcome in done:
            self._forget(outcome)
        quiet = not letters and not under_way
        for letter in letters:
            self._enqueue(letter)
        if len(letters) >= FEW:
            self._wake.set()
        await self._tell(done)
        if self._doubts and (quiet or monotonic() >= self._doubts_due):
            await self._send_doubtful()

    @staticmethod
    async def _claim(tx: Transaction, under_way: int) -> list[Letter]:
        """Answers first; notices and digests while there is room."""
        pending = [LetterState.PENDING]
        letters = await outbox.claim(
            tx, limit=CLAIM_AT_ONCE, at_most=Urgency.ANSWER, states=pending
        )
        room = FEW - under_way - len(letters)
        if room > 0:
            letters += await outbox.claim(tx, limit=room, at_most=Urgency.DIGEST, states=pending)
        return letters

    def _doubt(self) -> None:
        self._doubts, self._doubts_due = True, monotonic() + DOUBT_SECONDS

    async def _send_doubtful(self) -> None:
        """Send once more what was perhaps sent: last, and not while an answer to it comes in."""
        async with self._db.begin(real_now()) as tx:
            await self._db.lock_chats(tx, await delivery_results.doubtful_chats(tx))
            letters = await outbox.claim(
                tx, limit=CLAIM_AT_ONCE, at_most=Urgency.DIGEST, states=[LetterState.DOUBT]
            )
            for letter in letters:
                if letter.current and (asks := letter.post.asks):
                    await sessions.doubled(tx, asks.session_id, asks.turn)
        self._doubts = len(letters) == CLAIM_AT_ONCE
        for letter in letters:
            self._enqueue(letter)

    async def _tell(self, done: list[DeliveryResult]) -> None:
        """Have somebody told of letters that nobody got."""
        for outcome in done:
            if outcome.state is LetterState.DEAD and outcome.gone:
                await self._on_gone(outcome.letter.post.chat_id)
            elif outcome.state is LetterState.DEAD:
                await self._on_dead(outcome.letter, outcome.error or "")

    def _forget(self, marked: DeliveryResult) -> None:
        """The database knows where the card stands now, unless a later letter is on its way."""
        post = marked.letter.post
        key = (post.chat_id, post.card or "")
        stands = self._stands.get(key)
        if stands and stands[0] == marked.stands and post.chat_id not in self._lanes:
            del self._stands[key]

    async def _rest(self, seconds: float) -> None:
        """Wait so long, or until somebody wakes us."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):  # wait_for may swallow a cancellation
                await self._wake.wait()
        self._wake.clear()
        if self._done and not self._stopping:
            await asyncio.sleep(GATHER_SECONDS)

    async def _finish(self) -> None:
        """Let letters that are being sent arrive; put the others back."""
        back = []
        for lane in self._lanes.values():
            back += [
                DeliveryResult(letter, LetterState.PENDING) for letter in list(lane.letters)[1:]
            ]
            while len(lane.letters) > 1:
                lane.letters.pop()
        tasks = [lane.task for lane in self._lanes.values() if lane.task]
        if tasks:
            _, unfinished = await asyncio.wait(tasks, timeout=LAST_SECONDS)
            for task in unfinished:
                task.cancel()
        async with self._db.begin(real_now()) as tx:
            await delivery_results.mark(tx, self._done + back)
        self._done = []

    def _enqueue(self, letter: Letter) -> None:
        lane = self._lanes.setdefault(letter.post.chat_id, Lane())
        if card := letter.post.card:
            lane.newest[card] = max(letter.id, lane.newest.get(card, 0))
        lane.letters.append(letter)
        if lane.task is None:
            lane.task = asyncio.create_task(self._drive(letter.post.chat_id, lane))

    async def _drive(self, chat_id: int, lane: Lane) -> None:
        try:
            while lane.letters:
                letter = lane.letters[0]
                stands = self._stands.get((chat_id, letter.post.card or ""))
                stale = partial(lane.superseded, letter)
                outcome = await self._carrier.carry(letter, stands, stale)
                lane.letters.popleft()
                self._finished(outcome)
        finally:
            lane.task = None
            del self._lanes[chat_id]

    def _finished(self, outcome: DeliveryResult) -> None:
        post = outcome.letter.post
        if post.card and outcome.places:
            self._stands[post.chat_id, post.card] = (outcome.stands, outcome.buttons)
        if outcome.state is LetterState.DOUBT:
            self._doubt()
        self._done.append(outcome)
        self._wake.set()
