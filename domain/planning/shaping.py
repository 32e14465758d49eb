"""The days of a plan changed one step at a time: added, moved, longer, with other people."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from domain.calendar import add_working_days
from domain.planning.plan import JobShape, Plan, PlanDay

MOST_DAYS = 30
LONGEST_DAYS = 44  # from the first to the last: plans further apart are not looked at
STEP = Decimal("0.5")
SHORTEST, LONGEST = STEP, Decimal(12)
STEP_MINUTES = 30
EARLIEST, LATEST = time(4), time(22)


class NoSuchDay(LookupError):
    """A day that the plan does not have."""


def written_out(plan: Plan) -> tuple[PlanDay, ...]:
    """Return the days of a plan, also where they are as quoted."""
    return plan.shape or tuple(PlanDay((on - plan.start_on).days) for on in plan.dates)


def with_day_added(plan: Plan) -> tuple[PlanDay, ...]:
    """Add the next working day; nothing where the plan is long enough."""
    days = written_out(plan)
    after = _offset(plan, add_working_days(plan.last_day, 1))
    if len(days) >= MOST_DAYS or after > LONGEST_DAYS:
        return days
    return (*days, PlanDay(after))


def with_day_taken_out(plan: Plan, index: int) -> tuple[PlanDay, ...]:
    """Take a day out, but never the first: another first day is a move of the job."""
    days = written_out(plan)
    _day(days, index)
    return days if index == 0 else (*days[:index], *days[index + 1 :])


def with_day_moved(plan: Plan, index: int, step: int) -> tuple[PlanDay, ...]:
    """Move a day by so many calendar days, between the days before and after it."""
    days = written_out(plan)
    after = _day(days, index).after + step
    lowest = days[index - 1].after if index else after
    highest = days[index + 1].after if index + 1 < len(days) else LONGEST_DAYS + 1
    if index == 0 or not lowest < after < highest:
        return days
    return _with(days, index, replace(days[index], after=after))


def with_start_moved(plan: Plan, index: int, step: int) -> tuple[PlanDay, ...]:
    """Begin a day half an hour later or earlier."""
    days = written_out(plan)
    day = _day(days, index)
    usual = day.at or plan.start_time
    moved = datetime.combine(plan.start_on, usual) + timedelta(minutes=step * STEP_MINUTES)
    if moved.date() != plan.start_on or not EARLIEST <= moved.time() <= LATEST:
        return days
    at = None if moved.time() == plan.start_time else moved.time()
    return _with(days, index, replace(day, at=at))


def with_hours_changed(plan: Plan, index: int, step: int) -> tuple[PlanDay, ...]:
    """Make a day longer or shorter by half an hour for each; the other days keep theirs."""
    days = tuple(
        replace(day, hours=_rounded(plan.hours_on(number)))
        for number, day in enumerate(written_out(plan))
    )
    day = _day(days, index)
    hours = min(max((day.hours or STEP) + step * STEP, SHORTEST), LONGEST)
    return _with(days, index, replace(day, hours=hours))


def with_member_toggled(plan: Plan, index: int, member: int) -> tuple[PlanDay, ...]:
    """Let a member of the crew stay away on a day, or come after all."""
    days = written_out(plan)
    day = _day(days, index)
    if member not in plan.crew:
        return days
    others = tuple(one for one in day.off if one != member)
    off = others if member in day.off else (*others, member)
    return _with(days, index, replace(day, off=off))


def with_member_replaced(days: Sequence[PlanDay], gone: int, new: int) -> tuple[PlanDay, ...]:
    """Let who stands in stay away on the days on which the other did."""
    return tuple(
        replace(day, off=tuple(new if one == gone else one for one in day.off)) for day in days
    )


def shape_of(
    plan: Plan, days: Sequence[PlanDay], vehicles: Sequence[int], *, quoted_days: int
) -> JobShape:
    """Return the shape of a job; the quoted days in a row, all alike, need none."""
    usual = replace(plan, shape=(), days=quoted_days)
    same = replace(plan, shape=tuple(days)).dates == usual.dates
    plain = all((day.at, day.hours, day.off) == (None, None, ()) for day in days)
    return JobShape(() if same and plain else tuple(days), tuple(vehicles))


def _offset(plan: Plan, on: date) -> int:
    return (on - plan.start_on).days


def _day(days: Sequence[PlanDay], index: int) -> PlanDay:
    if not 0 <= index < len(days):
        raise NoSuchDay(index)
    return days[index]


def _with(days: tuple[PlanDay, ...], index: int, day: PlanDay) -> tuple[PlanDay, ...]:
    return (*days[:index], day, *days[index + 1 :])


def _rounded(hours: Decimal) -> Decimal:
    """Round to the step, so that the buttons count in whole steps."""
    return max((hours / STEP).to_integral_value() * STEP, STEP)
