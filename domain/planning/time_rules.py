"""Rules of working time, for each member (§7.3); hours are summed over all of their jobs."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby, pairwise

from domain.calendar import SATURDAY, day_of, is_working_day, public_holidays
from domain.crews import Member
from domain.money import half_up
from domain.planning.case import Case
from domain.planning.plan import Shift
from domain.windows import TimeWindow, in_hours

HOURS_A_DAY = 10
SPAN_OF_DAY = timedelta(hours=13)
REST = timedelta(hours=11)
HOURS_A_WEEK = 48

TimeConflicts = Iterator[Mapping[str, object]]


def too_many_hours_a_day(case: Case) -> TimeConflicts:
    """A member would work more than 10 hours on a civil day."""
    for member in case.members:
        for on, exact in sorted(case.hours_by_day(member).items()):
            hours = half_up(exact, 2)
            if on in case.touched() and hours > HOURS_A_DAY:
                yield {"name": member.name, "on": on, "hours": hours, "limit": HOURS_A_DAY}


def span_too_long(case: Case) -> TimeConflicts:
    """More than 13 hours would lie between a member's first and last minute of a day."""
    for member in case.members:
        for on, span in _spans(case.all_shifts(member)):
            if on in case.days and span.length > SPAN_OF_DAY:
                yield {"name": member.name, "on": on, "hours": in_hours(span.length)}


def rest_too_short(case: Case) -> TimeConflicts:
    """A member would have less than 11 hours between two days."""
    for member in case.members:
        for (day, before), (next_day, after) in pairwise(_spans(case.all_shifts(member))):
            rest = after.starts_at - before.ends_at
            if rest < REST and {day, next_day} & {*case.days}:
                yield {"name": member.name, "on": next_day, "hours": in_hours(rest)}


def too_many_hours_a_week(case: Case) -> TimeConflicts:
    """A member would work more than 48 hours in a week."""
    yield from _weeks_over(case, lambda _: Decimal(HOURS_A_WEEK))


def over_contract_hours(case: Case) -> TimeConflicts:
    """A member would work more in a week than their contract says: overtime."""
    yield from _weeks_over(case, lambda member: member.weekly_hours)


def not_a_working_day(case: Case) -> TimeConflicts:
    """The job begins on a Sunday or a public holiday; a Saturday is only dearer."""
    first = case.days[0]
    if not is_working_day(first) and not _is_plain_saturday(first):
        yield {"on": first}


def _spans(shifts: Iterable[Shift]) -> list[tuple[date, TimeWindow]]:
    """Return, for each day on which a shift starts, its first to its last minute."""
    by_day = groupby(shifts, key=lambda shift: day_of(shift.window.starts_at, shift.plan.zone))
    found = []
    for on, of_the_day in by_day:
        windows = [shift.window for shift in of_the_day]
        latest = max(window.ends_at for window in windows)
        found.append((on, TimeWindow(windows[0].starts_at, latest)))
    return found


def _weeks_over(case: Case, limit: Callable[[Member], Decimal]) -> TimeConflicts:
    touched = {_monday(on) for on in case.touched()}
    for member in case.members:
        for monday, exact in sorted(_hours_by_week(case, member).items()):
            hours = half_up(exact, 2)
            if monday in touched and hours > limit(member):
                yield {"name": member.name, "on": monday, "hours": hours, "limit": limit(member)}


def _hours_by_week(case: Case, member: Member) -> dict[date, Decimal]:
    weeks: dict[date, Decimal] = defaultdict(Decimal)
    for on, hours in case.hours_by_day(member).items():
        weeks[_monday(on)] += hours
    return dict(weeks)


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())


def _is_plain_saturday(on: date) -> bool:
    return on.isoweekday() == SATURDAY and on not in public_holidays(on.year)
