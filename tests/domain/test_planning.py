from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import PARIS, is_working_day
from domain.planning import PlanDay, is_touched, shifts, windows, work_days
from domain.windows import BadWindow, TimeWindow, in_hours
from tests.domain.crew_cases import MONDAY, PLAN, broken, other, plan

dates = st.dates(date(2024, 1, 1), date(2032, 1, 1))
start_times = st.times(time(5), time(20))
hours = st.integers(1, 400).map(lambda quarters: Decimal(quarters) / 4)


def test_a_job_of_several_days_takes_working_days_in_a_row() -> None:
    assert work_days(date(2026, 12, 23), 4) == (
        date(2026, 12, 23), date(2026, 12, 24), date(2026, 12, 28), date(2026, 12, 29),
    )  # fmt: skip


def test_a_job_may_begin_on_a_saturday_and_goes_on_on_monday() -> None:
    assert work_days(date(2026, 11, 28), 2) == (date(2026, 11, 28), MONDAY)


def test_windows_hold_the_shared_hours_and_the_break() -> None:
    two_days = plan(days=2, hours=Decimal("26.25"))  # 6.5625 h each a day, and 20 minutes

    assert [(each.starts_at.astimezone(PARIS), each.length) for each in windows(two_days)] == [
        (datetime(2026, 11, 30, 8, tzinfo=PARIS), timedelta(hours=7)),
        (datetime(2026, 12, 1, 8, tzinfo=PARIS), timedelta(hours=7)),
    ]


def test_a_break_of_twenty_minutes_comes_with_the_sixth_hour() -> None:
    def length(minutes: int) -> timedelta:
        return windows(plan(hours=Decimal(minutes) / 60, crew=(1,)))[0].length

    assert (length(345), length(360)) == (timedelta(minutes=345), timedelta(minutes=390))
    assert (length(460), length(461)) == (timedelta(hours=8), timedelta(minutes=495))


def test_an_absence_touches_only_the_days_on_which_the_member_comes() -> None:
    shaped = plan(days=2, shape=(PlanDay(0), PlanDay(1, off=(1,))))
    first, second = windows(shaped)

    assert is_touched(shaped, 1, first)
    assert not is_touched(shaped, 1, second)
    assert is_touched(shaped, 2, second)
    assert not is_touched(shaped, 1, TimeWindow(first.ends_at, second.starts_at))


def test_lengths_in_hours() -> None:
    assert in_hours(timedelta(minutes=90)) == Decimal("1.5")
    assert in_hours(timedelta(milliseconds=900)) == Decimal("0.00025")


def test_a_short_day_has_no_break() -> None:
    assert [each.length for each in windows(plan(hours=Decimal(3)))] == [timedelta(minutes=90)]


def test_windows_keep_wall_time_over_a_change_of_clocks() -> None:
    over = plan(start_on=date(2026, 10, 23), days=2, hours=Decimal(28))

    assert [each.starts_at for each in windows(over)] == [
        datetime(2026, 10, 23, 6, tzinfo=UTC),
        datetime(2026, 10, 26, 7, tzinfo=UTC),
    ]


@given(dates, start_times, st.integers(1, 10), hours, st.integers(1, 6))
def test_a_plan_has_a_window_a_day_and_all_of_its_hours(
    on: date, at: time, days: int, person_hours: Decimal, crew: int
) -> None:
    judged = plan(
        start_on=on, start_time=at, days=days, hours=person_hours, crew=tuple(range(crew))
    )
    worked = sum(hours for shift in shifts(judged) for _, hours in shift.hours_by_day) * crew

    assert len(windows(judged)) == days
    assert all(is_working_day(day) for day in work_days(on, days)[1:])
    assert all(in_hours(each.length) >= judged.daily_hours for each in windows(judged))
    assert abs(worked - person_hours) < Decimal("1e-20")


@given(dates, start_times, hours, dates, start_times, hours)
def test_being_booked_is_mutual(
    on: date, at: time, worked: Decimal, other_on: date, other_at: time, other_worked: Decimal
) -> None:
    one = plan(start_on=on, start_time=at, hours=worked, vehicle=None)
    two = other(start_on=other_on, start_time=other_at, hours=other_worked)

    assert bool(broken("already_booked", one, two)) == bool(broken("already_booked", two, one))


@given(dates, start_times, hours)
def test_the_same_crew_at_the_same_time_is_always_booked(
    on: date, at: time, worked: Decimal
) -> None:
    assert broken(
        "already_booked",
        plan(start_on=on, start_time=at, hours=worked),
        other(start_on=on, start_time=at, hours=worked),
    )


def test_windows_are_half_open() -> None:
    noon = datetime(2026, 11, 30, 12, tzinfo=UTC)
    morning = TimeWindow(noon - timedelta(hours=4), noon)
    afternoon = TimeWindow(noon, noon + timedelta(hours=4))

    assert not morning.overlaps(afternoon)
    assert not afternoon.overlaps(morning)
    assert (morning.contains(noon), afternoon.contains(noon)) == (False, True)
    assert morning.overlaps(TimeWindow(noon - timedelta(minutes=1), noon + timedelta(hours=1)))


def test_a_window_must_go_forward_in_aware_time() -> None:
    noon = datetime(2026, 11, 30, 12, tzinfo=UTC)

    with pytest.raises(BadWindow):
        TimeWindow(noon, noon)
    with pytest.raises(BadWindow):
        TimeWindow(noon.replace(tzinfo=None), noon.replace(tzinfo=None) + timedelta(hours=1))


def test_a_window_is_cut_at_midnight_in_paris() -> None:
    evening = TimeWindow(
        datetime(2026, 11, 30, 21, tzinfo=UTC), datetime(2026, 12, 1, 3, tzinfo=UTC)
    )

    assert [(on, part.length) for on, part in evening.by_day(PARIS)] == [
        (date(2026, 11, 30), timedelta(hours=2)),
        (date(2026, 12, 1), timedelta(hours=4)),
    ]


def test_the_daily_hours_of_a_plan_without_a_crew_are_those_of_one_person() -> None:
    assert plan(crew=()).daily_hours == PLAN.hours


def test_another_start_of_the_first_day_leaves_the_starts_of_other_days() -> None:
    own = replace(plan(), shape=(PlanDay(0, at=time(9)), PlanDay(1), PlanDay(2, at=time(7))))

    moved = own.starting_at(time(10))

    assert [moved.starts_at(index) for index in range(3)] == [time(10), time(8), time(7)]
    assert moved.starting_at(time(9)) == own
    assert moved.begins_at == datetime.combine(moved.start_on, time(10), PARIS)
    assert plan().starting_at(time(10)).start_time == time(10)
