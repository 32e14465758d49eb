"""When the office is warned that a certificate or an inspection runs out (§7.2)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import PARIS, day_of, to_utc
from domain.reminders import PlannedReminder, ReminderKind

WARN_DAYS = (90, 60, 30, 7)  # before the last day (§7.2), and once more in the last week
WARN_TIME = time(8)


@dataclass(frozen=True, slots=True)
class Expiry:
    """What runs out after a day: a kind of certificate, or "" for a vehicle's inspection."""

    what: str
    until: date


@dataclass(frozen=True, slots=True)
class ExpiryWarning:
    """One warning as a reminder's key says it: what runs out when, so many days before."""

    expiry: Expiry
    days: int

    def is_newest(self, today: date) -> bool:
        """Tell whether no later warning is due too: after an outage only the newest is sent."""
        return self.days == reached(self.expiry.until, today)


def reached(until: date, today: date) -> int | None:
    """Return the last of the warnings that has come; None while none has."""
    left = (until - today).days
    return min((days for days in WARN_DAYS if left <= days), default=None)


def plan_expiries(
    kind: ReminderKind,
    thing: int,
    expiries: Iterable[Expiry],
    now: datetime,
    zone: ZoneInfo = PARIS,
) -> tuple[PlannedReminder, ...]:
    """Return the warnings to come about a thing, and the one that should have been by now."""
    today = day_of(now, zone)
    found = [
        warning
        for expiry in expiries
        if expiry.until >= today
        for warning in _warnings(kind, thing, expiry, now, zone)
    ]
    return tuple(sorted(found, key=lambda warning: warning.due_at))


def _warnings(
    kind: ReminderKind, thing: int, expiry: Expiry, now: datetime, zone: ZoneInfo
) -> Iterator[PlannedReminder]:
    newest = reached(expiry.until, day_of(now, zone))
    for days in WARN_DAYS:
        due_at = to_utc(expiry.until - timedelta(days), WARN_TIME, zone)
        if due_at > now or days == newest:
            key = f"{kind.value}:{thing}:{expiry.what}:{expiry.until}:{days}"
            yield PlannedReminder(kind, None, expiry.until, due_at, key)


def warning_of(key: str) -> ExpiryWarning:
    """Read what the key of a warning says."""
    _, _, what, until, days = key.split(":")
    return ExpiryWarning(Expiry(what, date.fromisoformat(until)), int(days))
