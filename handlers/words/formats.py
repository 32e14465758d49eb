"""Numbers, money, days and times as each language writes them."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from domain.calendar import PARIS

_REGIONS = {"fr": "fr_FR", "en": "en_GB"}  # English as in Europe: day before month


@dataclass(frozen=True)
class Formats:
    """How one language writes what is not a word; instants by the wall clock of `zone`."""

    locale: Locale
    zone: ZoneInfo = PARIS

    def money(self, cents: int) -> str:
        """Write integer cents of euros: 123456 -> « 1 234,56 € »."""
        return _money(cents, self.locale)

    def number(self, value: float | Decimal) -> str:
        """Write a number with at most three decimals."""
        return _number(value, self.locale)

    def duration(self, hours: Decimal) -> str:
        """Write hours of people as they say them, to the minute: 6.62 -> « 6 h 37 »."""
        full, minutes = divmod(int((hours * 60).quantize(Decimal(1), ROUND_HALF_UP)), 60)
        return f"{full}\u00a0h\u00a0{minutes:02}" if minutes else f"{full}\u00a0h"

    def day(self, on: date) -> str:
        """Write a day in full: « lundi 30 novembre 2026 »."""
        return _day(on, "EEEE d MMMM y", self.locale)

    def day_short(self, on: date) -> str:
        """Write a day for a button: « lun. 30 nov. »."""
        return _day(on, "EEE d MMM", self.locale)

    def time(self, at: datetime | time) -> str:
        """Write a time of day, of an instant on our wall: « 08:30 »."""
        wall = at.astimezone(self.zone) if isinstance(at, datetime) and at.tzinfo else at
        return f"{wall:%H:%M}"

    def instant(self, at: datetime) -> str:
        """Write an instant as our clock on the wall: « lun. 30 nov. 2026, 08:30 »."""
        wall = at.astimezone(self.zone)
        return f"{_day(wall.date(), 'EEE d MMM y', self.locale)}, {wall:%H:%M}"


@lru_cache(maxsize=4096)  # Babel reads its pattern each time; people see the same figures
def _money(cents: int, locale: Locale) -> str:
    return format_currency(Decimal(cents) / 100, "EUR", locale=locale)


@lru_cache(maxsize=4096)
def _number(value: float | Decimal, locale: Locale) -> str:
    return format_decimal(value, "#,##0.###", locale=locale)


@lru_cache(maxsize=4096)
def _day(on: date, pattern: str, locale: Locale) -> str:
    if on.day == 1 and locale.language == "fr":
        pattern = pattern.replace("d MMM", "d'er' MMM")
    return format_date(on, pattern, locale=locale)


def formats_of(lang: str, zone: ZoneInfo = PARIS) -> Formats:
    """Find how a language writes; pseudo-languages write as English does."""
    region = _REGIONS.get(lang, "en_GB" if "-X" in lang else lang)
    return Formats(Locale.parse(region, sep="_"), zone)
