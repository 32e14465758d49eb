from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import (
    PARIS,
    add_working_days,
    day_of,
    days_before,
    is_working_day,
    public_holidays,
    to_utc,
)


@pytest.mark.parametrize(
    ("year", "easter_monday", "ascension", "whit_monday"),
    [
        (2026, date(2026, 4, 6), date(2026, 5, 14), date(2026, 5, 25)),
        (2027, date(2027, 3, 29), date(2027, 5, 6), date(2027, 5, 17)),
        (2028, date(2028, 4, 17), date(2028, 5, 25), date(2028, 6, 5)),
        (2029, date(2029, 4, 2), date(2029, 5, 10), date(2029, 5, 21)),
    ],
)
def test_public_holidays_of_metropolitan_france(
    year: int, easter_monday: date, ascension: date, whit_monday: date
) -> None:
    fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]

    assert public_holidays(year) == {date(year, *each) for each in fixed} | {
        easter_monday, ascension, whit_monday,
    }  # fmt: skip


def test_two_holidays_on_one_day_are_one() -> None:
    assert len(public_holidays(2008)) == 10


def test_working_days_skip_weekends_and_holidays() -> None:
    assert add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 28)
    assert add_working_days(date(2026, 11, 10), 2) == date(2026, 11, 13)
    assert add_working_days(date(2026, 11, 12), -1) == date(2026, 11, 10)
    assert add_working_days(date(2026, 11, 22), 0) == date(2026, 11, 22)


def test_days_before_are_calendar_days_unless_asked() -> None:
    monday = date(2026, 11, 30)

    assert days_before(monday, 1) == date(2026, 11, 29)
    assert days_before(monday, 1, working=True) == date(2026, 11, 27)


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(1, 30))
def test_moving_by_working_days_lands_on_one_and_counts_them(start: date, count: int) -> None:
    end = add_working_days(start, count)
    between = [date.fromordinal(n) for n in range(start.toordinal() + 1, end.toordinal() + 1)]

    assert is_working_day(end)
    assert sum(is_working_day(day) for day in between) == count


@pytest.mark.parametrize(
    ("on", "at", "instant"),
    [
        (date(2026, 11, 23), time(8), datetime(2026, 11, 23, 7, tzinfo=UTC)),
        (date(2026, 7, 1), time(8), datetime(2026, 7, 1, 6, tzinfo=UTC)),
        (date(2027, 3, 28), time(8), datetime(2027, 3, 28, 6, tzinfo=UTC)),  # clocks went on
        (date(2026, 10, 25), time(8), datetime(2026, 10, 25, 7, tzinfo=UTC)),  # clocks went back
        (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # comes twice
        (date(2027, 3, 28), time(2, 30), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),  # never comes
    ],
)
def test_paris_wall_time_to_utc(on: date, at: time, instant: datetime) -> None:
    assert to_utc(on, at, PARIS) == instant
    assert to_utc(on, at, PARIS).tzinfo is UTC


def test_wall_time_is_that_of_the_zone() -> None:
    at = datetime(2026, 11, 23, 12, tzinfo=UTC)

    assert to_utc(date(2026, 11, 23), time(8), ZoneInfo("America/Martinique")) == at


def test_an_instant_has_its_day_in_each_zone() -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)

    assert day_of(late, PARIS) == date(2026, 11, 24)
    assert day_of(late, ZoneInfo("America/Martinique")) == date(2026, 11, 23)
