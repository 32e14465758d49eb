from decimal import Decimal

import pytest

from domain.destinations import plan_destinations, planned_outcome
from domain.inventory import Condition, InventoryLine, take
from domain.outcomes import OutcomeWeights
from tests.domain.pricing_cases import BOOK, CATALOGUE

D = Decimal


@pytest.mark.parametrize(
    ("code", "condition", "reused", "transformed", "recycled", "disposed"),
    [
        ("BUR-01", Condition.A, "38", "1.8", "0", "0.2"),  # R>T of 40 kg
        ("BUR-01", Condition.B, "28", "10.8", "0", "1.2"),
        ("BUR-01", Condition.C, "8", "28.8", "0", "3.2"),
        ("BUR-01", Condition.D, "0", "36", "0", "4"),
        ("RGT-01", Condition.B, "17.5", "0", "7.5", "0"),  # R>M
        ("CLO-06", Condition.B, "14", "0", "0", "6"),  # R>X
        ("TAB-05", Condition.B, "16.8", "0", "7.2", "0"),  # R alone: the rest is recycled
        ("BUR-10", Condition.A, "0", "108", "0", "12"),  # T whole, whatever the condition
        ("ACC-05", Condition.A, "0", "0", "110", "0"),  # M
        ("PLA-04", Condition.A, "0", "0", "0", "2"),  # X>M
    ],
)
def test_planned_outcome_of_one_unit(
    code: str, condition: Condition, reused: str, transformed: str, recycled: str, disposed: str
) -> None:
    took = take(InventoryLine(code, D(1), condition), CATALOGUE)

    assert planned_outcome(took, BOOK) == OutcomeWeights(
        D(reused), D(transformed), D(recycled), D(disposed)
    )


def test_waste_goes_to_its_stream_and_what_is_left_to_residual_waste() -> None:
    lines = [
        InventoryLine("TEC-04", D(400)),  # M: mixed metal
        InventoryLine("PLA-04", D(10)),  # X: insulation, disposed of as residual waste
        InventoryLine("BUR-10", D(1)),  # T: a tenth is left over
    ]
    plan = plan_destinations([take(line, CATALOGUE) for line in lines], BOOK)

    assert list(plan.waste_kg.items()) == [("DIB", D(32)), ("MIX_METAL", D(400))]
    assert plan.outcome == OutcomeWeights(transformed=D(108), recycled=D(400), disposed=D(32))


def test_rates_of_reuse_and_recovery() -> None:
    weights = OutcomeWeights(D(60), D(20), D(10), D(10))

    assert (weights.reuse_rate, weights.recovery_rate) == (D("0.6"), D("0.9"))
    assert (OutcomeWeights().reuse_rate, OutcomeWeights().recovery_rate) == (None, None)
