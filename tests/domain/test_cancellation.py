"""What a cancellation costs: free until 48 hours before, then a share, more on the day (§6.3)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.cancellation import (
    CancellationFee,
    NoCancellationRules,
    cancellation_fee,
    cancellation_rules_on,
)

STARTS = datetime(2026, 12, 14, 6, 30, tzinfo=UTC)  # 07:30 in Paris
RULES = cancellation_rules_on(date(2026, 12, 1))
MIDNIGHT = datetime(2026, 12, 13, 23, 0, tzinfo=UTC)  # in Paris, of the day itself
A_MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("now", "percent"),
    [
        (STARTS - timedelta(hours=48), 0),
        (STARTS - timedelta(hours=48) + A_MINUTE, 30),
        (MIDNIGHT - A_MINUTE, 30),
        (MIDNIGHT, 60),
        (STARTS + timedelta(days=1), 60),
    ],
)
def test_the_fee_goes_by_the_time_that_is_left(now: datetime, percent: int) -> None:
    fee = cancellation_fee(STARTS, now, 123_455, RULES)

    assert fee.percent == percent
    assert fee.cents == {0: 0, 30: 37_037, 60: 74_073}[percent]


def test_it_is_free_while_no_day_was_told() -> None:
    assert cancellation_fee(None, STARTS, 100_000, RULES) == CancellationFee(0, 0)


def test_the_rates_have_a_source_and_a_first_day() -> None:
    assert "§6.3" in RULES.source
    with pytest.raises(NoCancellationRules):
        cancellation_rules_on(date(2025, 12, 31))
