"""Why a line of a price is what it is: a rule by name, and the figures to say it with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from domain.money import half_up
from domain.pricing import Estimate, EstimateLine

MINUTES = 60
FigureValue = Decimal | int | str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule of the price book; amounts are named `…_cents`, shares `…_share`."""

    rule: str
    figures: Mapping[str, FigureValue] = field(default_factory=dict)


def explain(line: EstimateLine, estimate: Estimate) -> Explanation:
    """Say which rule made a line, from what."""
    kind = line.key.partition(".")[0].replace("_", "-")
    match kind:
        case "labour":
            return _labour(estimate)
        case "vehicle":
            figures: dict[str, FigureValue] = {
                "days": estimate.days,
                "hours": estimate.hours,
                "crew": estimate.crew,
            }
            return Explanation(kind, figures)
        case "kilometres":
            each = line.quantity / estimate.trips
            return Explanation(kind, {"trips": estimate.trips, "km": each})
        case "disposal":
            return _disposal(line, estimate)
        case "short-notice" | "saturday" | "overhead":
            return Explanation(kind, {"taken_share": line.quantity, "base_cents": line.rate_cents})
        case "reuse-credit":
            return Explanation(kind, {"kg": line.quantity})
    return Explanation(kind)


def _labour(estimate: Estimate) -> Explanation:
    parts = estimate.minutes
    figures: dict[str, FigureValue] = {
        "handling": _hours(parts.handling),
        "factor": parts.access_factor,
        "dismantling": _hours(parts.dismantling),
        "learning": parts.learning_factor,
        "unloading": _hours(parts.unloading),
        "travel": _hours(parts.travel),
    }
    return Explanation("labour-by-hand" if estimate.hours_by_hand else "labour", figures)


def _disposal(line: EstimateLine, estimate: Estimate) -> Explanation:
    stream = line.stream or ""
    rule = "disposal" if line.rate_cents > 0 else "disposal-free"
    figures: dict[str, FigureValue] = {"stream": stream, "kg": estimate.waste_kg[stream]}
    return Explanation("disposal-income" if line.rate_cents < 0 else rule, figures)


def _hours(minutes: Decimal) -> Decimal:
    return half_up(minutes / MINUTES, 2)
