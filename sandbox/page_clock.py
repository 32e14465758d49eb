"""The demo's clock on the page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sandbox.acts import CannotError
from sandbox.clock import SandboxClock

FARTHEST = timedelta(days=366)


async def clock_view(clock: SandboxClock) -> dict[str, Any]:
    due = await clock.next_due() if clock.next_due else None
    return {
        "now": clock.now().isoformat(),
        "next": due[0].isoformat() if due else None,
        "next_label": due[1] if due else None,
        "jumps": clock.jump is not None,
    }


async def jump(clock: SandboxClock, to: object) -> None:
    """To what is due next, or so many minutes on; never back, never more than a year.

    Raises:
        CannotError: there is nothing to jump to.
        TypeError, ValueError: `to` is neither "next" nor minutes of a year.
    """
    if clock.jump is None:
        raise CannotError("This clock does not jump.")
    if to == "next":
        due = await clock.next_due() if clock.next_due else None
        if due is None:
            raise CannotError("Nothing is due.")
        await clock.jump(max(due[0], clock.now()))
        return
    if isinstance(to, bool) or not isinstance(to, int | float):
        raise TypeError("minutes or next")
    step = timedelta(minutes=to)
    if not timedelta(0) <= step <= FARTHEST:
        raise ValueError("between now and a year on")
    await clock.jump(clock.now() + step)
