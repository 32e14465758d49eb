"""Words beside the lines of an inventory: what the conditions mean, what is wrong in a file."""

from collections.abc import Sequence

from domain.inventory import Condition
from handlers.inventory.inventory_state import DraftLine, InventoryFault
from handlers.words.catalogue import Say

FAULTS_TOLD = 8


def legend(lines: Sequence[DraftLine], say: Say) -> str:
    """Explain the conditions that the lines have: « B = bon · C = usé, entier »; plain."""
    there = {line.condition for line in lines}
    return " · ".join(
        say.plain(f"goods-condition.{condition}") for condition in Condition if condition in there
    )


def faults_told(faults: Sequence[InventoryFault], say: Say) -> list[str]:
    """Say what is wrong in a file, cell by cell."""
    told = [
        say(f"goods-fault-{fault.code}", row=fault.row, column=fault.column, value=fault.value)
        for fault in faults[:FAULTS_TOLD]
    ]
    left = len(faults) - len(told)
    return [*told, *([say("review-more", count=left)] if left else [])]
