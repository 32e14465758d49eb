from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import PARIS, to_utc
from domain.jobs import CrewAnswer, JobState
from domain.reminders import (
    GRACE,
    Lateness,
    PlannedReminder,
    ReminderKind,
    lateness,
    plan_reminders,
    still_wanted,
)
from tests.domain.crew_cases import MONDAY, plan

EVE, MORNING, UNCONFIRMED = ReminderKind.EVE, ReminderKind.MORNING, ReminderKind.UNCONFIRMED
SUNDAY = MONDAY - timedelta(days=1)


def wall(on: date, at: time) -> datetime:
    """An instant by the clock in Paris."""
    return to_utc(on, at, PARIS)


WEEK_BEFORE = wall(MONDAY - timedelta(days=7), time(9))


def dues(kind: ReminderKind, now: datetime = WEEK_BEFORE, **changes: object) -> list[datetime]:
    reminders = plan_reminders(plan(**changes), now)
    return [reminder.due_at for reminder in reminders if reminder.kind is kind]


def test_the_chain_of_a_job() -> None:
    assert plan_reminders(plan(), WEEK_BEFORE) == (
        PlannedReminder(EVE, 1, MONDAY, wall(SUNDAY, time(18)), "job:1:eve:1:2026-11-30T08:00"),
        PlannedReminder(EVE, 2, MONDAY, wall(SUNDAY, time(18)), "job:1:eve:2:2026-11-30T08:00"),
        PlannedReminder(
            UNCONFIRMED,
            None,
            MONDAY,
            wall(SUNDAY, time(18, 30)),
            "job:1:unconfirmed:office:2026-11-30T08:00",
        ),
        PlannedReminder(
            MORNING, 1, MONDAY, wall(MONDAY, time(6)), "job:1:morning:1:2026-11-30T08:00"
        ),
        PlannedReminder(
            MORNING, 2, MONDAY, wall(MONDAY, time(6)), "job:1:morning:2:2026-11-30T08:00"
        ),
    )


def test_every_morning_of_a_longer_job_and_one_eve() -> None:
    def dues_of_three_days(kind: ReminderKind) -> list[datetime]:
        return dues(kind, days=3, hours=Decimal(42), crew=(1,))

    assert dues_of_three_days(EVE) == [wall(SUNDAY, time(18))]
    assert dues_of_three_days(MORNING) == [
        wall(MONDAY + timedelta(days=n), time(6)) for n in range(3)
    ]


@pytest.mark.parametrize(
    ("start", "due"),
    [(time(13), time(11)), (time(8), time(6)), (time(7), time(6)), (time(6, 30), time(6))],
)
def test_the_morning_reminder_comes_two_hours_before_and_not_before_six(
    start: time, due: time
) -> None:
    assert dues(MORNING, crew=(1,), start_time=start) == [wall(MONDAY, due)]


def test_nobody_is_reminded_in_the_middle_of_the_night() -> None:
    assert dues(MORNING, start_time=time(5)) == []
    assert dues(MORNING, start_time=time(6)) == []
    assert dues(EVE, start_time=time(5), crew=(1,)) == [wall(SUNDAY, time(18))]


def test_reminders_go_by_the_zone_of_the_plan() -> None:
    overseas = ZoneInfo("America/Martinique")

    assert dues(EVE, crew=(1,), zone=overseas) == [to_utc(SUNDAY, time(18), overseas)]
    assert dues(MORNING, crew=(1,), zone=overseas) == [to_utc(MONDAY, time(6), overseas)]
    assert dues(UNCONFIRMED, zone=overseas) == [to_utc(SUNDAY, time(18, 30), overseas)]


@pytest.mark.parametrize(
    ("eve", "morning"),
    [
        # In the night between, the clocks go on: 18:00 is 17:00 UTC, 06:00 is 04:00 UTC.
        (datetime(2027, 3, 27, 17, tzinfo=UTC), datetime(2027, 3, 28, 4, tzinfo=UTC)),
        # They go back: 18:00 is 16:00 UTC, 06:00 is 05:00 UTC.
        (datetime(2026, 10, 24, 16, tzinfo=UTC), datetime(2026, 10, 25, 5, tzinfo=UTC)),
    ],
)
def test_reminders_keep_paris_time_when_the_clocks_change(eve: datetime, morning: datetime) -> None:
    on, now = morning.date(), eve - timedelta(days=3)

    assert dues(EVE, now, crew=(1,), start_on=on) == [eve]
    assert dues(MORNING, now, crew=(1,), start_on=on) == [morning]


def test_what_is_past_when_a_job_is_published_is_not_planned() -> None:
    evening = wall(SUNDAY, time(19))

    assert dues(EVE, evening) == []
    assert dues(EVE, wall(SUNDAY, time(18))) == []
    assert len(dues(EVE, wall(SUNDAY, time(17, 59)))) == 2
    assert dues(MORNING, evening, crew=(1,)) == [wall(MONDAY, time(6))]


def test_a_crew_published_late_has_half_an_hour_to_answer_before_the_alert() -> None:
    evening = wall(SUNDAY, time(19))
    at_the_last_minute = wall(MONDAY, time(7, 45))

    assert dues(UNCONFIRMED, evening) == [evening + timedelta(minutes=30)]
    assert dues(UNCONFIRMED, wall(SUNDAY, time(18, 30))) == [wall(SUNDAY, time(19))]
    assert dues(UNCONFIRMED, wall(MONDAY, time(7, 30))) == []
    assert dues(UNCONFIRMED, at_the_last_minute) == []


def test_a_job_that_moves_gets_other_keys() -> None:
    def keys(**changes: object) -> set[str]:
        return {reminder.key for reminder in plan_reminders(plan(**changes), WEEK_BEFORE)}

    assert keys().isdisjoint(keys(start_on=MONDAY + timedelta(days=1)))
    assert keys().isdisjoint(keys(start_time=time(9)))


@given(
    st.dates(date(2026, 11, 1), date(2028, 11, 1)),
    st.times(time(5), time(22)),
    st.integers(1, 5),
    st.sets(st.integers(1, 9), min_size=1, max_size=5),
    st.integers(0, 200),
)
def test_reminders_are_unique_to_come_and_before_the_work(
    on: date, at: time, days: int, crew: set[int], hours_before: int
) -> None:
    judged = plan(start_on=on, start_time=at, days=days, crew=tuple(sorted(crew)))
    now = wall(on, at) - timedelta(hours=hours_before)
    reminders = plan_reminders(judged, now)

    assert len({reminder.key for reminder in reminders}) == len(reminders)
    assert [r.due_at for r in reminders] == sorted(r.due_at for r in reminders)
    assert all(now < r.due_at < wall(r.on, at) for r in reminders)


@pytest.mark.parametrize("kind", ReminderKind)
def test_a_late_reminder_is_sent_within_its_grace_and_dropped_after(kind: ReminderKind) -> None:
    due_at = wall(SUNDAY, time(18))

    assert lateness(kind, due_at, due_at) is Lateness.SEND
    assert lateness(kind, due_at, due_at + GRACE[kind]) is Lateness.SEND
    late = due_at + GRACE[kind] + timedelta(seconds=1)
    assert lateness(kind, due_at, late) is Lateness.DROP


def test_a_morning_reminder_never_comes_after_the_start_and_an_alert_until_the_morning() -> None:
    assert (GRACE[MORNING], GRACE[UNCONFIRMED]) == (timedelta(hours=1), timedelta(hours=12))


def test_an_eve_reminder_never_breaks_the_quiet_of_the_night() -> None:
    due_at = wall(SUNDAY, time(18))

    assert lateness(EVE, due_at, wall(SUNDAY, time(20, 1))) is Lateness.DROP


CHAIN = {(r.kind, r.person): r for r in plan_reminders(plan(), WEEK_BEFORE)}
WAITING = {1: CrewAnswer.CONFIRMED, 2: CrewAnswer.WAITING}
ALL_SAID_YES = {1: CrewAnswer.CONFIRMED, 2: CrewAnswer.CONFIRMED}


@pytest.mark.parametrize("kind", [EVE, MORNING])
def test_members_are_reminded_unless_they_declined_or_left_the_crew(kind: ReminderKind) -> None:
    def wanted(answers: dict[int, CrewAnswer], state: JobState = JobState.PUBLISHED) -> bool:
        return still_wanted(CHAIN[kind, 2], state, MONDAY, answers)

    assert wanted(WAITING)
    assert wanted(ALL_SAID_YES, JobState.CONFIRMED)
    assert not wanted({2: CrewAnswer.DECLINED})
    assert not wanted({1: CrewAnswer.CONFIRMED})
    assert not wanted(ALL_SAID_YES, JobState.CANCELLED)
    assert not wanted(ALL_SAID_YES, JobState.DRAFT)
    assert not wanted(ALL_SAID_YES, JobState.ON_SITE)


def test_a_job_under_way_still_has_its_later_mornings() -> None:
    two_days = plan_reminders(plan(days=2, hours=Decimal(28)), WEEK_BEFORE)
    second = next(r for r in two_days if r.kind is MORNING and r.on > MONDAY and r.person == 2)

    assert still_wanted(second, JobState.ON_SITE, MONDAY, ALL_SAID_YES)
    assert not still_wanted(second, JobState.DONE, MONDAY, ALL_SAID_YES)


def test_the_coordinators_are_alerted_only_where_somebody_has_not_confirmed() -> None:
    def wanted(answers: dict[int, CrewAnswer], state: JobState) -> bool:
        return still_wanted(CHAIN[UNCONFIRMED, None], state, MONDAY, answers)

    assert wanted(WAITING, JobState.PUBLISHED)
    assert wanted({1: CrewAnswer.DECLINED}, JobState.PUBLISHED)
    assert not wanted(ALL_SAID_YES, JobState.CONFIRMED)
    assert not wanted(WAITING, JobState.CANCELLED)
