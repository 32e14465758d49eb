"""Regular appointments: a member is busy at the same hours each week; why is kept nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.calendar import to_utc
from domain.windows import TimeWindow


class Weekday(StrEnum):
    """A day of the week, Monday first."""

    MONDAY = "mon"
    TUESDAY = "tue"
    WEDNESDAY = "wed"
    THURSDAY = "thu"
    FRIDAY = "fri"
    SATURDAY = "sat"

    @property
    def number(self) -> int:
        return list(Weekday).index(self)


@dataclass(frozen=True, slots=True)
class Appointment:
    """Hours on the clock of the company, each week from a day on, to a last day or without end."""

    member: int
    weekday: Weekday
    start: time
    end: time
    first: date
    last: date | None = None

    def windows(self, within: TimeWindow, zone: ZoneInfo) -> Iterator[TimeWindow]:
        """List the times that it takes, of those that touch a window."""
        on = max(self.first, within.starts_at.astimezone(zone).date() - timedelta(days=1))
        on += timedelta(days=(self.weekday.number - on.weekday()) % 7)
        until = within.ends_at.astimezone(zone).date()
        while on <= min(until, self.last or until):
            taken = TimeWindow(to_utc(on, self.start, zone), to_utc(on, self.end, zone))
            if taken.overlaps(within):
                yield taken
            on += timedelta(days=7)
