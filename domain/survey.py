"""Whether somebody must see the site before a price can hold (§2.5)."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum

from domain.catalogue import Catalogue, Item
from domain.hazards import LIVE_NETWORKS, NO_SURVEY, Hazard, HazardAction, hazard
from domain.inventory import Access, InventoryLine, Lift, Take, take

VOLUME_M3 = 40
WEIGHT_KG = 3000
GLASS_M2 = 20
STAIRS_FLOOR = 2

FIXED = frozenset({"partition", "door", "sanitary", "floor", "ceiling", "technical", "glass"})
LOOSE_ALL_THE_SAME = frozenset({"CLO-07", "CLO-08", "TEC-04", "TEC-09"})


class AsbestosSurvey(StrEnum):
    """What a client says of the survey for asbestos that precedes works on fixed items (§2.3)."""

    YES = "yes"
    RECENT = "recent"  # the building permit is of 1 July 1997 or later
    NO = "no"
    UNKNOWN = "unknown"


class CutOff(StrEnum):
    """Whether power, water and heating are cut off, with certificates (§2.2)."""

    CERTIFIED = "certified"
    NO = "no"
    NOT_APPLICABLE = "n_a"


class SurveyReason(StrEnum):
    """Why a survey is compulsory."""

    FIXED_ITEMS = "fixed_items"
    VOLUME = "volume"
    WEIGHT = "weight"
    STAIRS = "stairs"
    OCCUPIED = "occupied"
    GLASS = "glass"
    HAZARD = "hazard"
    NO_PHOTOS = "no_photos"


def survey_needed(
    lines: Iterable[InventoryLine],
    access: Access,
    catalogue: Catalogue,
    *,
    photos: int,
    hazards: Sequence[Hazard] = (),
) -> tuple[SurveyReason, ...]:
    """Return every reason for a survey; none where the request can be priced unseen.

    The volume is the loaded one: the figure on every card, and what the trips are reckoned from.
    """
    takes = [take(line, catalogue) for line in lines]
    found = {
        SurveyReason.FIXED_ITEMS: any(each.line.fixed or is_fixed(each.item) for each in takes),
        SurveyReason.VOLUME: _sum(each.volume_m3 for each in takes) > VOLUME_M3,
        SurveyReason.WEIGHT: _sum(each.weight_kg for each in takes) > WEIGHT_KG,
        SurveyReason.STAIRS: access.lift is Lift.NONE and access.floor > STAIRS_FLOOR,
        SurveyReason.OCCUPIED: access.occupied,
        SurveyReason.GLASS: glass_m2(takes) > GLASS_M2,
        SurveyReason.HAZARD: any(each.action is HazardAction.HOLD for each in hazards),
        SurveyReason.NO_PHOTOS: photos < 1,
    }
    return tuple(reason for reason, applies in found.items() if applies)


def answered_hazards(
    lines: Iterable[InventoryLine],
    catalogue: Catalogue,
    asbestos: AsbestosSurvey | None,
    cut_off: CutOff | None,
) -> tuple[Hazard, ...]:
    """Return what the answers about fixed items leave open; nothing where there are none."""
    if not has_fixed(lines, catalogue):
        return ()
    unproved = asbestos not in {AsbestosSurvey.YES, AsbestosSurvey.RECENT}
    found = ((NO_SURVEY, unproved), (LIVE_NETWORKS, cut_off is CutOff.NO))
    return tuple(hazard(kind) for kind, applies in found if applies)


def has_fixed(lines: Iterable[InventoryLine], catalogue: Catalogue) -> bool:
    """Tell whether anything is part of the building, as the client marked it or by what it is."""
    items = ((line, catalogue.find(line.code)) for line in lines)
    return any(line.fixed or (item is not None and is_fixed(item)) for line, item in items)


def is_fixed(item: Item) -> bool:
    """Tell whether an item is part of the building until it is taken out."""
    return item.category in FIXED and item.code not in LOOSE_ALL_THE_SAME


def glass_m2(takes: Iterable[Take]) -> Decimal:
    """Add up the glass of an inventory that is measured in m²."""
    return _sum(
        each.line.quantity
        for each in takes
        if each.item.stream == "GLASS" and each.item.unit == "m2"
    )


def _sum(values: Iterable[Decimal]) -> Decimal:
    return sum(values, Decimal(0))
