"""What the company does (§2.3), and which of it asks for careful hands."""

from enum import StrEnum


class Activity(StrEnum):
    """The kind of clearance that is asked for."""

    CLEARANCE = "clearance"
    CAREFUL_REMOVAL = "careful_removal"
    SOFT_STRIP = "soft_strip"
    WOOD_REUSE = "wood_reuse"
    FLAT_GLASS = "flat_glass"

    @property
    def careful(self) -> bool:
        """Tell whether things must come out undamaged (§3.1)."""
        return self is Activity.CAREFUL_REMOVAL


class Parking(StrEnum):
    """Where a vehicle can stand at the site (§2.2)."""

    DOCK = "dock"
    YARD = "yard"
    RESERVED = "reserved"
    STREET = "street"
    NONE = "none"
