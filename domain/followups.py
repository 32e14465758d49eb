"""When a client is written to without having asked: follow-ups of quotes, drafts, expiry (§6.2)."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from domain.calendar import PARIS, public_holidays
from domain.reminders import Lateness

A_DAY = timedelta(days=1)


class NoRules(LookupError):
    """No table of the file counts on that day."""


class NudgeKind(StrEnum):
    """What is due for a quote or a draft."""

    FOLLOW_UP = "follow_up"  # so many days after a quote was issued
    LAST_DAYS = "last_days"  # shortly before it expires
    EXPIRY = "expiry"  # its last day is over
    DRAFT = "draft"  # a request was begun and not sent


FOLLOW_UPS = frozenset({NudgeKind.FOLLOW_UP, NudgeKind.LAST_DAYS})


@dataclass(frozen=True, slots=True)
class Rules:
    """One table of the file, as it counts from a day."""

    valid_from: date
    source: str
    after_days: tuple[int, ...]
    before_expiry_days: int
    at_most: int
    late_days: int
    cold_days: int
    weekdays: frozenset[int]
    public_holidays: bool
    opens: time
    closes: time
    draft_hours: int
    draft_late_days: int
    undo_minutes: int

    def works(self, on: date) -> bool:
        """Tell whether we write to people on that day."""
        free = on in public_holidays(on.year) and not self.public_holidays
        return on.isoweekday() in self.weekdays and not free


@dataclass(frozen=True, slots=True)
class Nudge:
    """Something due for a quote, at an aware instant; the key says it is one of its kind."""

    kind: NudgeKind
    key: str
    due_at: datetime


@cache
def shipped_rules() -> tuple[Rules, ...]:
    return read_rules((files("domain") / "data" / "followups.toml").read_text("utf-8"))


def read_rules(text: str) -> tuple[Rules, ...]:
    """Read a file of rules, oldest first."""
    tables = [
        Rules(
            **{
                **table,
                "after_days": tuple(table["after_days"]),
                "weekdays": frozenset(table["weekdays"]),
            }
        )
        for table in tomllib.loads(text)["rules"]
    ]
    return tuple(sorted(tables, key=lambda one: one.valid_from))


def rules_on(on: date, rules: Sequence[Rules] | None = None) -> Rules:
    """Return the rules of a day. Raises NoRules."""
    known = shipped_rules() if rules is None else rules
    counting = [one for one in known if one.valid_from <= on]
    if not counting:
        raise NoRules(f"no rules of follow-ups on {on}")
    return counting[-1]


def open_from(at: datetime, rules: Rules, zone: ZoneInfo = PARIS) -> datetime:
    """Return the instant itself where we may write then, else the next opening."""
    wall = at.astimezone(zone)
    if rules.works(wall.date()) and wall.time() < rules.closes:
        return max(at, _instant(wall.date(), rules.opens, zone))
    on = wall.date() + A_DAY
    while not rules.works(on):
        on += A_DAY
    return _instant(on, rules.opens, zone)


def plan_follow_ups(
    revision: int, issued_at: datetime, last_day: date, rules: Rules, zone: ZoneInfo = PARIS
) -> tuple[Nudge, ...]:
    """Return what is due for a quote after it was issued, earliest first."""
    nudges = _follow_ups(revision, issued_at, last_day, rules, zone)
    return tuple(sorted(nudges, key=lambda one: one.due_at))


def _follow_ups(
    revision: int, issued_at: datetime, last_day: date, rules: Rules, zone: ZoneInfo
) -> Iterator[Nudge]:
    wall = issued_at.astimezone(zone)
    for days in rules.after_days:
        then = _instant(wall.date() + days * A_DAY, wall.time(), zone)
        key = f"quote:{revision}:{NudgeKind.FOLLOW_UP}:{days}"
        yield Nudge(NudgeKind.FOLLOW_UP, key, open_from(then, rules, zone))
    on = last_day - rules.before_expiry_days * A_DAY
    while not rules.works(on):  # earlier rather than on the last day
        on -= A_DAY
    key = f"quote:{revision}:{NudgeKind.LAST_DAYS}"
    yield Nudge(NudgeKind.LAST_DAYS, key, _instant(on, rules.opens, zone))
    over = _instant(last_day + A_DAY, time(), zone)
    yield Nudge(NudgeKind.EXPIRY, f"quote:{revision}:{NudgeKind.EXPIRY}", over)


def draft_due(touched_at: datetime, rules: Rules, zone: ZoneInfo = PARIS) -> datetime:
    """Return when a draft is recalled that was last touched then."""
    return open_from(touched_at + timedelta(hours=rules.draft_hours), rules, zone)


def nudge_lateness(
    kind: NudgeKind, due_at: datetime, now: datetime, rules: Rules, zone: ZoneInfo = PARIS
) -> Lateness:
    """Decide what to do with a nudge that is due: outside of our hours it waits."""
    if kind is NudgeKind.EXPIRY:
        return Lateness.SEND
    most = rules.draft_late_days if kind is NudgeKind.DRAFT else rules.late_days
    if now - due_at > most * A_DAY:
        return Lateness.DROP
    return Lateness.SEND if open_from(now, rules, zone) == now else Lateness.LATER


def may_undo(answered_at: datetime, now: datetime, rules: Rules) -> bool:
    """Tell whether an answer to a quote can still be taken back."""
    return now - answered_at <= timedelta(minutes=rules.undo_minutes)


def cold_since(now: datetime, rules: Rules) -> datetime:
    """Return the instant since when a quote without a sign of life is cold."""
    return now - rules.cold_days * A_DAY


def _instant(on: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(on, at, zone).astimezone(UTC)
