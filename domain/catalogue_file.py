"""What is wrong with a catalogue that somebody wrote, by line and column."""

import csv
import re
from collections.abc import Mapping
from decimal import Decimal

from domain.catalogue import Catalogue
from domain.fields import read_decimal
from domain.file_faults import FileFault
from domain.outcomes import LETTERS
from domain.pricebook import PriceBooks

UNITS = ("u", "m2", "ml", "kg", "m3")
BASES = ("S", "G", "E")
LONGEST = 120
_CODE = re.compile(r"[A-Z]{3}-\d{2,3}")
# The least and the most of one unit (§10.4; loose rubble weighs more than a piece may).
_NUMBERS: Mapping[str, tuple[Decimal, Decimal]] = {
    "m3": (Decimal("0.001"), Decimal(10)),
    "m3_dismantled": (Decimal("0.001"), Decimal(10)),
    "kg": (Decimal("0.1"), Decimal(2000)),
    "dismantle_min": (Decimal(0), Decimal(1000)),
    "handling_min": (Decimal(0), Decimal(1000)),
    "min_persons": (Decimal(1), Decimal(10)),
}
COLUMNS = (
    *("code", "fr", "en", "unit", "category", "m3", "m3_dismantled", "kg", "stream", "outcome"),
    *("dismantle_min", "handling_min", "min_persons", "basis"),
)


def catalogue_faults(text: str, known: Catalogue, prices: PriceBooks) -> tuple[FileFault, ...]:
    """Name every fault; a code that is known must stay, since requests name it."""
    reader = csv.DictReader(text.splitlines())
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        return tuple(FileFault(name, "missing") for name in missing)
    found: list[FileFault] = []
    seen: set[str] = set()
    for row in reader:
        place = f"{reader.line_num}:"
        found += [
            FileFault(f"{place}{column}", code, params)
            for column, code, params in _row(row, known, prices)
        ]
        if row["code"] in seen:
            found.append(FileFault(f"{place}code", "twice"))
        seen.add(row["code"])
    gone = [item.code for item in known.items if item.code not in seen]
    return (*found, *(FileFault(code, "needed") for code in gone))


RowOrFault = tuple[str, str, dict[str, object]]


def _row(row: Mapping[str, str | None], known: Catalogue, prices: PriceBooks) -> list[RowOrFault]:
    values = {column: (row[column] or "").strip() for column in COLUMNS}
    found: list[RowOrFault] = [(name, "missing", {}) for name in COLUMNS if not values[name]]
    given = {name: value for name, value in values.items() if value}
    choices = {"unit": UNITS, "basis": BASES, "category": tuple(known.categories)}
    if "code" in given and not _CODE.fullmatch(given["code"]):
        found.append(("code", "code", {"given": given["code"]}))
    for name in ("fr", "en"):
        if len(given.get(name, "")) > LONGEST:
            found.append((name, "long", {"most": LONGEST}))
    for name, allowed in choices.items():
        if name in given and given[name] not in allowed:
            found.append((name, "choice", {"choices": ", ".join(allowed)}))
    for name, (lowest, highest) in _NUMBERS.items():
        if name in given and not _within(given[name], lowest, highest, whole=name == "min_persons"):
            found.append((name, "number", {"lowest": lowest, "highest": highest}))
    if "stream" in given and f"gate_fee.{given['stream']}" not in prices.figures:
        found.append(("stream", "no-fee", {"stream": given["stream"]}))
    if "outcome" in given and not _outcome(given["outcome"]):
        found.append(("outcome", "choice", {"choices": "R, T, M, X, R>T, R>M, R>X, T>M, M>X, X>M"}))
    return found


def _within(text: str, lowest: Decimal, highest: Decimal, *, whole: bool) -> bool:
    number = read_decimal(text)
    if number is None or not lowest <= number <= highest:
        return False
    return not whole or number == number.to_integral_value()


def _outcome(text: str) -> bool:
    first, arrow, fallback = text.partition(">")
    return first in LETTERS and (fallback in LETTERS if arrow else True)
