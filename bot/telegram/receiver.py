"""What lets updates in: a poller, or a webhook, which is loaded only where one is set."""

import asyncio
from typing import Protocol


class PortUnavailable(Exception):
    """The webhook's port cannot be opened: another program has it, or it is not ours to open."""


class Receiver(Protocol):
    """`caught_up` is set once the updates that waited at the start are in."""

    caught_up: asyncio.Event

    async def run(self) -> None:
        """Take updates until `close`. Raises PortUnavailable."""

    async def close(self) -> None:
        """Take nothing more; what was taken is finished first."""

    async def stand_by(self) -> None:
        """Answer who watches us while another replica takes the updates."""
