"""Rules of working time over weeks, days off and changes of the clocks, one test each (§7.3)."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from domain.planning import Plan, PlanDay, windows
from domain.planning_limits import limits_on
from tests.domain.crew_cases import MONDAY, broken, found, other, plan

TUESDAY = MONDAY + timedelta(days=1)
SATURDAY, SUNDAY = MONDAY + timedelta(days=5), MONDAY + timedelta(days=6)
SPRING = date(2027, 3, 28)  # a Sunday: 02:00 becomes 03:00
AUTUMN = date(2026, 10, 25)  # a Sunday: 03:00 becomes 02:00


def alone(on: date, hours: str, at: time = time(8), **more: Any) -> Plan:
    """A job of one day for Bintou alone."""
    return other(crew=(2,), start_on=on, start_time=at, hours=Decimal(hours), **more)


def run_of(first: date, days: int, hours: str = "7") -> Plan:
    """Work of Bintou on so many calendar days in a row, each of so many hours."""
    shape = tuple(PlanDay(number, hours=Decimal(hours)) for number in range(days))
    return other(crew=(2,), start_on=first, days=days, hours=Decimal(hours) * days, shape=shape)


def test_no_break() -> None:
    """6 h in a row need 20 minutes; two jobs that follow each other hold none."""
    afternoon = plan(crew=(2,), start_time=time(11), hours=Decimal(3))

    def morning(hours: str, at: time = time(8)) -> list[dict[str, Any]]:
        return broken("no_break", afternoon, alone(MONDAY, hours, at))

    assert morning("3") == [{"name": "Bintou", "on": MONDAY, "hours": Decimal(6)}]
    assert morning("2.98") == []  # a minute less than six hours
    # 20 minutes between them are a break, 19 are not.
    twenty = plan(crew=(2,), start_time=time(11, 20), hours=Decimal(3))
    nineteen = plan(crew=(2,), start_time=time(11, 19), hours=Decimal(3))
    assert broken("no_break", twenty, alone(MONDAY, "3")) == []
    assert len(broken("no_break", nineteen, alone(MONDAY, "3"))) == 1


def test_a_break_in_an_earlier_shift_does_not_serve_the_next_ones() -> None:
    """07:00 to 14:30 with its break, then 3 h and 3 h without one."""
    long, third = alone(MONDAY, "7", time(7)), replace(alone(MONDAY, "3", time(17, 30)), job=3)
    second = plan(crew=(2,), start_time=time(14, 30), hours=Decimal(3))

    assert [found["hours"] for found in broken("no_break", second, long, third)] == [6]
    assert broken("no_break", second, long) == []


def test_a_shift_of_six_hours_holds_its_own_break() -> None:
    assert broken("no_break", plan(crew=(2,), hours=Decimal(6))) == []


def test_average_too_high() -> None:
    """44 h a week over 12 weeks in a row: 528 h in all."""

    def weeks(hours: str) -> list[dict[str, Any]]:
        # Eleven weeks of 44 h, five days each, and this one.
        before = [
            run_of(MONDAY - timedelta(weeks=back), 5, "8.8") for back in range(1, 12)
        ]  # fmt: skip
        this = plan(
            crew=(2,),
            days=5,
            hours=Decimal(hours),
            shape=tuple(PlanDay(number) for number in range(5)),
        )
        return broken("average_too_high", this, *before)

    assert weeks("44") == []
    assert weeks("44.02") == [
        {"name": "Bintou", "on": MONDAY, "hours": Decimal("44.00"), "limit": Decimal(44)}
    ]


def test_the_average_looks_at_weeks_to_come_as_well_and_at_twelve_alone() -> None:
    later = [run_of(MONDAY + timedelta(weeks=ahead), 5, "9.6") for ahead in range(1, 12)]
    this = plan(crew=(2,), days=5, hours=Decimal(48))

    assert [found["on"] for found in broken("average_too_high", this, *later)] == [
        MONDAY + timedelta(weeks=11)
    ]
    assert broken("average_too_high", plan(crew=(2,), hours=Decimal(1)), *later[:-1]) == []


def test_weekly_rest_too_short() -> None:
    """35 h in a row: Saturday 20:00 to Monday 07:00, and a minute less."""
    week = run_of(MONDAY, 5)

    def monday(at: time) -> list[dict[str, Any]]:
        # Until 20:00, with the break.
        begins = plan(crew=(2,), start_on=SATURDAY, start_time=time(13, 30), hours=Decimal(6))
        after = other(
            crew=(2,), start_on=SUNDAY + timedelta(days=1), start_time=at, hours=Decimal(7)
        )
        return broken("weekly_rest_too_short", begins, week, after)

    assert monday(time(7)) == []
    assert monday(time(6, 59)) == [
        {
            "name": "Bintou",
            "on": MONDAY,
            "hours": Decimal(2099) / 60,
            "limit": Decimal(35),
        }
    ]


def test_a_short_week_has_its_rest_where_it_is() -> None:
    assert broken("weekly_rest_too_short", plan(crew=(2,)), run_of(TUESDAY, 4)) == []


def test_weekly_rest_is_real_time_when_the_clocks_change() -> None:
    """The same wall times: an hour less in spring, an hour more in autumn."""

    def rest(sunday: date, at: time) -> list[Any]:
        monday, saturday = sunday - timedelta(days=6), sunday - timedelta(days=1)
        week, after = run_of(monday, 5), alone(sunday + timedelta(days=1), "7", at)
        begins = plan(crew=(2,), start_on=saturday, start_time=time(13, 30), hours=Decimal(6))
        return [found["hours"] for found in broken("weekly_rest_too_short", begins, week, after)]

    assert rest(SPRING, time(7)) == [Decimal(34)]
    assert rest(SPRING, time(8)) == []
    assert rest(AUTUMN, time(6)) == []
    assert rest(AUTUMN, time(5, 59)) == [Decimal(2099) / 60]


def test_too_many_days_in_a_row() -> None:
    """Six days may be worked in a row, a seventh not; Sundays count like the others."""
    seventh = plan(crew=(2,), start_on=SUNDAY)

    assert broken("too_many_days_in_a_row", seventh, run_of(TUESDAY, 5)) == []
    assert broken("too_many_days_in_a_row", seventh, run_of(MONDAY, 6)) == [
        {"name": "Bintou", "on": MONDAY, "count": 7, "most": 6}
    ]


def test_the_day_between_two_runs_joins_them() -> None:
    """Six days from both sides of this one."""
    before, after = run_of(MONDAY - timedelta(days=3), 3), run_of(TUESDAY, 3)
    assert broken("too_many_days_in_a_row", plan(crew=(2,)), before, after) == [
        {"name": "Bintou", "on": MONDAY - timedelta(days=3), "count": 7, "most": 6}
    ]


def test_first_of_may() -> None:
    """1 May is off by law, whatever day of the week it is; the days beside it are not."""
    for year in (2026, 2027, 2028):
        first = date(year, 5, 1)
        assert broken("first_of_may", plan(start_on=first)) == [{"on": first}]
        assert broken("not_a_working_day", plan(start_on=first)) == []
        for beside in (first - timedelta(days=1), first + timedelta(days=1)):
            assert broken("first_of_may", plan(start_on=beside)) == []


def test_a_holiday_on_a_later_day_of_a_plan_of_chosen_days_is_told() -> None:
    """Ascension 2026 is a Thursday: a job in a row works around it, chosen days may hit it."""
    wednesday, ascension = date(2026, 5, 13), date(2026, 5, 14)
    in_a_row = plan(start_on=wednesday, days=2, hours=Decimal(28))
    chosen = plan(
        start_on=wednesday, days=2, hours=Decimal(28), shape=(PlanDay(0), PlanDay(1))
    )  # fmt: skip

    assert in_a_row.dates == (wednesday, date(2026, 5, 15))
    assert broken("not_a_working_day", in_a_row) == []
    assert broken("not_a_working_day", chosen) == [{"on": ascension}]


@pytest.mark.parametrize(
    ("sunday", "hours", "length"), [(SPRING, "4", 4), (AUTUMN, "4", 4), (SPRING, "5.98", 6)]
)
def test_a_night_over_a_change_of_the_clocks_holds_its_hours(
    sunday: date, hours: str, length: int
) -> None:
    night = plan(start_on=sunday, start_time=time(0, 30), crew=(2,), hours=Decimal(hours))
    assert [each.length for each in windows(night)] == [timedelta(hours=length)]


def test_a_week_of_a_year_of_53_weeks_is_a_week() -> None:
    """2026 has 53 weeks: the last goes from 28 December to 3 January, over the year's end."""
    monday, friday = date(2026, 12, 28), date(2027, 1, 1)
    assert monday.isocalendar().week == 53
    week = run_of(monday, 4, "9.5")
    sunday = plan(crew=(2,), start_on=date(2027, 1, 3), hours=Decimal(10))

    assert friday.isocalendar()[:2] == (2026, 53)
    assert broken("too_many_hours_a_week", sunday, week) == []
    over = plan(crew=(2,), start_on=date(2027, 1, 3), hours=Decimal("10.02"))
    assert [found["on"] for found in broken("too_many_hours_a_week", over, week)] == [monday]
    next_week = plan(crew=(2,), start_on=date(2027, 1, 4), hours=Decimal("10.02"))
    assert broken("too_many_hours_a_week", next_week, week) == []


def test_limits_are_dated() -> None:
    assert limits_on(MONDAY).average_hours == 44
    assert limits_on(date(2010, 1, 1)) == limits_on(MONDAY)  # before the first: the first


MINUTE = Decimal(1) / 60


def test_the_minute_beyond_each_limit_of_a_day_and_a_week() -> None:
    """10 h a day, 13 h of span, 11 h of rest, 48 h a week: a minute more breaks."""

    def rules(judged: Plan, *existing: Plan) -> set[str]:
        return {one.rule for one in found(judged, *existing) if one.hard}

    assert "too_many_hours_a_day" not in rules(plan(hours=Decimal(20)))
    assert "too_many_hours_a_day" in rules(plan(hours=Decimal(20) + 2 * MINUTE))

    late = alone(MONDAY, "2", time(19))  # until 21:00
    short = {"crew": (2,), "hours": Decimal(2)}
    assert "span_too_long" not in rules(plan(start_time=time(8), **short), late)
    assert "span_too_long" in rules(plan(start_time=time(7, 59), **short), late)

    assert "rest_too_short" not in rules(plan(start_on=TUESDAY, start_time=time(8), **short), late)
    assert "rest_too_short" in rules(plan(start_on=TUESDAY, start_time=time(7, 59), **short), late)

    week = run_of(MONDAY, 4, "9.5")
    friday = MONDAY + timedelta(days=4)
    assert "too_many_hours_a_week" not in rules(
        plan(start_on=friday, crew=(2,), hours=Decimal(10)), week
    )
    assert "too_many_hours_a_week" in rules(
        plan(start_on=friday, crew=(2,), hours=Decimal(10) + MINUTE), week
    )
