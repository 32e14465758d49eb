"""Rules of working time, for each member (§7.3); hours are summed over all of their jobs."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from itertools import groupby, pairwise

from domain.calendar import SATURDAY, day_of, is_working_day, public_holidays, to_utc
from domain.crews import Member
from domain.money import half_up
from domain.planning.case import Case
from domain.planning.plan import Shift
from domain.windows import TimeWindow, in_hours

TimeConflicts = Iterator[Mapping[str, object]]

WEEK = timedelta(weeks=1)
MAY, THE_FIRST = 5, 1


def too_many_hours_a_day(case: Case) -> TimeConflicts:
    """A member would work more than 10 hours on a civil day (L3121-18)."""
    limit = case.limits.hours_a_day
    for member in case.members:
        for on, exact in sorted(case.hours_by_day(member).items()):
            hours = half_up(exact, 2)
            if on in case.touched and hours > limit:
                yield {"name": member.name, "on": on, "hours": hours, "limit": limit}


def span_too_long(case: Case) -> TimeConflicts:
    """More than 13 hours would lie between a member's first and last minute of a day (§7.3)."""
    limit = case.limits.span_hours
    for member in case.members:
        for on, span in spans(case.near_shifts(member)):
            if on in case.days and in_hours(span.length) > limit:
                hours = in_hours(span.length)
                yield {"name": member.name, "on": on, "hours": hours, "limit": limit}


def rest_too_short(case: Case) -> TimeConflicts:
    """A member would have less than 11 hours between two days (L3131-1)."""
    limit = case.limits.rest_hours
    for member in case.members:
        for (day, before), (next_day, after) in pairwise(spans(case.near_shifts(member))):
            rest = in_hours(after.starts_at - before.ends_at)
            if rest < limit and {day, next_day} & {*case.days}:
                yield {"name": member.name, "on": next_day, "hours": rest, "limit": limit}


def no_break(case: Case) -> TimeConflicts:
    """A member would work 6 hours in a row without a break of 20 minutes (§7.3).

    One shift of 6 hours holds its break; several that follow each other hold none.
    """
    limits = case.limits
    for member in case.members:
        for chain in _chains(
            case.near_shifts(member), timedelta(minutes=int(limits.break_minutes))
        ):
            hours = half_up(sum((shift.hours for shift in chain), Decimal(0)), 2)
            ours = any(shift.plan is case.plan for shift in chain)
            if ours and hours >= limits.break_from_hours:
                yield {"name": member.name, "on": chain[0].on, "hours": hours}


def too_many_hours_a_week(case: Case) -> TimeConflicts:
    """A member would work more than 48 hours in a week (§7.3)."""
    yield from _weeks_over(case, lambda _: case.limits.hours_a_week)


def average_too_high(case: Case) -> TimeConflicts:
    """A member would work more than 44 hours a week on average over 12 weeks in a row (§7.3)."""
    count, limit = int(case.limits.average_weeks), case.limits.average_hours
    for member in case.members:
        weeks = hours_by_week(case.hours_by_day(member))
        highest = max(
            (
                (sum((weeks.get(week, Decimal(0)) for week in run), Decimal(0)), run[-1])
                for run in _runs(case, count)
            ),
            default=(Decimal(0), date.min),
        )
        if half_up(highest[0], 2) > limit * count:
            hours = half_up(highest[0] / count, 2)
            yield {"name": member.name, "on": highest[1], "hours": hours, "limit": limit}


def over_contract_hours(case: Case) -> TimeConflicts:
    """A member would work more in a week than their contract says: overtime (§7.3)."""
    yield from _weeks_over(case, lambda member: member.weekly_hours)


def weekly_rest_too_short(case: Case) -> TimeConflicts:
    """A member would not have 35 hours in a row free in a week: 24, and the 11 of a night (§7.3).

    The 24 lie in the week, the night's rest may lie before its Monday or after its Sunday.
    """
    limit, night = case.limits.weekly_rest_hours, timedelta(hours=float(case.limits.rest_hours))
    for member in case.members:
        worked = case.all_shifts(member)
        for monday in sorted({monday_of(shift.on) for shift in case.own_of(member)}):
            week = _week(case, monday)
            edges = TimeWindow(week.starts_at - night, week.ends_at + night)
            longest = in_hours(_longest_gap(worked, edges))
            if longest < limit:
                yield {"name": member.name, "on": monday, "hours": longest, "limit": limit}


def too_many_days_in_a_row(case: Case) -> TimeConflicts:
    """A member would work more than 6 days in a row (§7.3)."""
    limit = int(case.limits.days_in_a_row)
    for member in case.members:
        for run in _days_in_a_row(sorted({shift.on for shift in case.all_shifts(member)})):
            if len(run) > limit and {*run} & {*case.days}:
                yield {"name": member.name, "on": run[0], "count": len(run), "most": limit}


def not_a_working_day(case: Case) -> TimeConflicts:
    """A day of the job is a Sunday or a public holiday (§7.4); a Saturday is only dearer."""
    for on in case.days:
        if not is_working_day(on) and not _is_plain_saturday(on) and not _is_may_day(on):
            yield {"on": on}


def first_of_may(case: Case) -> TimeConflicts:
    """A day of the job is 1 May, which the law gives to everybody (§7.4)."""
    for on in case.days:
        if _is_may_day(on):
            yield {"on": on}


def spans(worked: Iterable[Shift]) -> list[tuple[date, TimeWindow]]:
    """Return, for each day on which a shift starts, its first to its last minute."""
    by_day = groupby(worked, key=lambda shift: day_of(shift.window.starts_at, shift.plan.zone))
    found = []
    for on, of_the_day in by_day:
        windows = [shift.window for shift in of_the_day]
        latest = max(window.ends_at for window in windows)
        found.append((on, TimeWindow(windows[0].starts_at, latest)))
    return found


def monday_of(on: date) -> date:
    return on - timedelta(days=on.weekday())


def hours_by_week(by_day: Mapping[date, Decimal]) -> Mapping[date, Decimal]:
    """Add hours up by the Mondays of their weeks."""
    weeks: dict[date, Decimal] = defaultdict(Decimal)
    for on, hours in by_day.items():
        weeks[monday_of(on)] += hours
    return dict(weeks)


def _weeks_over(case: Case, limit: Callable[[Member], Decimal]) -> TimeConflicts:
    touched = {monday_of(on) for on in case.touched}
    for member in case.members:
        for monday, exact in sorted(hours_by_week(case.hours_by_day(member)).items()):
            hours = half_up(exact, 2)
            if monday in touched and hours > limit(member):
                yield {"name": member.name, "on": monday, "hours": hours, "limit": limit(member)}


def _runs(case: Case, count: int) -> list[list[date]]:
    """List the runs of so many weeks in a row that hold a week of this plan."""
    firsts = {
        monday_of(on) - back * WEEK for on in case.touched for back in range(count)
    }  # fmt: skip
    return [[first + number * WEEK for number in range(count)] for first in sorted(firsts)]


def _chains(worked: Iterable[Shift], pause: timedelta) -> Iterator[list[Shift]]:
    """Gather shifts without a break of their own, between which less than a pause lies."""
    chain: list[Shift] = []
    for shift in worked:
        if shift.has_break:
            yield chain
            chain = []
            continue
        if chain and shift.window.starts_at - chain[-1].window.ends_at >= pause:
            yield chain
            chain = []
        chain.append(shift)
    if chain:
        yield chain


def _week(case: Case, monday: date) -> TimeWindow:
    zone = case.plan.zone
    first, after = (to_utc(on, time(), zone) for on in (monday, monday + WEEK))
    return TimeWindow(first, after)


def _longest_gap(worked: Iterable[Shift], within: TimeWindow) -> timedelta:
    longest, free_from = timedelta(), within.starts_at
    for shift in worked:
        if shift.window.overlaps(within):
            longest = max(longest, shift.window.starts_at - free_from)
            free_from = max(free_from, shift.window.ends_at)
    return max(longest, within.ends_at - free_from)


def _days_in_a_row(days: Iterable[date]) -> list[list[date]]:
    runs: list[list[date]] = []
    for on in days:
        if runs and on - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(on)
        else:
            runs.append([on])
    return runs


def _is_plain_saturday(on: date) -> bool:
    return on.isoweekday() == SATURDAY and on not in public_holidays(on.year)


def _is_may_day(on: date) -> bool:
    return (on.month, on.day) == (MAY, THE_FIRST)
