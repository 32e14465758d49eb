"""Days and hours as the company lives them: working days, public holidays, wall time."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

PARIS = ZoneInfo("Europe/Paris")  # the company's clock, unless its settings name another
SATURDAY = 6


@cache
def public_holidays(year: int) -> frozenset[date]:
    """Return the public holidays of metropolitan France (§7.4)."""
    return frozenset(holidays.country_holidays("FR", years=year))


def is_working_day(on: date) -> bool:
    """Tell whether a day is Monday to Friday and no public holiday."""
    return on.isoweekday() < SATURDAY and on not in public_holidays(on.year)


def add_working_days(on: date, count: int) -> date:
    """Move by so many working days, back where negative; 0 keeps even a Sunday."""
    step = timedelta(days=1 if count > 0 else -1)
    while count:
        on += step
        if is_working_day(on):
            count -= step.days
    return on


def days_before(on: date, count: int, *, working: bool = False) -> date:
    """Return J-n: calendar days, or working days where asked (§10.4)."""
    return add_working_days(on, -count) if working else on - timedelta(days=count)


def to_utc(on: date, at: time, zone: ZoneInfo) -> datetime:
    """Turn a zone's wall time into an instant; of an hour that comes twice, the first."""
    return datetime.combine(on, at, zone).astimezone(UTC)


def day_of(at: datetime, zone: ZoneInfo) -> date:
    """Tell which day it is, at an instant, in a zone."""
    return at.astimezone(zone).date()
