import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.numbers import Series, number, parse_number


@pytest.mark.parametrize(
    ("series", "count", "written"),
    [
        (Series.REQUEST, 1, "DEM-2026-0001"),
        (Series.QUOTE, 42, "DEV-2026-0042"),
        (Series.JOB, 12345, "INT-2026-12345"),
    ],
)
def test_numbers(series: Series, count: int, written: str) -> None:
    assert number(series, 2026, count) == written


@given(st.sampled_from(Series), st.integers(2020, 2099), st.integers(1, 10**8))
def test_a_number_is_read_back(series: Series, year: int, count: int) -> None:
    assert parse_number(f" {number(series, year, count).lower()} ") == (series, year, count)


@pytest.mark.parametrize("text", ["", "DEM-2026", "DEM-2026-1", "FAC-2026-0001", "DEM-2026-٠٠٠١"])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None
