"""The end of a job: what was counted, what is still missing, what it weighs by outcome (§5.4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from domain.catalogue import Catalogue
from domain.inventory import QUANTITY_LIMIT, quantity_fault
from domain.outcomes import Outcome, OutcomeWeights

WEIGHT_TOLERANCE = Decimal("0.10")  # §6.3
STEPS = (1, 10, 100)


class Missing(StrEnum):
    """What a job lacks before it can be done."""

    PHOTO_BEFORE = "photo_before"
    PHOTO_AFTER = "photo_after"


class NotDone(Exception):
    """A job was to be finished while something is missing."""

    def __init__(self, missing: tuple[Missing, ...]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


class BadCount(ValueError):
    """A count that its item cannot have."""

    def __init__(self, code: str, count: Decimal) -> None:
        super().__init__(f"{code}: {count}")
        self.code = code
        self.count = count


@dataclass(frozen=True, slots=True)
class LineCount:
    """How much of one line went where, in its unit; `planned` is the quantity of the quote."""

    code: str
    planned: Decimal
    reused: Decimal = Decimal(0)
    transformed: Decimal = Decimal(0)
    recycled: Decimal = Decimal(0)
    disposed: Decimal = Decimal(0)

    def of(self, outcome: Outcome) -> Decimal:
        return Decimal(getattr(self, outcome.value))

    def having(self, outcome: Outcome, amount: Decimal) -> "LineCount":
        """Return the line with the count of one outcome replaced."""
        amounts = {each.value: self.of(each) for each in Outcome} | {outcome.value: amount}
        return LineCount(self.code, self.planned, **amounts)

    @property
    def counted(self) -> Decimal:
        return self.reused + self.transformed + self.recycled + self.disposed

    @property
    def left(self) -> Decimal:
        """Return what was planned and is not counted yet; negative where more was found."""
        return self.planned - self.counted


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line of the report with its weights in kg."""

    count: LineCount
    planned_kg: Decimal
    weights: OutcomeWeights


@dataclass(frozen=True, slots=True)
class CompletionReport:
    """What a job came to; weights in kg, reckoned from the catalogue and not weighed."""

    lines: tuple[ReportLine, ...]
    weights: OutcomeWeights
    planned_kg: Decimal
    photos_before: int
    photos_after: int

    @property
    def reuse_rate(self) -> Decimal | None:
        """Return reused kg over all kg, 0 to 1, or None where nothing was counted."""
        return self.weights.reuse_rate

    @property
    def recovery_rate(self) -> Decimal | None:
        """Return all kg but the disposed over all kg, 0 to 1, or None."""
        return self.weights.recovery_rate

    @property
    def differs(self) -> bool:
        """Tell whether the weight is so far from the quote that it wants an amendment (§6.3)."""
        return abs(self.weights.total - self.planned_kg) > WEIGHT_TOLERANCE * self.planned_kg


def missing_before_done(photos_before: int, photos_after: int) -> tuple[Missing, ...]:
    """Return what a job lacks before it can be done: a photo before, a photo after."""
    needed = ((photos_before, Missing.PHOTO_BEFORE), (photos_after, Missing.PHOTO_AFTER))
    return tuple(missing for photos, missing in needed if photos < 1)


def counted(line: LineCount, outcome: Outcome, by: int) -> LineCount:
    """Add to the count of an outcome, or take away; it stops at 0."""
    amount = min(max(line.of(outcome) + by, Decimal(0)), QUANTITY_LIMIT)
    return line.having(outcome, amount)


def all_to(line: LineCount, outcome: Outcome) -> LineCount:
    """Count whatever is left of a line to one outcome."""
    rest = max(line.left, Decimal(0))
    return line.having(outcome, line.of(outcome) + rest)


def steps(planned: Decimal) -> tuple[int, ...]:
    """Return the steps in which a quantity is counted: ones, and tens where there are many."""
    return tuple(step for step in STEPS if step == 1 or planned >= 2 * step)


def complete(
    counts: Iterable[LineCount], catalogue: Catalogue, *, photos_before: int, photos_after: int
) -> CompletionReport:
    """Draw up the report; raises NotDone, BadCount or UnknownCode."""
    if missing := missing_before_done(photos_before, photos_after):
        raise NotDone(missing)
    lines = tuple(_weighed(count, catalogue) for count in counts)
    return CompletionReport(
        lines=lines,
        weights=sum((line.weights for line in lines), OutcomeWeights()),
        planned_kg=sum((line.planned_kg for line in lines), Decimal(0)),
        photos_before=photos_before,
        photos_after=photos_after,
    )


def _weighed(count: LineCount, catalogue: Catalogue) -> ReportLine:
    item = catalogue.get(count.code)
    for outcome in Outcome:
        amount = count.of(outcome)
        if amount and quantity_fault(item, amount):
            raise BadCount(count.code, amount)
    weights = OutcomeWeights(
        **{outcome.value: count.of(outcome) * item.weight_kg for outcome in Outcome}
    )
    return ReportLine(count, count.planned * item.weight_kg, weights)
