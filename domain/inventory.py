"""What a client wants taken away: lines of catalogue items, and how to get at them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from domain.catalogue import Catalogue, Item

QUANTITY_LIMIT = Decimal(1_000_000)
THOUSANDTH = Decimal("0.001")


class Condition(StrEnum):
    """A as new, B good, C worn but whole, D broken (§2.3)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Lift(StrEnum):
    """The lift of a site, if any."""

    NONE = "none"
    PASSENGER = "passenger"
    GOODS = "goods"


class QuantityFault(StrEnum):
    """Why a quantity cannot be taken."""

    NOT_POSITIVE = "not_positive"
    TOO_LARGE = "too_large"
    NOT_WHOLE = "not_whole"
    TOO_FINE = "too_fine"


class BadQuantity(ValueError):
    """A quantity that is no quantity of its item."""

    def __init__(self, code: str, fault: QuantityFault) -> None:
        super().__init__(f"{code}: {fault.value}")
        self.code = code
        self.fault = fault


@dataclass(frozen=True, slots=True)
class InventoryLine:
    """So much of one item, in its unit; `careful` asks that it come out undamaged.

    `fixed` where it is fixed to the building.
    """

    code: str
    quantity: Decimal
    condition: Condition = Condition.B
    careful: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Access:
    """How things leave the building; `carry_m` is the way to the vehicle in metres (§2.2)."""

    floor: int = 0
    lift: Lift = Lift.NONE
    carry_m: Decimal = Decimal(0)
    occupied: bool = False
    night: bool = False


@dataclass(frozen=True, slots=True)
class Take:
    """A line with its item, fit to be reckoned with."""

    item: Item
    line: InventoryLine

    @property
    def handling_min(self) -> Decimal:
        return self.line.quantity * self.item.handling_min

    @property
    def dismantle_min(self) -> Decimal:
        return self.line.quantity * self.item.dismantle_min

    @property
    def volume_m3(self) -> Decimal:
        """Loaded volume, dismantled or stacked."""
        return self.line.quantity * self.item.dismantled_m3

    @property
    def weight_kg(self) -> Decimal:
        return self.line.quantity * self.item.weight_kg


@dataclass(frozen=True, slots=True)
class Totals:
    """What an inventory comes to: pieces of what is counted, loaded m³, kg."""

    pieces: Decimal = Decimal(0)
    volume_m3: Decimal = Decimal(0)
    weight_kg: Decimal = Decimal(0)


def totals(takes: Iterable[Take]) -> Totals:
    """Add up an inventory; what is measured in m², m³, m or kg is no piece."""
    every = tuple(takes)
    return Totals(
        sum((take.line.quantity for take in every if take.item.whole), Decimal(0)),
        sum((take.volume_m3 for take in every), Decimal(0)),
        sum((take.weight_kg for take in every), Decimal(0)),
    )


def quantity_fault(item: Item, quantity: Decimal) -> QuantityFault | None:
    """Say why a quantity of an item cannot be taken: above 0, whole pieces, up to 3 decimals."""
    if not quantity.is_finite() or quantity <= 0:
        return QuantityFault.NOT_POSITIVE
    if quantity > QUANTITY_LIMIT:
        return QuantityFault.TOO_LARGE
    if quantity != quantity.quantize(THOUSANDTH):
        return QuantityFault.TOO_FINE
    if item.whole and quantity != quantity.to_integral_value():
        return QuantityFault.NOT_WHOLE
    return None


def take(line: InventoryLine, catalogue: Catalogue) -> Take:
    """Join a line to its item; UnknownCode or BadQuantity where that makes no sense."""
    item = catalogue.get(line.code)
    if fault := quantity_fault(item, line.quantity):
        raise BadQuantity(line.code, fault)
    return Take(item, line)
