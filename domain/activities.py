"""What the company does (§2.3), and what each activity asks for."""

from collections.abc import Collection
from enum import StrEnum


class Activity(StrEnum):
    """One kind of work; a request may ask for several."""

    CLEARANCE = "clearance"
    INVENTORY = "inventory"
    TRANSFORMATION = "transformation"
    WOOD_REUSE = "wood_reuse"
    CAREFUL_REMOVAL = "careful_removal"
    SOFT_STRIP = "soft_strip"
    FLAT_GLASS = "flat_glass"


MOVABLES = frozenset({Activity.CLEARANCE, Activity.INVENTORY, Activity.TRANSFORMATION})
PRICED_BY_HAND = frozenset({Activity.INVENTORY, Activity.TRANSFORMATION})  # no rate in the book


class Parking(StrEnum):
    """Where a vehicle can stand at the site (§2.2)."""

    DOCK = "dock"
    YARD = "yard"
    RESERVED = "reserved"
    STREET = "street"
    NONE = "none"


def in_order(activities: Collection[Activity]) -> tuple[Activity, ...]:
    """Sort activities as the company lists them."""
    return tuple(activity for activity in Activity if activity in activities)


def by_hand(activities: Collection[Activity]) -> tuple[Activity, ...]:
    """Return the activities for which a coordinator must add lines to the reckoned price (§4)."""
    return in_order(PRICED_BY_HAND.intersection(activities))


def is_careful(activities: Collection[Activity], *, fixed: bool) -> bool:
    """Tell whether a line must come out undamaged (§3.1): beside other work, what is fixed only."""
    careful = Activity.CAREFUL_REMOVAL in activities
    return careful and (fixed or len(activities) == 1)
