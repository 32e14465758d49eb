"""Forms that change a costing by words."""

from decimal import Decimal

from domain.inventory import Condition
from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Choice, Facts, Pick, Quantity, Text

MOST_EUROS = Decimal(1_000_000)


def unit_of(facts: Facts) -> str:
    """Return the unit of the chosen item."""
    unit: str = facts["catalogue"].get(facts.so_far.item).unit
    return unit


@form("cost_item", version=1)
class CostItem:
    """One more item."""

    item: str = ask(Pick("catalogue"))
    quantity: Decimal = ask(Quantity(unit=unit_of), needs="catalogue")
    condition: Condition = ask(Choice(Condition))


@form("cost_quantity", version=1)
class CostQuantity:
    """A line's quantity; zero removes the line."""

    quantity: Decimal = ask(Quantity(lo=Decimal(0)))


@form("cost_hours", version=1)
class CostHours:
    """Person-hours that replace the computed ones."""

    hours: Decimal = ask(Quantity(lo=Decimal("0.25"), hi=Decimal(10_000)))


@form("cost_discount", version=1)
class CostDiscount:
    """A discount in euros, with its reason."""

    amount: Decimal = ask(Quantity(lo=Decimal("0.01"), hi=MOST_EUROS))
    reason: str = ask(Text(at_least=3, at_most=300, needs_letter=True))


@form("cost_extra", version=1)
class CostExtra:
    """A service that the price book does not contain."""

    label: str = ask(Text(at_least=3, at_most=80, needs_letter=True))
    amount: Decimal = ask(Quantity(lo=Decimal("0.01"), hi=MOST_EUROS))


COSTING_FORMS = (CostItem, CostQuantity, CostHours, CostDiscount, CostExtra)
