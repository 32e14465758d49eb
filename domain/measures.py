"""The size of one thing, as people say it: « 120x60x80 », « 1,2 m sur 0,6 », « 0,5 m³ »."""

import re
from dataclasses import dataclass
from decimal import Decimal

from domain.search import fold

LEAST_M3, MOST_M3 = Decimal("0.001"), Decimal(30)
LONGEST_CM = 2000
METRES_BELOW = 6  # sides without a unit that are all below are metres, and centimetres above
MILLIMETRES_ABOVE = 600  # one such side makes all of them millimetres
_NUMBER = r"(\d+(?:[.,]\d+)?)"
_VOLUME = re.compile(rf"{_NUMBER}\s*(m3|m cubes?|metres? cubes?|cubic met(?:er|re)s?|l|litres?)")
_SIDE = re.compile(rf"{_NUMBER}\s*(mm|cm|m)?")
_BETWEEN = re.compile(r"\s*(?:x|\*|/|\bsur\b|\bpar\b|\bby\b)\s*")
_LETTERED = re.compile(
    r"\b(?:longueur|largeur|hauteur|profondeur|length|width|height|depth|[lhp])\b\.?\s*:?\s*"
)
_PER_CM = {"mm": Decimal("0.1"), "cm": Decimal(1), "m": Decimal(100)}


@dataclass(frozen=True, slots=True)
class Measures:
    """Two or three sides in centimetres, or a volume alone."""

    sides_cm: tuple[Decimal, ...] = ()
    volume_m3: Decimal | None = None  # None where the sides are only two


def read_measures(text: str) -> Measures | None:
    """Read a size; None where it is none, or that of no thing."""
    written = fold(text).strip(" .;").replace("m³", "m3")
    if found := _VOLUME.fullmatch(written):
        litres = found[2].startswith("l")
        volume = _decimal(found[1]) / (1000 if litres else 1)
        return Measures((), volume) if LEAST_M3 <= volume <= MOST_M3 else None
    parts = [_SIDE.fullmatch(one) for one in _BETWEEN.split(_LETTERED.sub("", written).strip())]
    sides = [(_decimal(one[1]), one[2]) for one in parts if one is not None]
    if len(sides) != len(parts) or not 2 <= len(sides) <= 3:
        return None
    return _of_sides(sides)


def _of_sides(sides: list[tuple[Decimal, str | None]]) -> Measures | None:
    numbers = [number for number, _ in sides]
    named = [unit for _, unit in sides if unit]
    unnamed = "m" if max(numbers) < METRES_BELOW else "cm"
    unnamed = "mm" if max(numbers) > MILLIMETRES_ABOVE else unnamed
    usual = named[-1] if named else unnamed
    in_cm = tuple(number * _PER_CM[unit or usual] for number, unit in sides)
    if min(in_cm) < 1 or max(in_cm) > LONGEST_CM:
        return None
    if len(in_cm) < 3:
        return Measures(in_cm)
    volume = in_cm[0] * in_cm[1] * in_cm[2] / 1_000_000
    return Measures(in_cm, volume) if LEAST_M3 <= volume <= MOST_M3 else None


def _decimal(written: str) -> Decimal:
    return Decimal(written.replace(",", "."))
