"""What only some activities ask (§2.3): glass, wood, inventory and handling, transformation."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from domain.hazards import Hazard, hazard
from domain.json_fields import to_json

TREATED_WOOD, DOUBTFUL_WOOD = "treated_wood", "doubtful_wood"


class GlassAs(StrEnum):
    """How glass is to come out of the building."""

    PANES = "panes"
    WINDOWS = "windows"  # with frame and sash
    BOTH = "both"


class Treated(StrEnum):
    """Whether wood was treated: creosote, copper, sleepers."""

    NO = "no"
    YES = "yes"
    UNKNOWN = "unknown"


class Handling(StrEnum):
    """What is to be done with things that are counted."""

    COUNT = "count"
    MOVE = "move"  # within the site
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Particulars:
    """The answers; None where the activity was not asked for. `wood_length_m` is the longest."""

    glass: GlassAs | None = None
    wood_length_m: Decimal | None = None
    wood_treated: Treated | None = None
    handling: Handling | None = None
    handling_to: str | None = None
    transform: str | None = None

    @property
    def needs_flatbed(self) -> bool:
        """Tell whether the longest piece of wood is too long for a van (§9, TC08)."""
        return self.wood_length_m is not None and self.wood_length_m > _flatbed_over_m()

    @property
    def hazards(self) -> tuple[Hazard, ...]:
        """Return what the answers leave open (§2.4)."""
        found = {Treated.YES: TREATED_WOOD, Treated.UNKNOWN: DOUBTFUL_WOOD}
        kind = found.get(self.wood_treated) if self.wood_treated else None
        return (hazard(kind),) if kind else ()

    def plain(self) -> dict[str, Any]:
        """Write what was answered as plain JSON."""
        return to_json(self, omit_none=True)


NOTHING_PARTICULAR = Particulars()


@cache
def _flatbed_over_m() -> int:
    data = tomllib.loads((files("domain") / "data" / "particulars.toml").read_text("utf-8"))
    return int(data["flatbed_over_m"])
