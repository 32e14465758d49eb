from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import ceil_to, half_up, share_of, to_cents


@pytest.mark.parametrize(
    ("euros", "cents"),
    [
        ("0.005", 1),
        ("-0.005", -1),
        ("0.0049", 0),
        ("-0.0049", 0),
        ("12.345", 1235),
        ("-97.86", -9786),
    ],
)
def test_to_cents_rounds_a_half_away_from_zero(euros: str, cents: int) -> None:
    assert to_cents(Decimal(euros)) == cents


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [("0.0005", 3, "0.001"), ("-0.5", 0, "-1"), ("2.5", 0, "3"), ("0.0324", 3, "0.032")],
)
def test_half_up(value: str, places: int, expected: str) -> None:
    assert half_up(Decimal(value), places) == Decimal(expected)


def test_share_of() -> None:
    assert share_of(152032, Decimal("0.20")) == 30406
    assert share_of(-5, Decimal("0.1")) == -1


@pytest.mark.parametrize(
    ("value", "steps"), [("0", 0), ("0.001", 1), ("20", 1), ("20.1", 2), ("40", 2)]
)
def test_ceil_to_counts_started_steps(value: str, steps: int) -> None:
    assert ceil_to(Decimal(value), Decimal(20)) == steps


@given(st.decimals(min_value=-1_000_000, max_value=1_000_000, places=5))
def test_rounding_moves_by_half_a_cent_at_most_and_mirrors(euros: Decimal) -> None:
    assert abs(Decimal(to_cents(euros)) / 100 - euros) <= Decimal("0.005")
    assert to_cents(-euros) == -to_cents(euros)
