"""The one place that asks what time it is."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time of the trade."""

    def now(self) -> datetime: ...


def real_now() -> datetime:
    """Tell the time by which messages, retries and leases go, whatever the demo's clock says."""
    return datetime.now(UTC)


class SystemClock:
    """The trade's time is the real one."""

    def now(self) -> datetime:
        return real_now()


class JumpingClock:
    """A clock that can be set forward, for the demo and the journeys."""

    def __init__(self, ahead: timedelta = timedelta()) -> None:
        self.ahead = ahead

    def now(self) -> datetime:
        return real_now() + self.ahead

    def jump_to(self, instant: datetime) -> None:
        """Go forward to the instant; a clock never goes back."""
        self.ahead = max(self.ahead, instant - real_now())
