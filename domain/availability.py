"""A week as a member says it: each working day they can come, cannot, or are away anyway."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.absences import AbsencePeriod
from domain.calendar import PARIS, day_of, to_utc
from domain.reminders import PlannedReminder, ReminderKind
from domain.windows import TimeWindow

WEEK_DAYS = 5
THURSDAY = 3
ASK_TIME = time(16)
LATEST = timedelta(hours=20)  # after its hour; then the next week is asked about as usual


class DayMark(StrEnum):
    """What stands for one day."""

    COMES = "1"
    AWAY = "0"
    FIXED = "x"  # of the office, or part of a longer or shorter absence: not changed day by day


Marks = tuple[DayMark, ...]
_TURNED = {DayMark.COMES: DayMark.AWAY, DayMark.AWAY: DayMark.COMES}


def next_monday(today: date) -> date:
    """Return the Monday of the week to come."""
    return today + timedelta(days=7 - today.weekday())


def days_of(monday: date) -> tuple[date, ...]:
    return tuple(monday + timedelta(n) for n in range(WEEK_DAYS))


def marks_of(
    monday: date,
    windows: Iterable[TimeWindow],
    zone: ZoneInfo,
    *,
    by_others: Iterable[TimeWindow] = (),
) -> Marks:
    """Mark the days of a week by the absences that the member entered, and others for them."""
    kept, fixed = [*windows], [*by_others]
    return tuple(_mark(day, kept, fixed, zone) for day in days_of(monday))


def _mark(
    day: date, windows: Iterable[TimeWindow], fixed: Iterable[TimeWindow], zone: ZoneInfo
) -> DayMark:
    whole = AbsencePeriod(day, day).window(zone)
    if any(window.overlaps(whole) for window in fixed):
        return DayMark.FIXED
    touching = [window for window in windows if window.overlaps(whole)]
    if not touching:
        return DayMark.COMES
    return DayMark.AWAY if all(window == whole for window in touching) else DayMark.FIXED


def proposed(now: Marks, last_week: Marks) -> Marks:
    """Fill a week in which nothing was said from the week before; absences of then do not last."""
    if any(mark is not DayMark.COMES for mark in now):
        return now
    return tuple(DayMark.AWAY if mark is DayMark.AWAY else DayMark.COMES for mark in last_week)


def turned(marks: Marks, at: int) -> Marks:
    """Turn one day around; a fixed one stays."""
    return tuple(_TURNED.get(mark, mark) if n == at else mark for n, mark in enumerate(marks))


def is_stale(shown: Marks, kept: Marks) -> bool:
    """Tell whether a day that cannot be changed here was shown as one that can, or the reverse."""
    pairs = zip(shown, kept, strict=True)
    return any((mark is DayMark.FIXED) != (now is DayMark.FIXED) for mark, now in pairs)


def brought_up_to_date(shown: Marks, kept: Marks) -> Marks:
    """Keep what a member has said on the days that they can still change."""
    fixed = DayMark.FIXED
    pairs = zip(shown, kept, strict=True)
    return tuple(now if fixed in {mark, now} else mark for mark, now in pairs)


def read_marks(text: str) -> Marks | None:
    """Read what a button carries; None for what nobody but a forger would send."""
    if len(text) != WEEK_DAYS or not set(text) <= {mark.value for mark in DayMark}:
        return None
    return tuple(map(DayMark, text))


def plan_week_card(
    member: int, now: datetime, zone: ZoneInfo = PARIS
) -> tuple[PlannedReminder, ...]:
    """Return when a member is asked about a week next: on Thursday afternoon."""
    today = day_of(now, zone)
    thursday = today + timedelta(days=(THURSDAY - today.weekday()) % 7)
    due_at = to_utc(thursday, ASK_TIME, zone)
    if due_at <= now:
        thursday += timedelta(days=7)
        due_at = to_utc(thursday, ASK_TIME, zone)
    kind = ReminderKind.WEEK_CARD
    key = f"{kind.value}:{member}:{next_monday(thursday)}"
    return (PlannedReminder(kind, None, next_monday(thursday), due_at, key),)
