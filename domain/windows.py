"""Half-open windows of time: the end is no longer part of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from domain.calendar import day_of, to_utc

MICROSECONDS = 3_600_000_000  # in an hour


class BadWindow(ValueError):
    """A window that ends before it starts, or is told in wall time without a zone."""


@dataclass(frozen=True, slots=True, order=True)
class TimeWindow:
    """From an aware instant up to, and without, another."""

    starts_at: datetime
    ends_at: datetime

    def __post_init__(self) -> None:
        aware = self.starts_at.tzinfo and self.ends_at.tzinfo
        if not aware or self.starts_at >= self.ends_at:
            raise BadWindow(f"{self.starts_at} to {self.ends_at}")

    @property
    def length(self) -> timedelta:
        return self.ends_at - self.starts_at

    def overlaps(self, other: "TimeWindow") -> bool:
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at

    def contains(self, at: datetime) -> bool:
        return self.starts_at <= at < self.ends_at

    def by_day(self, zone: ZoneInfo) -> Iterator[tuple[date, "TimeWindow"]]:
        """Cut at the midnights of a zone; yield each civil day with its part."""
        start = self.starts_at
        while start < self.ends_at:
            on = day_of(start, zone)
            end = min(self.ends_at, to_utc(on + timedelta(days=1), time(), zone))
            yield on, TimeWindow(start, end)
            start = end


def in_hours(length: timedelta) -> Decimal:
    """Return a length as a decimal number of hours."""
    return Decimal(length // timedelta(microseconds=1)) / MICROSECONDS
