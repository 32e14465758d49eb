"""What is asked where a costing is changed by words."""

from decimal import Decimal

from domain.inventory import Condition
from handlers.conversation.form import ask, form
from handlers.conversation.kinds import Choice, Facts, Pick, Quantity, Text

MOST_EUROS = Decimal(1_000_000)


def unit_of(facts: Facts) -> str:
    """Tell the unit that the chosen item is counted in."""
    unit: str = facts["catalogue"].get(facts.so_far.item).unit
    return unit


@form("cost_item", version=1)
class CostItem:
    """One more thing."""

    item: str = ask(Pick("catalogue"))
    quantity: Decimal = ask(Quantity(unit=unit_of), needs="catalogue")
    condition: Condition = ask(Choice(Condition))


@form("cost_quantity", version=1)
class CostQuantity:
    """How much of a line; nothing takes it away."""

    quantity: Decimal = ask(Quantity(lo=Decimal(0)))


@form("cost_hours", version=1)
class CostHours:
    """Person-hours, against the reckoned ones."""

    hours: Decimal = ask(Quantity(lo=Decimal("0.25"), hi=Decimal(10_000)))


@form("cost_discount", version=1)
class CostDiscount:
    """Euros off, and why."""

    amount: Decimal = ask(Quantity(lo=Decimal("0.01"), hi=MOST_EUROS))
    reason: str = ask(Text(at_least=3, at_most=300, needs_letter=True))


@form("cost_extra", version=1)
class CostExtra:
    """Something that the price book does not know."""

    label: str = ask(Text(at_least=3, at_most=80, needs_letter=True))
    amount: Decimal = ask(Quantity(lo=Decimal("0.01"), hi=MOST_EUROS))


COSTING_FORMS = (CostItem, CostQuantity, CostHours, CostDiscount, CostExtra)
