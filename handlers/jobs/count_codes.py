"""Button codes of the count card, and the count that a tap changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from domain.completion import LineCount
from domain.inventory import InventoryLine
from domain.outcomes import Outcome

ICONS = {
    Outcome.REUSED: "♻️",
    Outcome.TRANSFORMED: "🔨",
    Outcome.RECYCLED: "🔄",
    Outcome.DISPOSED: "🗑️",
}
ALL = 0  # the step that takes whatever is left
STEPS = (1, 5, ALL)


class Sign(StrEnum):
    MORE = "p"
    LESS = "m"


@dataclass(frozen=True, slots=True)
class View:
    """State of the count card: the open line and the size of one tap."""

    line: int
    step: int = 1

    @property
    def code(self) -> str:
        return f"{self.line}.{self.step}"


@dataclass(frozen=True, slots=True)
class CountChange:
    """A tap on + or −."""

    view: View
    outcome: Outcome
    sign: Sign

    @property
    def code(self) -> str:
        return f"{self.view.code}.{self.outcome}.{self.sign}"


def read_view(code: str, lines: int) -> View | None:
    """Read the line that a button opens; None if the line or step does not exist."""
    line, _, step = code.partition(".")
    if not line.isdecimal() or int(line) >= lines:
        return None
    if not step.isdecimal() or int(step) not in STEPS:
        return None
    return View(int(line), int(step))


def read_change(code: str, lines: int) -> CountChange | None:
    """Read what a + or − tap counts; None for anything else."""
    parts = code.split(".")
    if len(parts) != 4:
        return None
    view = read_view(f"{parts[0]}.{parts[1]}", lines)
    if view is None or parts[2] not in set(Outcome) or parts[3] not in set(Sign):
        return None
    return CountChange(view, Outcome(parts[2]), Sign(parts[3]))


def count_lines(
    lines: Sequence[InventoryLine], counted: Mapping[tuple[int, str], Decimal]
) -> tuple[LineCount, ...]:
    """Combine the inventory with its count."""
    return tuple(
        LineCount(
            line.code,
            line.quantity,
            **{outcome.value: counted.get((at, outcome.value), Decimal(0)) for outcome in Outcome},
        )
        for at, line in enumerate(lines)
    )


def apply(line: LineCount, change: CountChange) -> LineCount:
    """Change the count of a line, between zero and the quantity to be taken away."""
    have, step = line.of(change.outcome), Decimal(change.view.step)
    if change.sign is Sign.LESS:
        by = have if change.view.step == ALL else min(step, have)
        return line.having(change.outcome, have - by)
    left = max(line.left, Decimal(0))
    return line.having(
        change.outcome, have + (left if change.view.step == ALL else min(step, left))
    )
