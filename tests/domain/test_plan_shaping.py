"""A plan of any real shape, made one tap at a time."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest

from domain.planning import JobShape, Plan, PlanDay, shaping, shifts
from domain.reminders import ReminderKind, plan_job_reminders
from tests.domain.crew_cases import MONDAY, broken, found, other, plan

FRIDAY = date(2026, 12, 4)
TWO_DAYS = plan(days=2, hours=Decimal(28))
BROKEN = plan(
    days=3,
    hours=Decimal(30),
    shape=(
        PlanDay(0, hours=Decimal(5)),
        PlanDay(1, at=time(13), off=(2,)),
        PlanDay(3, off=(1,)),
    ),
)


def shaped(base: Plan, days: tuple[PlanDay, ...]) -> Plan:
    return plan(
        hours=base.hours, days=len(days), shape=days, start_on=base.start_on, crew=base.crew
    )


def test_a_shape_has_its_days_hours_starts_and_people() -> None:
    """30 person-hours: 5 for each of two on Monday, what is left shared by the two half-crews."""
    assert [
        (shift.on, shift.hours, shift.crew, shift.window.starts_at) for shift in shifts(BROKEN)
    ] == [
        (MONDAY, Decimal(5), (1, 2), datetime(2026, 11, 30, 7, tzinfo=UTC)),
        (MONDAY + timedelta(days=1), Decimal(10), (1,), datetime(2026, 12, 1, 12, tzinfo=UTC)),
        (MONDAY + timedelta(days=3), Decimal(10), (2,), datetime(2026, 12, 3, 7, tzinfo=UTC)),
    ]
    assert BROKEN.total_hours == Decimal(30)


def test_who_is_off_on_a_day_may_be_elsewhere() -> None:
    tuesday = MONDAY + timedelta(days=1)
    elsewhere = other(crew=(2,), start_on=tuesday, start_time=time(13), hours=Decimal(4))

    assert broken("already_booked", BROKEN, elsewhere) == []
    assert len(broken("already_booked", TWO_DAYS, elsewhere)) == 1
    # and the other way round: the plan of the other job sees who is free.
    assert "already_booked" not in {one.rule for one in found(elsewhere, BROKEN)}


def test_a_day_is_added_on_the_next_working_day() -> None:
    on_friday = plan(start_on=FRIDAY)
    added = shaped(on_friday, shaping.with_day_added(on_friday))

    assert added.dates == (FRIDAY, date(2026, 12, 7))
    assert added.daily_hours == Decimal("3.5")  # the same hours, on two days


def test_thirty_days_are_the_most() -> None:
    long = plan(days=30, hours=Decimal(300))
    assert len(shaping.with_day_added(long)) == 30


def test_a_day_is_taken_out_but_never_the_first() -> None:
    assert shaping.with_day_taken_out(BROKEN, 1) == (BROKEN.shape[0], BROKEN.shape[2])
    assert shaping.with_day_taken_out(BROKEN, 0) == BROKEN.shape
    with pytest.raises(shaping.NoSuchDay):
        shaping.with_day_taken_out(BROKEN, 3)


def test_a_day_moves_between_its_neighbours() -> None:
    """Tuesday may become Wednesday, not Monday, nor Thursday."""
    later = shaped(BROKEN, shaping.with_day_moved(BROKEN, 1, 1))
    assert [day.after for day in later.shape] == [0, 2, 3]
    assert shaping.with_day_moved(later, 1, 1) == later.shape
    assert shaping.with_day_moved(BROKEN, 1, -1) == BROKEN.shape
    assert shaping.with_day_moved(BROKEN, 0, 1) == BROKEN.shape


def test_a_day_begins_earlier_and_ends_up_as_usual_again() -> None:
    later = shaping.with_start_moved(TWO_DAYS, 1, 1)
    assert later[1].at == time(8, 30)
    back = shaping.with_start_moved(shaped(TWO_DAYS, later), 1, -1)
    assert back[1].at is None
    at_four = shaped(TWO_DAYS, (PlanDay(0), PlanDay(1, at=time(4))))
    assert shaping.with_start_moved(at_four, 1, -1) == at_four.shape


def test_a_longer_day_leaves_the_others_as_they_are() -> None:
    longer = shaped(TWO_DAYS, shaping.with_hours_changed(TWO_DAYS, 1, 1))

    assert [longer.hours_on(index) for index in (0, 1)] == [Decimal(7), Decimal("7.5")]
    assert longer.total_hours == Decimal(29)
    shortest = shaped(TWO_DAYS, (PlanDay(0), PlanDay(1, hours=Decimal("0.5"))))
    assert shaping.with_hours_changed(shortest, 1, -1)[1].hours == Decimal("0.5")


def test_somebody_stays_away_on_a_day_and_comes_after_all() -> None:
    off = shaping.with_member_toggled(TWO_DAYS, 1, 2)
    assert off[1].off == (2,)
    assert shaping.with_member_toggled(shaped(TWO_DAYS, off), 1, 2)[1].off == ()
    assert shaping.with_member_toggled(TWO_DAYS, 1, 99)[1].off == ()  # not on the crew


def test_the_quoted_days_in_a_row_need_no_shape() -> None:
    plain = (PlanDay(0), PlanDay(1))
    assert shaping.shape_of(TWO_DAYS, plain, (), quoted_days=2) == JobShape()
    assert shaping.shape_of(TWO_DAYS, plain, (), quoted_days=1) == JobShape(plain)
    gap = (PlanDay(0), PlanDay(2))
    assert shaping.shape_of(TWO_DAYS, gap, (3,), quoted_days=2) == JobShape(gap, (3,))


def test_everybody_is_reminded_of_their_own_days() -> None:
    """The evening before the first day and before a day after a break; each morning."""
    chain = plan_job_reminders(BROKEN, datetime(2026, 11, 1, tzinfo=UTC))
    told = [
        (one.kind, one.person, one.on.day, one.due_at.day)
        for one in chain
        if one.kind is not ReminderKind.UNCONFIRMED
    ]

    assert sorted(told, key=lambda one: (str(one[0]), one[1] or 0, one[2] == 3, one[3])) == [
        (ReminderKind.EVE, 1, 30, 29),
        (ReminderKind.EVE, 2, 30, 29),
        (ReminderKind.EVE, 2, 3, 2),
        (ReminderKind.MORNING, 1, 1, 1),
        (ReminderKind.MORNING, 1, 30, 30),
        (ReminderKind.MORNING, 2, 30, 30),
        (ReminderKind.MORNING, 2, 3, 3),
    ]
    afternoon = next(one for one in chain if one.on.day == 1)
    assert afternoon.due_at == datetime(2026, 12, 1, 10, tzinfo=UTC)  # two hours before 13:00
