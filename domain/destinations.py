"""Where the weight of an inventory is planned to go: outcomes, and streams of waste."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from domain.inventory import Take
from domain.outcomes import Outcome, OutcomeWeights
from domain.pricebook import PriceBook

RESIDUAL = "DIB"  # mixed residual waste: what is disposed of, and what transforming leaves over


@dataclass(frozen=True, slots=True)
class Destinations:
    """Planned kg by outcome, and kg of waste by stream (sorted by name)."""

    outcome: OutcomeWeights
    waste_kg: Mapping[str, Decimal]


def plan_destinations(takes: Iterable[Take], book: PriceBook) -> Destinations:
    """Plan what becomes of everything, by weight (pricing, step 9)."""
    outcome = OutcomeWeights()
    waste: dict[str, Decimal] = {}
    for each in takes:
        weights = planned_outcome(each, book)
        outcome += weights
        for stream, kg in ((each.item.stream, weights.recycled), (RESIDUAL, weights.disposed)):
            if kg:
                waste[stream] = waste.get(stream, Decimal(0)) + kg
    return Destinations(outcome, MappingProxyType(dict(sorted(waste.items()))))


def planned_outcome(each: Take, book: PriceBook) -> OutcomeWeights:
    """Share the weight of one line among the outcomes; transforming leaves a residue."""
    reused = each.weight_kg * _reused_share(each, book)
    rest = each.weight_kg - reused
    match _otherwise(each):
        case Outcome.TRANSFORMED:
            residue = rest * book.transform_residue
            return OutcomeWeights(reused, transformed=rest - residue, disposed=residue)
        case Outcome.RECYCLED:
            return OutcomeWeights(reused, recycled=rest)
        case _:
            return OutcomeWeights(reused, disposed=rest)


def _reused_share(each: Take, book: PriceBook) -> Decimal:
    if each.item.planned is Outcome.REUSED:
        return book.reuse_share[each.line.condition]
    return Decimal(0)


def _otherwise(each: Take) -> Outcome:
    if each.item.planned is Outcome.REUSED:
        return each.item.fallback or Outcome.RECYCLED
    return each.item.planned
