"""A coordinator who sends a quote for every request that appears in the group."""

import asyncio
import random

from sandbox.sandbox import Sandbox
from sandbox.world import Message, User

QUOTE = "a:quote:"


class Desk:
    """Taps «send the quote» on each card, once a copy, after a moment."""

    def __init__(self, sandbox: Sandbox, user: User, seed: int) -> None:
        self._acts, self.user = sandbox.acts, user
        self._chance = random.Random(f"{seed}-desk")
        self._tapped: set[tuple[int, str]] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    def hears(self, message: Message) -> None:
        for row in message.inline or []:
            for button in row:
                data = str(button.get("callback_data", ""))
                key = (message.message_id, data)
                if data.startswith(QUOTE) and key not in self._tapped:
                    self._tapped.add(key)
                    task = asyncio.create_task(self._tap(message, data))
                    self._tasks.add(task)
                    task.add_done_callback(self._tasks.discard)

    async def _tap(self, message: Message, data: str) -> None:
        await asyncio.sleep(self._chance.uniform(0.05, 1.5))
        self._acts.tap(self.user, message, data)
