"""What one revision of a quote has that the one before had not."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from domain.costing import Costing
from domain.inventory import Access, InventoryLine
from domain.pricing import Extra


@dataclass(frozen=True, slots=True)
class QuoteChange:
    """One difference: `what` names the words; `by` how much more (or less), `of` what."""

    what: str
    by: Decimal = Decimal(0)
    of: str = ""
    detail: str = ""


def differences(before: Costing, after: Costing) -> tuple[QuoteChange, ...]:
    """List what changed for the client; a discount shows in the price and nowhere else."""
    return (
        *_things(before.lines, after.lines),
        *_access(before.access, after.access),
        *_extras(before.extras, after.extras),
    )


def internal_differences(before: Costing, after: Costing) -> tuple[QuoteChange, ...]:
    """List everything that changed, for colleagues."""
    found = list(differences(before, after))
    if before.hours != after.hours:
        by = after.hours or Decimal(0)
        found.append(QuoteChange("hours" if after.hours is not None else "hours-reckoned", by))
    if before.discount != after.discount:
        given = after.discount
        found.append(
            QuoteChange("discount", Decimal(given.cents), detail=given.reason)
            if given
            else QuoteChange("discount-gone")
        )
    if dict(before.vat) != dict(after.vat):
        found.append(QuoteChange("vat"))
    return tuple(found)


def _things(
    before: tuple[InventoryLine, ...], after: tuple[InventoryLine, ...]
) -> list[QuoteChange]:
    """Compare by item; where only the condition of some changed, say that."""
    old, new = _by_code(before), _by_code(after)
    codes = dict.fromkeys([*old, *new])
    found = []
    for code in codes:
        by = _total(new.get(code, {})) - _total(old.get(code, {}))
        if by:
            found.append(QuoteChange("item", by, code))
        elif old[code] != new[code]:
            conditions = "/".join(sorted({condition for condition, _ in new[code]}))
            found.append(QuoteChange("condition", of=code, detail=conditions))
    return found


def _by_code(lines: tuple[InventoryLine, ...]) -> dict[str, dict[tuple[str, bool], Decimal]]:
    sums: dict[str, dict[tuple[str, bool], Decimal]] = {}
    for line in lines:
        sorts = sums.setdefault(line.code, {})
        sort = (line.condition.value, line.careful)
        sorts[sort] = sorts.get(sort, Decimal(0)) + line.quantity
    return sums


def _total(sorts: Mapping[tuple[str, bool], Decimal]) -> Decimal:
    return sum(sorts.values(), Decimal(0))


def _access(before: Access, after: Access) -> list[QuoteChange]:
    found = []
    if before.floor != after.floor:
        found.append(QuoteChange("floor", Decimal(after.floor - before.floor)))
    if before.lift != after.lift:
        found.append(QuoteChange("lift", detail=after.lift.value))
    if before.carry_m != after.carry_m:
        found.append(QuoteChange("carry", after.carry_m - before.carry_m))
    if before.occupied != after.occupied:
        found.append(QuoteChange("occupied" if after.occupied else "occupied-gone"))
    return found


def _extras(before: tuple[Extra, ...], after: tuple[Extra, ...]) -> list[QuoteChange]:
    gone = [extra for extra in before if extra not in after]
    added = [extra for extra in after if extra not in before]
    return [QuoteChange("extra-gone", of=extra.words) for extra in gone] + [
        QuoteChange("extra", Decimal(extra.cents), extra.words) for extra in added
    ]
