"""Figures as a paper shows them: no-break spaces, a true minus, units beside numbers."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from zoneinfo import ZoneInfo

import phonenumbers
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent

from domain.calendar import PARIS, day_of
from handlers.words.catalogue import Say, Words

_NB = "\u00a0"
_MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class Figures:
    """Writes values in the language of one paper."""

    say: Say

    def money(self, cents: int) -> str:
        return self.say.money(cents).replace("-", _MINUS)

    def rate(self, cents: Decimal) -> str:
        """A unit price, which may be a fraction of a cent."""
        locale = self.say.formats.locale
        pattern = locale.currency_formats["standard"].pattern.replace("0.00", "0.00##")
        return format_currency(
            cents / 100, "EUR", pattern, locale=locale, currency_digits=False
        ).replace("-", _MINUS)

    def number(self, value: Decimal, places: int) -> str:
        """With at most so many decimals, half up."""
        rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        pattern = "#,##0." + "#" * places if places else "#,##0"
        return format_decimal(rounded + 0, pattern, locale=self.say.formats.locale).replace(
            "-", _MINUS
        )

    def kg(self, value: Decimal) -> str:
        return f"{self.number(value, 1)}{_NB}kg"

    def m3(self, value: Decimal) -> str:
        return f"{self.number(value, 2)}{_NB}m³"

    def percent(self, share: Decimal) -> str:
        """A share from 0 to 1, with at most one decimal."""
        rounded = share.quantize(Decimal("0.001"), ROUND_HALF_UP).normalize()
        locale = self.say.formats.locale
        return format_percent(rounded, locale=locale, decimal_quantization=False)

    def day(self, on: date) -> str:
        """« 23 novembre 2026 », « 1er janvier 2031 »."""
        pattern = "d'er' MMMM y" if on.day == 1 and self.say.lang == "fr" else "d MMMM y"
        return format_date(on, pattern, locale=self.say.formats.locale)

    def instant(self, at: datetime) -> str:
        """The clock on the wall: « 23 novembre 2026, 08:30 »."""
        return f"{self.wall_day(at)}, {self.clock(at)}"

    def wall_day(self, at: datetime) -> str:
        return self.day(day_of(at, self.say.formats.zone))

    def clock(self, at: datetime) -> str:
        return self.say.time(at)


def figures_of(language: str, zone: ZoneInfo = PARIS) -> Figures:
    return Figures(_words(zone).say(language))


def grouped_siret(siret: str) -> str:
    """« 732 829 320 00074 » with no-break spaces."""
    return _NB.join((siret[:3], siret[3:6], siret[6:9], siret[9:]))


def readable_phone(phone: str) -> str:
    """« 06 12 34 56 78 » for France, international for others; as given where it is neither."""
    try:
        number = phonenumbers.parse(phone, "FR")
    except phonenumbers.NumberParseException:
        return phone
    form = phonenumbers.PhoneNumberFormat
    style = form.NATIONAL if number.country_code == 33 else form.INTERNATIONAL
    return phonenumbers.format_number(number, style).replace(" ", _NB)


@cache
def _words(zone: ZoneInfo) -> Words:
    return Words.load().telling(zone)
