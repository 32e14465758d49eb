"""What it costs a client to cancel agreed work: dated rates (§6.3, last row)."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from domain.calendar import PARIS, day_of
from domain.money import half_up


class NoCancellationRules(LookupError):
    """No table of the file counts on that day."""


@dataclass(frozen=True, slots=True)
class CancellationRules:
    """One table of the file, as it counts from a day."""

    valid_from: date
    source: str
    free_hours: int
    late_percent: int
    same_day_percent: int


@dataclass(frozen=True, slots=True)
class CancellationFee:
    """A share of the agreed price before VAT, and what that is in cents."""

    percent: int
    cents: int


@cache
def shipped_cancellation_rules() -> tuple[CancellationRules, ...]:
    """Load the rates that come with the program, oldest first."""
    text = (files("domain") / "data" / "cancellation.toml").read_text("utf-8")
    tables = [CancellationRules(**table) for table in tomllib.loads(text)["rules"]]
    return tuple(sorted(tables, key=lambda rules: rules.valid_from))


def cancellation_rules_on(
    on: date, rules: Sequence[CancellationRules] | None = None
) -> CancellationRules:
    """Return the rates of a day. Raises NoCancellationRules."""
    known = shipped_cancellation_rules() if rules is None else rules
    counting = [one for one in known if one.valid_from <= on]
    if not counting:
        raise NoCancellationRules(f"no rates of cancellation on {on}")
    return counting[-1]


def cancellation_fee(
    starts_at: datetime | None,
    now: datetime,
    agreed_cents: int,
    rules: CancellationRules,
    zone: ZoneInfo = PARIS,
) -> CancellationFee:
    """Reckon the fee: free up to 48 h before the start, or while no day was told (§6.3)."""
    percent = 0
    if starts_at is not None and day_of(now, zone) >= day_of(starts_at, zone):
        percent = rules.same_day_percent
    elif starts_at is not None and starts_at - now < timedelta(hours=rules.free_hours):
        percent = rules.late_percent
    return CancellationFee(percent, int(half_up(Decimal(agreed_cents) * percent / 100, 0)))
