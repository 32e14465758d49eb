"""What becomes of things: the four outcomes, and how they are written in the catalogue."""

from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum

ZERO = Decimal(0)


class Outcome(StrEnum):
    """What becomes of a thing that leaves a site."""

    REUSED = "reused"
    TRANSFORMED = "transformed"
    RECYCLED = "recycled"
    DISPOSED = "disposed"


LETTERS = {
    "R": Outcome.REUSED,
    "T": Outcome.TRANSFORMED,
    "M": Outcome.RECYCLED,
    "X": Outcome.DISPOSED,
}


@dataclass(frozen=True, slots=True)
class OutcomeWeights:
    """Weight by outcome in kg, planned (quote) or counted (report)."""

    reused: Decimal = ZERO
    transformed: Decimal = ZERO
    recycled: Decimal = ZERO
    disposed: Decimal = ZERO

    def __add__(self, other: "OutcomeWeights") -> "OutcomeWeights":
        return OutcomeWeights(
            **{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        )

    def of(self, outcome: Outcome) -> Decimal:
        return Decimal(getattr(self, outcome.value))

    @property
    def total(self) -> Decimal:
        return self.reused + self.transformed + self.recycled + self.disposed

    @property
    def reuse_rate(self) -> Decimal | None:
        """Reused kg over all kg, 0 to 1; None where nothing was weighed (§5.4)."""
        return self.reused / self.total if self.total else None

    @property
    def recovery_rate(self) -> Decimal | None:
        """Everything but disposal over all kg, 0 to 1; None where nothing was weighed (§5.4)."""
        return (self.total - self.disposed) / self.total if self.total else None
