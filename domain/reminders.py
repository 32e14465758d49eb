"""What is due later: kinds of reminder, how late each may come, and what it is about (§6.2)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.calendar import PARIS
from domain.followups import A_DAY, Rules, open_from


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


class Subject(StrEnum):
    """The kind of thing that a reminder belongs to."""

    JOB = "job"
    QUOTE = "quote"  # a revision
    PERSON = "person"
    SURVEY = "survey"
    RELAY = "relay"


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
