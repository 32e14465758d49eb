"""A plan for a job, and the shifts it means for everybody on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from domain.calendar import PARIS, add_working_days, to_utc
from domain.money import ceil_to
from domain.windows import TimeWindow, in_hours

BREAK_FROM_HOURS = 6  # a break of 20 minutes once 6 hours are reached (§7.3)
BREAK_MINUTES = 20
QUARTER = Decimal(15)


@dataclass(frozen=True, slots=True)
class Plan:
    """Who goes when; `hours` are person-hours of the whole job, `start_time` is wall time."""

    job: int
    start_on: date
    start_time: time
    days: int
    hours: Decimal
    crew: tuple[int, ...]
    leader: int | None = None
    vehicle: int | None = None
    certificates: frozenset[str] = frozenset()
    min_crew: int = 2
    number: str = ""
    zone: ZoneInfo = PARIS

    @property
    def daily_hours(self) -> Decimal:
        """Hours of work of one person on one day, the crew sharing alike."""
        return self.hours / (max(len(self.crew), 1) * self.days)

    @property
    def last_day(self) -> date:
        return work_days(self.start_on, self.days)[-1]


@dataclass(frozen=True, slots=True)
class Shift:
    """One day of a plan, for each of its crew: when, and how many hours of work."""

    plan: Plan
    window: TimeWindow

    @property
    def hours_by_day(self) -> Iterator[tuple[date, Decimal]]:
        """Share the work among the civil days that the window touches."""
        for on, part in self.window.by_day(self.plan.zone):
            yield on, self.plan.daily_hours * in_hours(part.length) / in_hours(self.window.length)


def work_days(start_on: date, days: int) -> tuple[date, ...]:
    """Return the days of a job: the chosen one, whatever it is, then working days in a row."""
    return tuple(add_working_days(start_on, count) for count in range(days))


def windows(plan: Plan) -> tuple[TimeWindow, ...]:
    """Return the window of each day, with the legal break, up to the next quarter of an hour."""
    pause = BREAK_MINUTES if plan.daily_hours >= BREAK_FROM_HOURS else 0
    minutes = ceil_to(plan.daily_hours * 60 + pause, QUARTER) * int(QUARTER)
    days = work_days(plan.start_on, plan.days)
    starts = [to_utc(on, plan.start_time, plan.zone) for on in days]
    return tuple(TimeWindow(start, start + timedelta(minutes=minutes)) for start in starts)


def shifts(plan: Plan) -> tuple[Shift, ...]:
    return tuple(Shift(plan, window) for window in windows(plan))
