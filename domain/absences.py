"""When somebody cannot come: whole days, or half of one; why is never asked and never kept."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.calendar import to_utc
from domain.windows import TimeWindow

NOON = time(13)  # where a day is cut in halves: crews eat before it
LONGEST = timedelta(days=366)


class DayHalf(StrEnum):
    """Half of a working day."""

    MORNING = "am"
    AFTERNOON = "pm"


@dataclass(frozen=True, slots=True)
class AbsencePeriod:
    """From a day to another, both included; `half` of one day only."""

    first: date
    last: date
    half: DayHalf | None = None

    def window(self, zone: ZoneInfo) -> TimeWindow:
        """Return the time that it takes, on the clock of a zone."""
        start = NOON if self.half is DayHalf.AFTERNOON else time()
        if self.half is DayHalf.MORNING:
            return TimeWindow(to_utc(self.first, start, zone), to_utc(self.last, NOON, zone))
        end = to_utc(self.last + timedelta(days=1), time(), zone)
        return TimeWindow(to_utc(self.first, start, zone), end)


def period_of(window: TimeWindow, zone: ZoneInfo) -> AbsencePeriod:
    """Say a window as days; what is neither whole nor half days is said by its days."""
    begins, ends = window.starts_at.astimezone(zone), window.ends_at.astimezone(zone)
    if begins.date() == ends.date() and ends.time() == NOON:
        return AbsencePeriod(begins.date(), begins.date(), DayHalf.MORNING)
    last = (ends - timedelta(microseconds=1)).date()
    if begins.time() == NOON and last == begins.date():
        return AbsencePeriod(begins.date(), last, DayHalf.AFTERNOON)
    return AbsencePeriod(begins.date(), last)
