"""Counts: never below nothing, never above what was to be taken away."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.completion import LineCount
from domain.inventory import InventoryLine
from domain.outcomes import Outcome
from handlers.jobs.count_codes import (
    ALL,
    STEPS,
    CountChange,
    Sign,
    View,
    apply,
    count_lines,
    read_change,
    read_view,
)

LINE = LineCount("BUR-01", Decimal(20))
VIEWS = st.builds(View, st.integers(0, 39), st.sampled_from(STEPS))
CHANGES = st.builds(CountChange, VIEWS, st.sampled_from(Outcome), st.sampled_from(Sign))


def change(sign: Sign, step: int = 1, outcome: Outcome = Outcome.REUSED) -> CountChange:
    return CountChange(View(0, step), outcome, sign)


def test_the_sheet_lays_out_what_was_counted() -> None:
    lines = [InventoryLine("BUR-01", Decimal(20)), InventoryLine("CLO-04", Decimal("12.5"))]
    counted = {(0, "reused"): Decimal(3), (1, "disposed"): Decimal("2.5")}
    assert count_lines(lines, counted) == (
        LineCount("BUR-01", Decimal(20), reused=Decimal(3)),
        LineCount("CLO-04", Decimal("12.5"), disposed=Decimal("2.5")),
    )


def test_each_step_counts_as_much_as_it_says() -> None:
    assert apply(LINE, change(Sign.MORE)).reused == 1
    assert apply(LINE, change(Sign.MORE, 5)).reused == 5
    assert apply(LINE, change(Sign.MORE, ALL)).reused == 20
    some = LINE.having(Outcome.REUSED, Decimal(7))
    assert apply(some, change(Sign.LESS)).reused == 6
    assert apply(some, change(Sign.LESS, 5)).reused == 2
    assert apply(some, change(Sign.LESS, ALL)).reused == 0


def test_what_is_left_is_shared_among_the_outcomes() -> None:
    some = LINE.having(Outcome.REUSED, Decimal(18))
    assert apply(some, change(Sign.MORE, 5, Outcome.DISPOSED)).disposed == 2
    full = some.having(Outcome.RECYCLED, Decimal(2))
    assert apply(full, change(Sign.MORE)) == full


def test_parts_of_a_measure_are_counted_to_the_end() -> None:
    glass = LineCount("VIT-01", Decimal("2.5"))
    for count in ("1", "2", "2.5", "2.5"):
        glass = apply(glass, change(Sign.MORE))
        assert glass.reused == Decimal(count)
    assert apply(glass, change(Sign.LESS)).reused == Decimal("1.5")


@given(st.lists(CHANGES, max_size=40), st.decimals(1, 200, places=1))
def test_no_taps_count_less_than_nothing_or_more_than_all(
    taps: list[CountChange], planned: Decimal
) -> None:
    line = LineCount("BUR-01", planned)
    for tap in taps:
        line = apply(line, tap)
        assert all(line.of(outcome) >= 0 for outcome in Outcome)
        assert line.left >= 0


@given(CHANGES)
def test_a_button_says_what_it_counts(tap: CountChange) -> None:
    assert read_change(tap.code, 40) == tap
    assert read_view(tap.view.code, 40) == tap.view
    assert len(f"a:count:{2**53}:{10**6}:{tap.code}") <= 64


@pytest.mark.parametrize(
    "code",
    ["", ".", "0", "0.2", "-1.1", "1.1", "x.1", "0.1.reused", "0.1.reused.x", "0.1.gone.p", "²"],
)
def test_made_up_buttons_say_nothing(code: str) -> None:
    assert read_change(code, 1) is None
    assert read_view(code, 1) is None
