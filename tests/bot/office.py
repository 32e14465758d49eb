"""A sender at work: letters in, and what became of them."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from bot.carrier import Paced
from bot.delivery import Delivery
from bot.limits import Limits, SendLimits
from bot.sender import Sender
from bot.telegram import Telegram
from storage import outbox, sessions
from storage.engine import Database
from storage.media import Medium
from storage.outbox import PROMPT, Asks, Letter, Post, State, Urgency
from storage.sessions import Place
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
        line = Delivery(Paced(self.telegram, limits), _no_media, _no_content, _no_upload)
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
        work = asyncio.create_task(self.sender.run())
        try:
            yield
        finally:
            self.sender.stop()
            await work

    async def put(self, *posts: Post) -> None:
        async with self.db.begin(datetime.now(UTC)) as work:
            await outbox.put(work, *posts)
        self.sender.wake()

    async def claimed_by_the_dead(self, *posts: Post) -> None:
        """Leave letters as a process that died had them in hand."""
        async with self.db.begin(datetime.now(UTC)) as work:
            await outbox.put(work, *posts)
            await outbox.claim(work, limit=99, at_most=Urgency.DIGEST, states=[State.PENDING])

    async def states(self) -> dict[str, str]:
        """Tell what became of each letter, by its text."""
        async with self.db.read(datetime.now(UTC)) as work:
            found = await work.rows(select(rows.c.post, rows.c.state).order_by(rows.c.id))
        return {row.post["text"]: row.state for row in found}

    async def becomes(self, wanted: dict[str, str]) -> None:
        """Wait until the letters are in these states. Raises AssertionError."""
        with suppress(TimeoutError):
            async with asyncio.timeout(WITHIN):
                while await self.states() != wanted:
                    self.sender.wake()
                    await asyncio.sleep(0.01)
        assert await self.states() == wanted

    async def asked(self, chat_id: int, turn: int = 1) -> Place:
        """Open a conversation that stands at this turn."""
        async with self.db.begin(datetime.now(UTC)) as work:
            return await sessions.begin(
                work,
                chat_id=chat_id,
                user_id=chat_id,
                form="request",
                state={},
                turn=turn,
                about=None,
            )

    async def place(self, chat_id: int) -> Place:
        async with self.db.read(datetime.now(UTC)) as work:
            found = await sessions.find(work, chat_id)
        assert found is not None
        return found


def prompt(place: Place, text: str, turn: int | None = None) -> Post:
    """Ask the question where a conversation stands, or stood."""
    asks = Asks(place.id, place.turn if turn is None else turn, "address")
    return Post(place.chat_id, text, card=PROMPT, asks=asks)


async def _no_media(_ids: Sequence[int]) -> list[Medium]:
    return []


async def _no_content(_medium: Medium) -> bytes:
    return b""


async def _no_upload(*_: Any) -> None:
    return None


SENT, DEAD, DROPPED = State.SENT, State.DEAD, State.DROPPED
