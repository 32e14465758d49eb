"""A price as a coordinator works on it: what the client asked, changed by hand, with reasons."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from domain.activities import Activity, by_hand
from domain.inventory import Access, Condition, InventoryLine
from domain.lifecycle import Lifecycle
from domain.pricing import ByHand, Extra

MOST_LINES = 60
MOST_EXTRAS = 10


@dataclass(frozen=True, slots=True)
class Discount:
    """Cents off, and why; the reason stays among colleagues."""

    cents: int
    reason: str


@dataclass(frozen=True, slots=True)
class Costing:
    """Everything a revision is priced from; `vat` holds what coordinators said of the tax."""

    lines: tuple[InventoryLine, ...]
    access: Access
    hours: Decimal | None = None
    extras: tuple[Extra, ...] = ()
    discount: Discount | None = None
    vat: Mapping[str, str] = field(default_factory=dict)

    @property
    def by_hand(self) -> ByHand:
        cents = self.discount.cents if self.discount else 0
        return ByHand(self.hours, self.extras, cents)


class CostingState(StrEnum):
    """Where a costing stands."""

    DRAFT = "draft"  # the one of its request that coordinators work on
    CLOSED = "closed"


class CostingEvent(StrEnum):
    """What happens to a costing; the values name it in the audit trail."""

    SEND = "costing_sent"
    SCRAP = "costing_scrapped"


COSTING = Lifecycle(
    (CostingState.DRAFT, CostingState.CLOSED),  # closed at once where nobody changed anything
    {
        CostingState.DRAFT: {
            CostingEvent.SEND: CostingState.CLOSED,
            CostingEvent.SCRAP: CostingState.CLOSED,
        },
        CostingState.CLOSED: {},
    },
)


def lacks_hand(activities: Collection[Activity], costing: Costing) -> bool:
    """Tell whether work without a rate in the book was asked and nobody has priced it (§4)."""
    return bool(by_hand(activities)) and not costing.extras and costing.hours is None


def adds_nothing(costing: Costing, asked: Sequence[InventoryLine]) -> bool:
    """Tell whether a costing prices what was asked and no other thing."""
    return not costing.extras and {*costing.lines} <= {*asked}


class NoSuchLine(LookupError):
    """A line that is not there, or the only one that is left."""


def with_quantity(costing: Costing, at: int, quantity: Decimal) -> Costing:
    """Take so much of a line; none of it takes the line away. Raises NoSuchLine."""
    if quantity > 0:
        return _having(costing, at, replace(_line(costing, at), quantity=quantity))
    if len(costing.lines) == 1:
        raise NoSuchLine(at)
    _line(costing, at)
    return replace(costing, lines=(*costing.lines[:at], *costing.lines[at + 1 :]))


def with_condition(costing: Costing, at: int, condition: Condition) -> Costing:
    """Set the condition of a line. Raises NoSuchLine."""
    return _having(costing, at, replace(_line(costing, at), condition=condition))


def with_line(costing: Costing, line: InventoryLine) -> Costing:
    """Add to the line of the same thing, else at the end."""
    for at, one in enumerate(costing.lines):
        if replace(one, quantity=line.quantity) == line:
            return _having(costing, at, replace(one, quantity=one.quantity + line.quantity))
    return replace(costing, lines=(*costing.lines, line))


def without_extra(costing: Costing, at: int) -> Costing:
    """Take a free line away. Raises NoSuchLine."""
    if not 0 <= at < len(costing.extras):
        raise NoSuchLine(at)
    return replace(costing, extras=(*costing.extras[:at], *costing.extras[at + 1 :]))


def _line(costing: Costing, at: int) -> InventoryLine:
    if not 0 <= at < len(costing.lines):
        raise NoSuchLine(at)
    return costing.lines[at]


def _having(costing: Costing, at: int, line: InventoryLine) -> Costing:
    return replace(costing, lines=(*costing.lines[:at], line, *costing.lines[at + 1 :]))
