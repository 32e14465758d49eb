"""Who is reminded of a job and when; what to do with a reminder that comes late (§6.2)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.calendar import day_of, days_before, to_utc
from domain.jobs import UNDER_WAY, UPCOMING, CrewAnswer, JobState
from domain.planning import Plan, work_days

EVE_TIME = time(18)
ALERT_TIME = time(18, 30)
EARLIEST_MORNING = time(6)
BEFORE_START = timedelta(hours=2)
LATE_ALERT = timedelta(minutes=30)  # what a crew has to answer when published after 18:30


class ReminderKind(StrEnum):
    """What a reminder is about."""

    EVE = "eve"  # to each member, the evening before the first day
    MORNING = "morning"  # to each member, two hours before the start of every day
    UNCONFIRMED = "unconfirmed"  # to the coordinators, where a member has not confirmed
    SURVEY_EVE = "survey_eve"  # to surveyor and client, the evening before a visit
    TAKEOVER_END = "takeover_end"  # a talk that was taken over has been silent for long


class Lateness(StrEnum):
    """What to do with a reminder now."""

    SEND = "send"
    DROP = "drop"
    LATER = "later"  # when the office is open again


# How late a reminder may come after an outage: an eve's must not break the quiet after 20:00 (the
# morning's follows), a morning's comes while there is time to get there, an alert until work.
GRACE = {
    ReminderKind.EVE: timedelta(hours=2),
    ReminderKind.MORNING: timedelta(hours=1),
    ReminderKind.UNCONFIRMED: timedelta(hours=12),
    ReminderKind.SURVEY_EVE: timedelta(hours=2),
    ReminderKind.TAKEOVER_END: timedelta(days=365),  # nobody may stay without the bot for ever
}


@dataclass(frozen=True, slots=True)
class PlannedReminder:
    """One message to come, about work on a day; no person means the coordinators."""

    kind: ReminderKind
    person: int | None
    on: date
    due_at: datetime
    key: str


def eve_of(at: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant in the evening before at which tomorrow's things are said."""
    return to_utc(days_before(day_of(at, zone), 1), EVE_TIME, zone)


def plan_reminders(plan: Plan, now: datetime) -> tuple[PlannedReminder, ...]:
    """Return the reminders of a job that are still to come, earliest first."""
    chain = (*_eves(plan), *_mornings(plan), *_alert(plan, now))
    return tuple(
        sorted((each for each in chain if each.due_at > now), key=lambda each: each.due_at)
    )


def lateness(kind: ReminderKind, due_at: datetime, now: datetime) -> Lateness:
    """Decide whether a reminder that is due is still worth sending."""
    return Lateness.SEND if now - due_at <= GRACE[kind] else Lateness.DROP


def still_wanted(
    reminder: PlannedReminder, state: JobState, start_on: date, answers: Mapping[int, CrewAnswer]
) -> bool:
    """Tell whether a due reminder still makes sense, as the job and its crew stand now."""
    if reminder.kind is ReminderKind.UNCONFIRMED:
        return state in UPCOMING and any(
            answer is not CrewAnswer.CONFIRMED for answer in answers.values()
        )
    later_day = reminder.on > start_on
    expected = state in UPCOMING or (later_day and state in UNDER_WAY)
    answer = answers.get(reminder.person) if reminder.person is not None else None
    return expected and answer is not None and answer is not CrewAnswer.DECLINED


def _eves(plan: Plan) -> Iterator[PlannedReminder]:
    due_at = to_utc(days_before(plan.start_on, 1), EVE_TIME, plan.zone)
    for person in plan.crew:
        yield _reminder(plan, ReminderKind.EVE, person, plan.start_on, due_at)


def _mornings(plan: Plan) -> Iterator[PlannedReminder]:
    for on in work_days(plan.start_on, plan.days):
        start = to_utc(on, plan.start_time, plan.zone)
        due_at = max(start - BEFORE_START, to_utc(on, EARLIEST_MORNING, plan.zone))
        if due_at < start:  # nobody is woken for a night's work that has begun
            for person in plan.crew:
                yield _reminder(plan, ReminderKind.MORNING, person, on, due_at)


def _alert(plan: Plan, now: datetime) -> Iterator[PlannedReminder]:
    usual = to_utc(days_before(plan.start_on, 1), ALERT_TIME, plan.zone)
    due_at = usual if usual > now else now + LATE_ALERT
    if due_at < to_utc(plan.start_on, plan.start_time, plan.zone):
        yield _reminder(plan, ReminderKind.UNCONFIRMED, None, plan.start_on, due_at)


def _reminder(
    plan: Plan, kind: ReminderKind, person: int | None, on: date, due_at: datetime
) -> PlannedReminder:
    who = "office" if person is None else str(person)
    # The start is part of the key: a job that moves is reminded of anew.
    key = f"job:{plan.job}:{kind.value}:{who}:{on:%Y-%m-%d}T{plan.start_time:%H:%M}"
    return PlannedReminder(kind, person, on, due_at, key)
