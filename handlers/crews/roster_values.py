"""What stands in the cells of a roster, as values; Rejected where it cannot be read."""

import re
from datetime import date
from decimal import Decimal
from functools import cache

from babel import Locale

from domain.crews import CrewRole
from domain.search import fold
from handlers.conversation.kind import Rejected, reject
from handlers.conversation.kinds.calendar import read_days
from handlers.conversation.kinds.numbers import read_number
from handlers.conversation.kinds.phone import Unsure, read_phone
from handlers.conversation.signs import visible
from handlers.crews.roster_columns import begins_with, heading

LONGEST_NAME = 120
LONGEST_VEHICLE = 80
MOST_HOURS = Decimal(48)  # a week, by law (§7.3)
MOST_MEASURE = Decimal(100_000)  # m³ or kg: more than any vehicle on a road
KG_A_TONNE = 1000
HUNDREDTH = Decimal("0.01")
_SPLIT = re.compile(r"[,;/+&\n]|\bet\b|\band\b", re.IGNORECASE)
_MIDNIGHT = re.compile(r"[ T]00:00(:00)?$")
_YES = frozenset({"oui", "o", "x", "yes", "y", "1", "vrai", "true", "ok"})
_NO = frozenset({"non", "n", "no", "0", "faux", "false", "sans", "none"})
_LASTING = frozenset({"cdi", "indetermine", "permanent", "sans fin", "illimite"})


def read_name(text: str) -> str | Rejected:
    name = visible(text)
    if not any(map(str.isalpha, name)):
        return reject("roster-name", value=text)
    return name[:LONGEST_NAME]


def read_vehicle_name(text: str) -> str:
    """Read what a vehicle is called, in a list also only a number, as far as there is room."""
    return visible(text)[:LONGEST_VEHICLE].strip()


def read_member_phone(text: str) -> str | Rejected:
    """Read a number; a spreadsheet drops the 0 in front, which is put back."""
    found = read_phone(text)
    return found.number if isinstance(found, Unsure) else found


def read_day(text: str, today: date) -> date | Rejected:
    """Read a day that is written with its year."""
    said = _MIDNIGHT.sub("", text.strip())
    found = read_days(said, today) if re.search(r"\d{2}", said) else ()
    if isinstance(found, tuple) and len(found) == 1:
        return found[0]
    return reject("roster-day", value=text)


def lasts(text: str) -> bool:
    """Tell whether a contract has no end."""
    return heading(text) in _LASTING


def read_hours(text: str) -> Decimal | Rejected:
    """Read the hours of a week."""
    found = read_number(text)
    hours = Decimal(0) if isinstance(found, Rejected) else _in_hundredths(found[0], MOST_HOURS)
    return hours or reject("roster-hours", value=text, most=int(MOST_HOURS))


def read_measure(text: str) -> Decimal | Rejected:
    """Read m³ or kg; tonnes are kilograms by the thousand."""
    found = read_number(text)
    if isinstance(found, Rejected):
        return reject("roster-measure", value=text)
    value, unit = found
    if unit in {"t", "tonne", "tonnes"}:
        value *= KG_A_TONNE
    return _in_hundredths(value, MOST_MEASURE) or reject("roster-measure", value=text)


def _in_hundredths(value: Decimal, most: Decimal) -> Decimal:
    """Round to two decimals, without zeros at the end; 0 where it is out of bounds."""
    if not 0 < value <= most:
        return Decimal(0)
    return Decimal(format(value.quantize(HUNDREDTH).normalize(), "f"))


def read_flag(text: str) -> bool | Rejected:
    said = heading(text)
    if said in _YES | _NO:
        return said in _YES
    return reject("roster-flag", value=text)


def read_roles(text: str) -> tuple[CrewRole, ...] | Rejected:
    """Read roles by their first words; several with commas or « et »."""
    found: list[CrewRole] = []
    for part in filter(None, map(str.strip, _SPLIT.split(text))):
        name = begins_with(part, "roles")
        if name is None:
            return reject("roster-role", value=part)
        found.append(CrewRole(name))
    return tuple(dict.fromkeys(found))


def read_languages(text: str) -> tuple[str, ...] | Rejected:
    """Read names of languages in French, English or the language itself, or their codes."""
    found: list[str] = []
    for part in filter(None, map(str.strip, _SPLIT.split(text))):
        code = language_codes().get(fold(part))
        if code is None:
            return reject("roster-language", value=part)
        found.append(code)
    return tuple(dict.fromkeys(found))


@cache
def language_codes() -> dict[str, str]:
    """Map names of languages to their codes."""
    codes: dict[str, str] = {}
    for lang in ("en", "fr"):
        names = Locale(lang).languages
        codes |= {fold(str(name)): str(code).partition("_")[0] for code, name in names.items()}
        codes |= {code: code for code in map(str, names) if code.isalpha()}
    own = ("fr", "en", "ar", "pt", "tr", "ro", "uk", "es", "bn", "ta", "ps", "fa")
    return codes | {fold(Locale(code).languages[code]): code for code in own}


def read_plate(text: str) -> str | Rejected:
    """Write a French plate as AB-123-CD, another as it is in capitals."""
    plate = re.sub(r"[\s.\-_]", "", visible(text)).upper()
    if not 4 <= len(plate) <= 12 or not plate.isalnum():
        return reject("roster-plate", value=text)
    parts = re.fullmatch(r"([A-Z]{2})(\d{3})([A-Z]{2})", plate)
    return "-".join(parts.groups()) if parts else plate


def read_licence(text: str) -> str | Rejected:
    said = heading(text).removeprefix("permis ").removeprefix("licence ").upper()
    return said if said in {"B", "C1", "C"} else reject("roster-licence", value=text)
