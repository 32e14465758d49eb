"""Counts and measures, as people write them."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from handlers.conversation.given import Given, Tapped, Typed
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
from handlers.conversation.kinds.approximate import as_told
from handlers.conversation.signs import plain
from handlers.words.catalogue import Say

_NUMBER = re.compile(
    r"(?P<sign>[-−–])?\s*(?P<digits>\d[\d .,'’]*)\s*(?P<unit>(?:[^\W\d]|[€%]).*)?", re.DOTALL
)
_GROUPS = re.compile(r"\d{1,3}(?:[ '’]\d{3})+|\d+")
_DOTTED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+")  # 5,000,000 and 5.000.000
_UNITS = {
    "m2": ("m2", "m²", "metres carres", "metre carre", "square metres", "sqm"),
    "m3": ("m3", "m³", "metres cubes", "metre cube", "cubic metres", "cbm"),
    "ml": ("ml", "m", "metres lineaires", "metre lineaire", "metres", "metre", "linear metres"),
    "kg": ("kg", "kilo", "kilos", "kilogrammes"),
    "u": ("u", "pce", "pces", "piece", "pieces", "unites", "unite", "units"),
}
_TONNES = ("t", "tonne", "tonnes")
_NAMED = {name: key for key, names in _UNITS.items() for name in names}
_NAMED |= dict.fromkeys(_TONNES, "t")
USUAL = {  # more is asked back: most often it is a slip (§10.4)
    "u": Decimal(5_000),
    "m2": Decimal(20_000),
    "m3": Decimal(2_000),
    "kg": Decimal(200_000),
}
LONGEST = 40


@dataclass(frozen=True)
class Integer(Kind[int]):
    """A whole number from `lo` to `hi`; the usual ones on `buttons`."""

    lo: int
    hi: int
    buttons: tuple[int, ...] = ()

    expects = "number"

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if not isinstance(given, Typed | Tapped):
            return self.unexpected(given)
        text = given.text if isinstance(given, Typed) else given.code
        parsed = read_number(text)
        if isinstance(parsed, Rejected):
            return parsed
        value, _ = parsed
        if value != value.to_integral_value():
            return reject("whole-number")
        return self._fault(int(value)) or int(value)

    def load(self, raw: Json) -> int | Rejected:
        if not isinstance(raw, int) or isinstance(raw, bool):
            return reject("expected-number", got="other")
        return self._fault(raw) or raw

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        return [Option(str(number), text=number) for number in self.buttons]

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        return say.number(raw)

    def _fault(self, value: int) -> Rejected | None:
        if value > self.hi:
            return reject("too-much", most=self.hi)
        return reject("too-little", least=self.lo) if value < self.lo else None


@dataclass(frozen=True)
class Quantity(Kind[Decimal]):
    """A measure with at most three decimals; of pieces ("u") only whole ones.

    `unit` is "m2", "m3", "ml", "kg", "t", "eur", "u", or is derived from the facts; tonnes become
    kg where kg are wanted (§10.4). What is unusually much for its unit is asked back.
    """

    lo: Decimal = Decimal("0.001")
    hi: Decimal = Decimal(500_000)
    unit: str | Callable[[Facts], str | None] | None = None
    buttons: tuple[int, ...] = ()

    expects = "number"

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if not isinstance(given, Typed | Tapped):
            return self.unexpected(given)
        if isinstance(given, Tapped) and given.code == _offered(before):
            return given.code
        parsed = read_number(given.text if isinstance(given, Typed) else given.code)
        if isinstance(parsed, Rejected):
            return parsed
        value, written = parsed
        unit = self.unit_of(facts)
        if unit == "kg" and written in _TONNES:
            value, written = value * 1000, "kg"
        if unit is not None and _other_unit(written, unit):
            return reject("other-unit", unit=unit)
        if unit == "u" and value != value.to_integral_value():
            return reject("whole-number")
        if fault := self._fault(value):
            return fault
        return {"open": _plain(value)} if value > USUAL.get(unit or "", self.hi) else _plain(value)

    def load(self, raw: Json) -> Decimal | Rejected | Open:
        if isinstance(raw, dict):
            return OPEN if _offered(raw) else reject("expected-number", got="other")
        if not isinstance(raw, str):
            return reject("expected-number", got="other")
        try:
            value = Decimal(raw)
        except InvalidOperation:
            return reject("expected-number", got="text")
        return self._fault(value) or value

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        if (much := _offered(before)) is not None:
            return [Option(much, text=lambda say: self.show(much, "", facts, say), style="success")]
        return [Option(str(number), text=number) for number in self.buttons]

    def lines(self, before: Json, facts: Facts, say: Say) -> Sequence[str]:
        much = _offered(before)
        return [say("quantity-sure", quantity=self.show(much, "", facts, say))] if much else []

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        number, unit = say.number(Decimal(str(raw))), self.unit_of(facts)
        return say.plain(f"unit-{unit}", number=number) if unit else number

    def unit_of(self, facts: Facts) -> str | None:
        return self.unit(facts) if callable(self.unit) else self.unit

    def _fault(self, value: Decimal) -> Rejected | None:
        if not value.is_finite():
            return reject("expected-number", got="text")
        if value > self.hi:
            return reject("too-much", most=self.hi)
        if value < self.lo:
            return reject("too-little", least=self.lo)
        exponent = value.normalize().as_tuple().exponent
        return reject("three-decimals") if isinstance(exponent, int) and exponent < -3 else None


def read_number(text: str) -> tuple[Decimal, str] | Rejected:
    """Read one number and the word after it: « 1 234,5 m² » -> (1234.5, "m2")."""
    written = as_told(plain(text))
    found = _NUMBER.fullmatch(" ".join(written.split()))
    if found is None or len(written) > LONGEST or re.search(r"\d", found["unit"] or "", re.ASCII):
        found = found if found and _is_unit(found["unit"]) else None
    if found is None:
        return reject("expected-number", got="text")
    value = _value(found["digits"].strip(" .,'’"))
    if value is None:
        return reject("expected-number", got="text")
    return (-value if found["sign"] else value), _unit_word(found["unit"] or "")


def unit_named(word: str) -> str | None:
    """Tell which unit a word names: "mètres carrés" -> "m2", "tonnes" -> "t"; None for others."""
    return _NAMED.get(_unit_word(word))


def _value(digits: str) -> Decimal | None:
    if _DOTTED.fullmatch(digits):
        return Decimal(re.sub(r"[.,]", "", digits))
    whole, mark, decimals = digits, "", ""
    at = max(digits.rfind(","), digits.rfind("."))
    if at >= 0:
        whole, mark, decimals = digits[:at], digits[at], digits[at + 1 :]
    other = "." if mark == "," else ","
    whole = whole.replace(other, " ")
    if not _GROUPS.fullmatch(whole) or (mark and not decimals.isdecimal()):
        return None
    return Decimal(re.sub(r"\D", "", whole) + ("." + decimals if mark else ""))


def _unit_word(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(one for one in folded if not unicodedata.combining(one)).strip(" .")


def _is_unit(word: str | None) -> bool:
    return _unit_word(word or "") in {name for names in _UNITS.values() for name in names}


def _other_unit(written: str, unit: str) -> bool:
    """Words that are no unit at all, as in « 12 chaises », say nothing against ours."""
    return _NAMED.get(written, unit) != unit


def _offered(before: Json) -> str | None:
    much = before.get("open") if isinstance(before, dict) else None
    return much if isinstance(much, str) else None


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")
