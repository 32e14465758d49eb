"""A plan for a job, and the shifts it means for everybody on it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cached_property
from zoneinfo import ZoneInfo

from domain.calendar import PARIS, add_working_days, to_utc
from domain.money import ceil_to
from domain.planning_limits import limits_on
from domain.windows import TimeWindow, in_hours

QUARTER = Decimal(15)


@dataclass(frozen=True, slots=True)
class PlanDay:
    """One day of a plan, so many calendar days after the first; what is None is as usual.

    `hours` are those of each person; those in `off` do not come.
    """

    after: int
    at: time | None = None
    hours: Decimal | None = None
    off: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class JobShape:
    """How a job differs from the quoted days in a row, all alike, with one vehicle."""

    days: tuple[PlanDay, ...] = ()
    vehicles: tuple[int, ...] = ()  # beside the first

    def first_start(self, usual: time | None) -> time | None:
        """Return when the first day begins, which may have a start of its own."""
        own = self.days[0].at if self.days else None
        return own or usual


AS_QUOTED = JobShape()


@dataclass(frozen=True, slots=True)
class Plan:
    """Who goes when; `hours` are person-hours of the whole job, `start_time` is wall time.

    The work is shared among the crew and those who will sit in the empty seats.
    Without `shape` the job takes working days in a row, all alike.
    """

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
    shape: tuple[PlanDay, ...] = ()
    more_vehicles: tuple[int, ...] = ()
    empty_seats: tuple[int, ...] = ()  # who declined and is still to be replaced

    @property
    def dates(self) -> tuple[date, ...]:
        """Return the days of work, in order."""
        if self.shape:
            return tuple(self.start_on + timedelta(days=day.after) for day in self.shape)
        return work_days(self.start_on, self.days)

    @property
    def vehicles(self) -> tuple[int, ...]:
        first = () if self.vehicle is None else (self.vehicle,)
        return tuple(dict.fromkeys((*first, *self.more_vehicles)))

    @property
    def total_hours(self) -> Decimal:
        """Add up the person-hours of all days."""
        if not self.shape:
            return self.hours
        return sum(
            (self.hours_on(index) * self._seats(day) for index, day in enumerate(self.shape)),
            Decimal(0),
        )

    @property
    def daily_hours(self) -> Decimal:
        """Hours of work of one person on a usual day, the crew sharing alike."""
        if not self.shape:
            seats = len(self.crew) + len(self.empty_seats)
            return self.hours / (max(seats, 1) * self.days)
        told = sum((day.hours * self._seats(day) for day in self.shape if day.hours), Decimal(0))
        seats = sum(self._seats(day) for day in self.shape if day.hours is None)
        return max(self.hours - told, Decimal(0)) / max(seats, 1)

    @property
    def last_day(self) -> date:
        return self.dates[-1]

    def crew_on(self, index: int) -> tuple[int, ...]:
        """Name who comes on a day of the plan."""
        if not self.shape:
            return self.crew
        return tuple(member for member in self.crew if member not in self.shape[index].off)

    def starts_at(self, index: int) -> time:
        at = self.shape[index].at if self.shape else None
        return at or self.start_time

    @property
    def begins_at(self) -> datetime:
        """Return the instant at which the first day begins."""
        return to_utc(self.start_on, self.starts_at(0), self.zone)

    def starting_at(self, at: time) -> "Plan":
        """Return the plan with another start of its first day; a start of one day is that day's."""
        if self.shape and self.shape[0].at is not None:
            return replace(self, shape=(replace(self.shape[0], at=at), *self.shape[1:]))
        return replace(self, start_time=at)

    def hours_on(self, index: int) -> Decimal:
        """Tell the hours of work of one person on a day of the plan."""
        told = self.shape[index].hours if self.shape else None
        return self.daily_hours if told is None else told

    def _seats(self, day: PlanDay) -> int:
        return max(sum(one not in day.off for one in (*self.crew, *self.empty_seats)), 1)


@dataclass(frozen=True)
class Shift:
    """One day of a plan: when, for whom, and how many hours of work for each of them."""

    plan: Plan
    window: TimeWindow
    crew: tuple[int, ...]
    hours: Decimal
    on: date

    @cached_property
    def hours_by_day(self) -> tuple[tuple[date, Decimal], ...]:
        """Share the work among the civil days that the window touches."""
        whole = in_hours(self.window.length)
        return tuple(
            (on, self.hours * in_hours(part.length) / whole)
            for on, part in self.window.by_day(self.plan.zone)
        )

    @property
    def has_break(self) -> bool:
        """Tell whether the shift holds the legal break."""
        return self.hours >= limits_on(self.plan.start_on).break_from_hours


def work_days(start_on: date, days: int) -> tuple[date, ...]:
    """Return the days of a job: the chosen one, whatever it is, then working days in a row."""
    return tuple(add_working_days(start_on, count) for count in range(days))


def windows(plan: Plan) -> tuple[TimeWindow, ...]:
    """Return the window of each day, with the legal break, up to the next quarter of an hour."""
    return tuple(shift.window for shift in shifts(plan))


def shifts(plan: Plan) -> tuple[Shift, ...]:
    """Return the work of each day."""
    return tuple(_shift(plan, index, on) for index, on in enumerate(plan.dates))


def is_touched(plan: Plan, member: int, window: TimeWindow) -> bool:
    """Tell whether a window touches a day of the plan on which a member comes."""
    return any(member in shift.crew and shift.window.overlaps(window) for shift in shifts(plan))


def _shift(plan: Plan, index: int, on: date) -> Shift:
    limits, hours = limits_on(plan.start_on), plan.hours_on(index)
    pause = limits.break_minutes if hours >= limits.break_from_hours else 0
    minutes = max(ceil_to(hours * 60 + pause, QUARTER), 1) * int(QUARTER)
    start = to_utc(on, plan.starts_at(index), plan.zone)
    window = TimeWindow(start, start + timedelta(minutes=minutes))
    return Shift(plan, window, plan.crew_on(index), hours, on)
