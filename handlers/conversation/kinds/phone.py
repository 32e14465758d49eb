"""Telephone numbers, typed or shared; kept as E.164 (§10.3)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import phonenumbers

from handlers.conversation.given import Given, SharedContact, Tapped, Typed
from handlers.conversation.kind import (
    OPEN,
    Facts,
    Json,
    Kind,
    Open,
    Option,
    Rejected,
    reject,
)
from handlers.conversation.signs import plain
from handlers.words.catalogue import Say

_E164 = re.compile(r"\+[1-9]\d{6,14}", re.ASCII)
_NATIONAL = re.compile(r"0[1-9]\d{8}", re.ASCII)
_NO_ZERO = re.compile(r"[1-9]\d{8}", re.ASCII)
_FRENCH = re.compile(r"\+33[1-9]\d{8}", re.ASCII)
_OVERSEAS = {  # ARCEP's numbering plan; 0639 98 is kept for fiction in mainland France
    "262": re.compile(r"262|269|639(?!98)|69[23]"),
    "590": re.compile(r"590|69[01]"),
    "594": re.compile(r"594|694"),
    "596": re.compile(r"596|69[67]"),
}
_EXTRA = re.compile(r"[\s.,\-()/]")
_LABEL = re.compile(
    r"(?:t[ée]l(?:[ée]phone)?|port(?:able)?|mob(?:ile)?|phone)\b\s*\.?\s*:?", re.IGNORECASE
)
LONGEST = 40


@dataclass(frozen=True)
class Unsure:
    """A number that may be meant, to be asked back."""

    number: str


class Phone(Kind[str]):
    """A number that can be called, French or foreign."""

    expects = "phone"

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        match given:
            case SharedContact(phone=phone):
                return _sure(read_phone(_international(phone)))
            case Typed(text):
                found = read_phone(text)
                return {"open": found.number} if isinstance(found, Unsure) else found
            case Tapped(code) if _offered(before) == code:
                return code
        return self.unexpected(given)

    def load(self, raw: Json) -> str | Rejected | Open:
        if isinstance(raw, dict):
            return OPEN if _offered(raw) else reject("phone-invalid")
        return raw if isinstance(raw, str) and _E164.fullmatch(raw) else reject("phone-invalid")

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        number = _offered(before)
        return [Option(number, text=show_phone(number), style="success")] if number else []

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        number = _offered(before)
        return [say("phone-which", phone=show_phone(number))] if number else []

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        return show_phone(str(raw))


@dataclass(frozen=True)
class Contact(Phone):
    """The person's own number, by the button that shares it; `typed` allows writing it."""

    typed: bool = True

    expects = "contact"
    keyboard = "contact"

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if isinstance(given, SharedContact) and not given.own:
            return reject("contact-not-own")
        if isinstance(given, Typed) and not self.typed:
            return self.unexpected(given)
        return super().read(given, before, facts)


def read_phone(text: str) -> str | Unsure | Rejected:
    """Read a number as people write it; nine digits without the 0 are unsure."""
    dialled = _EXTRA.sub("", _LABEL.sub("", plain(text), count=1).replace("(0)", ""))
    if len(dialled) > LONGEST or not re.fullmatch(r"\+?\d+", dialled):
        return reject("phone-invalid")
    dialled = f"+{dialled[2:]}" if dialled.startswith("00") else dialled
    if _NATIONAL.fullmatch(dialled):
        dialled = f"+33{dialled[1:]}"
    if _NO_ZERO.fullmatch(dialled):
        number = _callable(f"+33{dialled}")
        return number if isinstance(number, Rejected) else Unsure(number)
    if not dialled.startswith("+"):
        return reject("phone-short-code" if len(dialled) <= 6 else "phone-invalid")
    return _callable(dialled)


def show_phone(number: str) -> str:
    """Write a French number as « 06 12 34 56 78 », another with its country."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    home = parsed.country_code == 33
    style = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(parsed, style.NATIONAL if home else style.INTERNATIONAL)


def _callable(number: str) -> str | Rejected:
    number = re.sub(r"^\+330", "+33", number)
    if number.startswith("+33"):
        if not _FRENCH.fullmatch(number):
            return reject("phone-invalid")
        return reject("phone-surcharged") if number.startswith("+338") else _overseas(number)
    try:
        possible = phonenumbers.is_possible_number(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        possible = False
    return number if possible and _E164.fullmatch(number) else reject("phone-invalid")


def _overseas(number: str) -> str:
    """Write a number of an overseas department with the country code that reaches it."""
    national = number.removeprefix("+33")
    code = next((code for code, begun in _OVERSEAS.items() if begun.match(national)), "33")
    return f"+{code}{national}"


def _international(phone: str) -> str:
    """Telegram's own contacts leave out the plus sign."""
    return phone if phone.startswith(("+", "0")) else f"+{phone}"


def _sure(found: str | Unsure | Rejected) -> str | Rejected:
    return found.number if isinstance(found, Unsure) else found


def _offered(before: Json) -> str | None:
    number = before.get("open") if isinstance(before, dict) else None
    return number if isinstance(number, str) and _E164.fullmatch(number) else None
