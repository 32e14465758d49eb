import pytest

from domain.numbers import Series, number


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
