"""The clock of the demo, which comes from outside and may jump."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

Jump = Callable[[datetime], Awaitable[datetime]]
NextDue = Callable[[], Awaitable[tuple[datetime, str] | None]]


def real_time() -> datetime:
    return datetime.now(UTC)


@dataclass
class SandboxClock:
    """`jump` takes the clock to an instant and returns where it stands then (aware, UTC)."""

    now: Callable[[], datetime] = real_time
    jump: Jump | None = None
    next_due: NextDue | None = None
