"""What waits for a coordinator's decision before anything is promised (§2.4)."""

from collections.abc import Collection, Iterable
from enum import StrEnum

from domain.catalogue import Catalogue
from domain.hazards import Hazard
from domain.inventory import InventoryLine
from domain.survey import is_fixed


class Verdict(StrEnum):
    """What a coordinator decides on hazards."""

    LIFT = "lift"
    EXCLUDE = "exclude"
    REFUSE = "refuse"


def waiting(hazards: Iterable[Hazard], decided: Collection[str]) -> tuple[Hazard, ...]:
    """Return the hazards that hold a quote back; `decided` are the kinds somebody ruled on."""
    return tuple(hazard for hazard in hazards if hazard.waits and hazard.kind not in decided)


def excluded(
    lines: Iterable[InventoryLine], hazards: Iterable[Hazard], catalogue: Catalogue
) -> tuple[InventoryLine, ...]:
    """Return the lines that are left out where these hazards are: those they concern.

    Fixed is what is part of a building by its nature, and what the client said is fixed to it.
    """
    if not any(hazard.fixed for hazard in hazards):
        return ()
    return tuple(line for line in lines if line.fixed or is_fixed(catalogue.get(line.code)))
