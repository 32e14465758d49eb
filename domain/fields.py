"""Reading a table of settings field by field, gathering faults instead of stopping at the first."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import phonenumbers
from stdnum.fr import siret as siret_number

from domain.file_faults import FileFault

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_VAT = re.compile(r"FR[0-9A-Z]{2}\d{9}")
_NO_DAY = date(1, 1, 1)


class Fields:
    """One table; a faulty field notes its fault and reads as an empty value of its type."""

    def __init__(
        self, raw: Mapping[str, Any], path: str = "", notes: list[FileFault] | None = None
    ) -> None:
        self._raw = raw
        self._path = path
        self._notes: list[FileFault] = [] if notes is None else notes
        self._read: set[str] = set()
        self._children: list[Fields] = []

    def __contains__(self, name: str) -> bool:
        return name in self._raw

    def names(self) -> tuple[str, ...]:
        return tuple(self._raw)

    def faults(self) -> tuple[FileFault, ...]:
        """Everything noted here and in the tables read from here, then names nobody asked for."""
        return (*self._notes, *self.unknown())

    def unknown(self) -> Iterator[FileFault]:
        for name in sorted(self._raw.keys() - self._read):
            yield FileFault(self._at(name), "unknown")
        for child in self._children:
            yield from child.unknown()

    def table(self, name: str) -> "Fields":
        value = self._take(name)
        if value is None:
            return self._child({}, self._at(name))
        if not isinstance(value, dict):
            self._note(name, "table")
            return Fields({}, self._at(name))
        return self._child(value, self._at(name))

    def tables(self, name: str) -> tuple["Fields", ...]:
        value = self._take(name)
        if not isinstance(value, list) or not value:
            self._note(name, "tables" if value is not None else "missing")
            return ()
        if not all(isinstance(entry, dict) for entry in value):
            self._note(name, "tables")
            return ()
        return tuple(self._child(entry, f"{self._at(name)}[{n}]") for n, entry in enumerate(value))

    def text(self, name: str, *, at_most: int) -> str:
        value = self._take(name)
        if value is None:
            return self._note(name, "missing")
        if not isinstance(value, str) or not value.strip():
            return self._note(name, "text")
        if len(value) > at_most:
            return self._note(name, "long", most=at_most)
        return value.strip()

    def optional_text(self, name: str, *, at_most: int) -> str | None:
        return self.text(name, at_most=at_most) if name in self else None

    def lines(self, name: str) -> tuple[str, ...]:
        value = self._take(name)
        if value is None:
            self._note(name, "missing")
            return ()
        if not _are_texts(value):
            self._note(name, "lines")
            return ()
        return tuple(line.strip() for line in value)

    def codes(self, name: str, pattern: re.Pattern[str]) -> frozenset[str]:
        found = self.lines(name)
        for wrong in (code for code in found if not pattern.fullmatch(code)):
            self._note(name, "code", given=wrong)
        return frozenset(found)

    def integer(self, name: str, lowest: int, highest: int) -> int:
        value = self._take(name)
        if value is None:
            self._note(name, "missing")
        elif not _is_integer(value) or not lowest <= value <= highest:
            self._note(name, "whole", lowest=lowest, highest=highest)
        else:
            return int(value)
        return lowest

    def decimal(self, name: str, lowest: Decimal, highest: Decimal) -> Decimal:
        """A number written as a text, so that no digit is lost."""
        value = self._take(name)
        if value is None:
            self._note(name, "missing")
            return lowest
        number = read_decimal(value) if isinstance(value, str) else None
        if number is None or not lowest <= number <= highest:
            self._note(name, "number", lowest=lowest, highest=highest)
            return lowest
        return number

    def flag(self, name: str) -> bool:
        value = self._take(name)
        if value is None:
            self._note(name, "missing")
        elif not isinstance(value, bool):
            self._note(name, "flag")
        return value is True

    def choice(self, name: str, choices: Collection[str]) -> str:
        value = self.text(name, at_most=40)
        if value and value not in choices:
            return self._note(name, "choice", choices=", ".join(sorted(choices)))
        return value

    def day(self, name: str) -> date:
        value = self._take(name)
        if value is None:
            self._note(name, "missing")
        elif not isinstance(value, date) or isinstance(value, datetime):
            self._note(name, "day")
        else:
            return value
        return _NO_DAY

    def siret(self, name: str) -> str:
        """14 digits, both Luhn sums right, not all zeros (§10.1)."""
        given = self.text(name, at_most=40)
        digits = re.sub(r"[\s.\-]", "", given)
        if given and not (siret_number.is_valid(digits) and digits.strip("0")):
            return self._note(name, "siret")
        return digits

    def vat_number(self, name: str, siret: str) -> str:
        """FR, two characters, then the SIREN; a key of two digits must agree (§10.1)."""
        number = re.sub(r"[\s.\-]", "", self.text(name, at_most=40)).upper()
        if not number:
            return number
        if not _VAT.fullmatch(number):
            return self._note(name, "vat")
        if siret and number[4:] != siret[:9]:
            return self._note(name, "vat-other")
        if number[2:4].isdigit() and int(number[2:4]) != vat_key(number[4:]):
            return self._note(name, "vat-key", key=f"{vat_key(number[4:]):02d}")
        return number

    def phone(self, name: str) -> str:
        """E.164 of a number written in France or with its country code (§10.3)."""
        given = self.text(name, at_most=40)
        try:
            number = phonenumbers.parse(given, "FR")
        except phonenumbers.NumberParseException:
            return self._note(name, "phone") if given else ""
        if not phonenumbers.is_possible_number(number):
            return self._note(name, "phone")
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)

    def email(self, name: str) -> str:
        given = self.text(name, at_most=120)
        if given and not _EMAIL.fullmatch(given):
            return self._note(name, "email")
        return given

    def capital(self, name: str, registration: str) -> int | None:
        """Cents; a company of the trade register (RCS) must have it, an association has none."""
        if name not in self:
            if "RCS" in registration.upper():
                self._note(name, "capital")
            return None
        return 100 * self.integer(name, 1, 10**9)

    def _child(self, raw: Mapping[str, Any], path: str) -> "Fields":
        child = Fields(raw, path, self._notes)
        self._children.append(child)
        return child

    def _take(self, name: str) -> Any:
        self._read.add(name)
        return self._raw.get(name)

    def _at(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def _note(self, name: str, code: str, **params: object) -> str:
        self._notes.append(FileFault(self._at(name), code, params))
        return ""


def read_decimal(text: str) -> Decimal | None:
    """Read a finite number with a decimal point; None for anything else."""
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def vat_key(siren: str) -> int:
    return (12 + 3 * (int(siren) % 97)) % 97


def _are_texts(value: object) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(line, str) and line.strip() for line in value)
    )


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
