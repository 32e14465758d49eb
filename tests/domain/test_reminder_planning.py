"""When each thing is reminded of, by the clock on the wall."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import PARIS, day_of, to_utc
from domain.followups import rules_on
from domain.jobs import CrewAnswer, JobState
from domain.relay import longest_silence
from domain.reminders import (
    PlannedReminder,
    ReminderKind,
    draft_due,
    plan_draft_recall,
    plan_follow_ups,
    plan_job_reminders,
    plan_relay_end,
    plan_survey_reminder,
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
    reminders = plan_job_reminders(plan(**changes), now)
    return [reminder.due_at for reminder in reminders if reminder.kind is kind]


def test_the_chain_of_a_job() -> None:
    assert plan_job_reminders(plan(), WEEK_BEFORE) == (
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
        return {reminder.key for reminder in plan_job_reminders(plan(**changes), WEEK_BEFORE)}

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
    reminders = plan_job_reminders(judged, now)

    assert len({reminder.key for reminder in reminders}) == len(reminders)
    assert [r.due_at for r in reminders] == sorted(r.due_at for r in reminders)
    assert all(now < r.due_at < wall(r.on, at) for r in reminders)


CHAIN = {(r.kind, r.person): r for r in plan_job_reminders(plan(), WEEK_BEFORE)}
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
    two_days = plan_job_reminders(plan(days=2, hours=Decimal(28)), WEEK_BEFORE)
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


HOURS = rules_on(date(2026, 11, 23))


def at_wall(text: str) -> datetime:
    """Read Paris wall time."""
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


def quote_reminder(kind: ReminderKind, which: str, due: str) -> PlannedReminder:
    at = at_wall(due)
    return PlannedReminder(kind, None, day_of(at, PARIS), at, f"quote:7:{kind.value}{which}")


def test_a_quote_is_followed_up_and_expires() -> None:
    issued = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday, 10:00 in Paris

    assert plan_follow_ups(7, issued, date(2026, 12, 23), HOURS) == (
        quote_reminder(ReminderKind.FOLLOW_UP, ":3", "2026-11-26 10:00"),
        quote_reminder(ReminderKind.FOLLOW_UP, ":10", "2026-12-03 10:00"),
        quote_reminder(ReminderKind.LAST_DAYS, "", "2026-12-18 09:00"),  # not a Sunday
        quote_reminder(ReminderKind.EXPIRY, "", "2026-12-24 00:00"),
    )


@pytest.mark.parametrize(
    ("issued", "first", "second"),
    [
        ("2026-10-22 10:00", "2026-10-26 09:00", "2026-11-02 09:00"),  # summer time ends between
        ("2027-03-25 16:00", "2027-03-30 09:00", "2027-04-05 09:00"),  # it begins
        ("2026-10-20 17:30", "2026-10-23 17:30", "2026-10-30 17:30"),  # the wall's hour is kept
    ],
)
def test_the_clock_on_the_wall_counts(issued: str, first: str, second: str) -> None:
    last_day = at_wall(issued).date() + timedelta(days=30)
    chain = plan_follow_ups(1, at_wall(issued).astimezone(UTC), last_day, HOURS)

    assert [reminder.due_at for reminder in chain[:2]] == [at_wall(first), at_wall(second)]


def test_a_draft_waits_a_day_and_for_the_morning() -> None:
    assert draft_due(at_wall("2026-11-23 11:00"), HOURS) == at_wall("2026-11-24 11:00")
    assert draft_due(at_wall("2026-11-27 11:00"), HOURS) == at_wall("2026-11-30 09:00")


def test_a_draft_is_recalled_once_per_session() -> None:
    due_at = at_wall("2026-11-24 11:00")

    assert plan_draft_recall(5, at_wall("2026-11-23 11:00"), HOURS) == (
        PlannedReminder(ReminderKind.DRAFT, None, date(2026, 11, 24), due_at, "draft:5"),
    )


def test_a_survey_is_reminded_of_on_the_evening_before_while_that_is_to_come() -> None:
    starts_at, eve = at_wall("2026-12-14 09:30"), at_wall("2026-12-13 18:00")
    planned = PlannedReminder(
        ReminderKind.SURVEY_EVE,
        None,
        date(2026, 12, 14),
        eve,
        "survey:3:survey_eve:2026-12-14T09:30",
    )

    assert plan_survey_reminder(3, starts_at, at_wall("2026-12-13 17:59")) == (planned,)
    assert plan_survey_reminder(3, starts_at, eve) == ()


def test_a_relay_ends_so_many_minutes_after_the_last_message() -> None:
    written_at = at_wall("2026-12-14 09:30")
    due_at = written_at + longest_silence()

    assert plan_relay_end(4, written_at) == (
        PlannedReminder(ReminderKind.TAKEOVER_END, None, date(2026, 12, 14), due_at, "takeover:4"),
    )
