"""What is due later: kinds of reminder, how late each may come, and what it is about (§6.2)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.calendar import PARIS, day_of, days_before, to_utc
from domain.followups import A_DAY, Rules, open_from
from domain.jobs import UNDER_WAY, UPCOMING, CrewAnswer, JobState
from domain.planning import Plan
from domain.relay import longest_silence

EVE_TIME = time(18)
ALERT_TIME = time(18, 30)
EARLIEST_MORNING = time(6)
BEFORE_START = timedelta(hours=2)
LATE_ALERT = timedelta(minutes=30)  # what a crew has to answer when published after 18:30


class ReminderKind(StrEnum):
    """What a reminder is about."""

    EVE = "eve"
    MORNING = "morning"
    UNCONFIRMED = "unconfirmed"
    SURVEY_EVE = "survey_eve"
    TAKEOVER_END = "takeover_end"
    FOLLOW_UP = "follow_up"
    LAST_DAYS = "last_days"
    EXPIRY = "expiry"
    DRAFT = "draft"
    CERTIFICATE_END = "certificate_end"
    INSPECTION_END = "inspection_end"
    WEEK_CARD = "week_card"


class Subject(StrEnum):
    """The kind of thing that a reminder belongs to."""

    JOB = "job"
    QUOTE = "quote"  # a revision
    PERSON = "person"
    SURVEY = "survey"
    RELAY = "relay"
    MEMBER = "member"
    VEHICLE = "vehicle"
    WEEK = "week"  # a member's, by the member's id


class Lateness(StrEnum):
    """What to do with a reminder now."""

    SEND = "send"
    DROP = "drop"
    LATER = "later"  # when the office is open again


class UnknownReminderKind(LookupError):
    """A stored reminder is of a kind that this program does not have."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"no reminder is of kind {kind!r}")


@dataclass(frozen=True, slots=True)
class ReminderRule:
    """How one kind of reminder behaves; `purpose` is shown by the demo's clock."""

    subject: Subject
    purpose: str
    grace: Callable[[Rules], timedelta] | None  # how late it may come; None: it always counts
    in_business_hours: bool = False


@dataclass(frozen=True, slots=True)
class PlannedReminder:
    """One message to come, about a day; no person means the coordinators or the thing's client."""

    kind: ReminderKind
    person: int | None
    on: date
    due_at: datetime
    key: str


def _within(**grace: int) -> Callable[[Rules], timedelta]:
    return lambda _rules: timedelta(**grace)


# An eve's reminder must not break the quiet after 20:00 (the morning's follows), a morning's comes
# while there is time to get there, an alert until work begins.
RULES: Mapping[ReminderKind, ReminderRule] = {
    ReminderKind.EVE: ReminderRule(
        Subject.JOB, "the crew is reminded of tomorrow", _within(hours=2)
    ),
    ReminderKind.MORNING: ReminderRule(
        Subject.JOB, "the crew is reminded of today", _within(hours=1)
    ),
    ReminderKind.UNCONFIRMED: ReminderRule(
        Subject.JOB, "the coordinators learn which members have not answered", _within(hours=12)
    ),
    ReminderKind.SURVEY_EVE: ReminderRule(
        Subject.SURVEY, "surveyor and client are reminded of tomorrow's visit", _within(hours=2)
    ),
    ReminderKind.TAKEOVER_END: ReminderRule(
        Subject.RELAY, "the bot answers the client again, if nobody has written", None
    ),
    ReminderKind.FOLLOW_UP: ReminderRule(
        Subject.QUOTE,
        "the client is asked about the quote, unless they gave a sign of life",
        lambda rules: rules.late_days * A_DAY,
        in_business_hours=True,
    ),
    ReminderKind.LAST_DAYS: ReminderRule(
        Subject.QUOTE,
        "the client is told that the quote soon expires",
        lambda rules: rules.late_days * A_DAY,
        in_business_hours=True,
    ),
    ReminderKind.EXPIRY: ReminderRule(
        Subject.QUOTE, "the quote expires, unless it was answered", None
    ),
    ReminderKind.DRAFT: ReminderRule(
        Subject.PERSON,
        "the client is told of the request that they began",
        lambda rules: rules.draft_late_days * A_DAY,
        in_business_hours=True,
    ),
    ReminderKind.CERTIFICATE_END: ReminderRule(
        Subject.MEMBER,
        "the coordinators learn that a certificate runs out",
        None,
        in_business_hours=True,
    ),
    ReminderKind.INSPECTION_END: ReminderRule(
        Subject.VEHICLE,
        "the coordinators learn that a vehicle's inspection runs out",
        None,
        in_business_hours=True,
    ),
    ReminderKind.WEEK_CARD: ReminderRule(
        Subject.WEEK, "a member is asked on which days of the next week they come", None
    ),
}

FOLLOW_UPS = frozenset({ReminderKind.FOLLOW_UP, ReminderKind.LAST_DAYS})


def kind_of(text: str) -> ReminderKind:
    """Read a stored kind. Raises UnknownReminderKind."""
    try:
        return ReminderKind(text)
    except ValueError:
        raise UnknownReminderKind(text) from None


def kinds_of(subject: Subject) -> frozenset[ReminderKind]:
    """List the kinds that belong to a thing of this kind."""
    return frozenset(kind for kind, rule in RULES.items() if rule.subject is subject)


def lateness(
    kind: ReminderKind, due_at: datetime, now: datetime, rules: Rules, zone: ZoneInfo = PARIS
) -> Lateness:
    """Decide whether a due reminder is sent, dropped, or waits for business hours."""
    rule = RULES[kind]
    if rule.grace is not None and now - due_at > rule.grace(rules):
        return Lateness.DROP
    closed = rule.in_business_hours and open_from(now, rules, zone) != now
    return Lateness.LATER if closed else Lateness.SEND


def eve_of(at: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant on the evening before at which reminders of tomorrow are sent."""
    return to_utc(days_before(day_of(at, zone), 1), EVE_TIME, zone)


def plan_job_reminders(plan: Plan, now: datetime) -> tuple[PlannedReminder, ...]:
    """Return the reminders of a job that are still to come, earliest first."""
    chain = (*_eves(plan), *_mornings(plan), *_alert(plan, now))
    return tuple(
        sorted((each for each in chain if each.due_at > now), key=lambda each: each.due_at)
    )


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
    """Remind of a first day, and of each day after a break in days that were chosen."""
    for person in plan.crew:
        own = [at for at in range(len(plan.dates)) if person in plan.crew_on(at)]
        for before, index in zip((None, *own), own, strict=False):
            on = plan.dates[index]
            again = before is not None and (on - plan.dates[before]).days == 1
            if before is None or (plan.shape and not again):
                due_at = to_utc(days_before(on, 1), EVE_TIME, plan.zone)
                yield _reminder(plan, ReminderKind.EVE, person, index, due_at)


def _mornings(plan: Plan) -> Iterator[PlannedReminder]:
    for index, on in enumerate(plan.dates):
        start = to_utc(on, plan.starts_at(index), plan.zone)
        due_at = max(start - BEFORE_START, to_utc(on, EARLIEST_MORNING, plan.zone))
        if due_at < start:  # nobody is woken for a night's work that has begun
            for person in plan.crew_on(index):
                yield _reminder(plan, ReminderKind.MORNING, person, index, due_at)


def _alert(plan: Plan, now: datetime) -> Iterator[PlannedReminder]:
    usual = to_utc(days_before(plan.start_on, 1), ALERT_TIME, plan.zone)
    due_at = usual if usual > now else now + LATE_ALERT
    if due_at < to_utc(plan.start_on, plan.starts_at(0), plan.zone):
        yield _reminder(plan, ReminderKind.UNCONFIRMED, None, 0, due_at)


def _reminder(
    plan: Plan, kind: ReminderKind, person: int | None, index: int, due_at: datetime
) -> PlannedReminder:
    who = "office" if person is None else str(person)
    on, at = plan.dates[index], plan.starts_at(index)
    # The start is part of the key: a job that moves is reminded of anew.
    key = f"job:{plan.job}:{kind.value}:{who}:{on:%Y-%m-%d}T{at:%H:%M}"
    return PlannedReminder(kind, person, on, due_at, key)


def plan_follow_ups(
    revision: int, issued_at: datetime, last_day: date, rules: Rules, zone: ZoneInfo = PARIS
) -> tuple[PlannedReminder, ...]:
    """Return what is due for a quote after it was issued, earliest first."""
    planned = _quote_reminders(revision, issued_at, last_day, rules, zone)
    return tuple(sorted(planned, key=lambda reminder: reminder.due_at))


def _quote_reminders(
    revision: int, issued_at: datetime, last_day: date, rules: Rules, zone: ZoneInfo
) -> Iterator[PlannedReminder]:
    def planned(kind: ReminderKind, due_at: datetime, *which: int) -> PlannedReminder:
        key = ":".join(["quote", str(revision), kind.value, *map(str, which)])
        return PlannedReminder(kind, None, day_of(due_at, zone), due_at, key)

    wall = issued_at.astimezone(zone)
    for days in rules.after_days:
        then = to_utc(wall.date() + days * A_DAY, wall.time(), zone)
        yield planned(ReminderKind.FOLLOW_UP, open_from(then, rules, zone), days)
    on = last_day - rules.before_expiry_days * A_DAY
    while not rules.works(on):  # earlier rather than on the last day
        on -= A_DAY
    yield planned(ReminderKind.LAST_DAYS, to_utc(on, rules.opens, zone))
    yield planned(ReminderKind.EXPIRY, to_utc(last_day + A_DAY, time(), zone))


def draft_due(touched_at: datetime, rules: Rules, zone: ZoneInfo = PARIS) -> datetime:
    """Return when a draft is recalled that was last touched then."""
    return open_from(touched_at + timedelta(hours=rules.draft_hours), rules, zone)


def plan_draft_recall(
    session: int, touched_at: datetime, rules: Rules, zone: ZoneInfo = PARIS
) -> tuple[PlannedReminder, ...]:
    """Return when a person is told of a draft (one session) that they left alone."""
    due_at = draft_due(touched_at, rules, zone)
    kind = ReminderKind.DRAFT
    return (PlannedReminder(kind, None, day_of(due_at, zone), due_at, f"draft:{session}"),)


def plan_survey_reminder(
    survey: int, starts_at: datetime, now: datetime, zone: ZoneInfo = PARIS
) -> tuple[PlannedReminder, ...]:
    """Return the reminder of the evening before a survey; none once that evening is over."""
    due_at, kind = eve_of(starts_at, zone), ReminderKind.SURVEY_EVE
    key = f"survey:{survey}:{kind.value}:{starts_at:%Y-%m-%dT%H:%M}"
    planned = PlannedReminder(kind, None, day_of(starts_at, zone), due_at, key)
    return (planned,) if due_at > now else ()


def plan_relay_end(
    relay: int, written_at: datetime, zone: ZoneInfo = PARIS
) -> tuple[PlannedReminder, ...]:
    """Return when a relay ends that stays silent after this message."""
    due_at, kind = written_at + longest_silence(), ReminderKind.TAKEOVER_END
    return (PlannedReminder(kind, None, day_of(due_at, zone), due_at, f"takeover:{relay}"),)
