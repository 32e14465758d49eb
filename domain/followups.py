"""When the company writes to clients of its own accord: hours, days and numbers, dated (§6.2)."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from domain.calendar import PARIS, public_holidays, to_utc

A_DAY = timedelta(days=1)


class NoRules(LookupError):
    """No table of the file counts on that day."""


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
    return tuple(sorted(tables, key=lambda rules: rules.valid_from))


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
        return max(at, to_utc(wall.date(), rules.opens, zone))
    on = wall.date() + A_DAY
    while not rules.works(on):
        on += A_DAY
    return to_utc(on, rules.opens, zone)


def may_undo(answered_at: datetime, now: datetime, rules: Rules) -> bool:
    """Tell whether an answer to a quote can still be taken back."""
    return now - answered_at <= timedelta(minutes=rules.undo_minutes)


def cold_since(now: datetime, rules: Rules) -> datetime:
    """Return the instant since when a quote without a sign of life is cold."""
    return now - rules.cold_days * A_DAY
