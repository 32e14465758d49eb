"""A sender at work: letters in, and what became of them."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from bot.telegram.client import Telegram
from bot.telegram.delivery import Delivery
from bot.telegram.delivery_retry import PacedTelegram
from bot.telegram.limits import Limits, SendLimits
from bot.telegram.sender import Sender
from storage import outbox, sessions
from storage.engine import Database
from storage.media import Medium
from storage.outbox import PROMPT, Asks, Letter, LetterState, Post, Urgency
from storage.sessions import StoredSession
from storage.tables import outbox as rows

WITHIN = 10.0
OFF = SendLimits(0, 0, 0)


class Hasty(Limits):
    """Never waits: what a letter goes through in minutes passes at once."""

    async def pause(self, seconds: float) -> None:
        await asyncio.sleep(0)


class Held(Limits):
    """Waits until it is told to stop."""

    def __init__(self) -> None:
        super().__init__(OFF)
        self.waiting = asyncio.Event()

    async def wait(self, chat_id: int, cost: int = 1) -> None:
        self.waiting.set()
        await self.pause(600)


@dataclass
class Office:
    """The outbox, a sender, and whom it had to tell of bad news."""

    db: Database
    telegram: Telegram
    limits: Limits = field(default_factory=lambda: Limits(OFF))
    dead: list[str] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    sender: Sender = field(init=False)

    def __post_init__(self) -> None:
        self.hire(self.limits)

    def hire(self, limits: Limits) -> None:
        """Take another sender, as after a start."""
        line = Delivery(PacedTelegram(self.telegram, limits), _no_media, _no_content, _no_upload)
        self.sender = Sender(
            self.db, line, limits, on_dead=self._note_dead, on_gone=self._note_gone
        )

    async def _note_dead(self, letter: Letter, _error: str) -> None:
        self.dead.append(letter.post.text)

    async def _note_gone(self, chat_id: int) -> None:
        self.gone.append(chat_id)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Have the sender at work while inside, and stop it in order."""
        tx = asyncio.create_task(self.sender.run())
        try:
            yield
        finally:
            self.sender.stop()
            await tx

    async def put(self, *posts: Post) -> None:
        async with self.db.begin(datetime.now(UTC)) as tx:
            await outbox.put(tx, *posts)
        self.sender.wake()

    async def claimed_by_the_dead(self, *posts: Post) -> None:
        """Leave letters as a process that died had them in hand."""
        async with self.db.begin(datetime.now(UTC)) as tx:
            await outbox.put(tx, *posts)
            await outbox.claim(tx, limit=99, at_most=Urgency.DIGEST, states=[LetterState.PENDING])

    async def states(self) -> dict[str, str]:
        """Tell what became of each letter, by its text."""
        async with self.db.read(datetime.now(UTC)) as tx:
            found = await tx.rows(select(rows.c.post, rows.c.state).order_by(rows.c.id))
        return {row.post["text"]: row.state for row in found}

    async def becomes(self, wanted: dict[str, str]) -> None:
        """Wait until the letters are in these states. Raises AssertionError."""
        with suppress(TimeoutError):
            async with asyncio.timeout(WITHIN):
                while await self.states() != wanted:
                    self.sender.wake()
                    await asyncio.sleep(0.01)
        assert await self.states() == wanted

    async def asked(self, chat_id: int, turn: int = 1) -> StoredSession:
        """Open a conversation that stands at this turn."""
        async with self.db.begin(datetime.now(UTC)) as tx:
            return await sessions.begin(
                tx,
                chat_id=chat_id,
                user_id=chat_id,
                form="request",
                state={},
                turn=turn,
                about=None,
            )

    async def stored(self, chat_id: int) -> StoredSession:
        async with self.db.read(datetime.now(UTC)) as tx:
            found = await sessions.find(tx, chat_id)
        assert found is not None
        return found


def prompt(stored: StoredSession, text: str, turn: int | None = None) -> Post:
    """Ask the question where a conversation stands, or stood."""
    asks = Asks(stored.id, stored.turn if turn is None else turn, "address")
    return Post(stored.chat_id, text, card=PROMPT, asks=asks)


async def _no_media(_ids: Sequence[int]) -> list[Medium]:
    return []


async def _no_content(_medium: Medium) -> bytes:
    return b""


async def _no_upload(*_: Any) -> None:
    return None


SENT, DEAD, DROPPED = LetterState.SENT, LetterState.DEAD, LetterState.DROPPED
