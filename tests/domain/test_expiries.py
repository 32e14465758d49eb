"""The office is warned at 90, 60, 30 and 7 days, once each; after an outage of the newest only."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.expiries import Expiry, plan_expiries, reached, warning_of
from domain.reminders import ReminderKind

KIND = ReminderKind.CERTIFICATE_END
UNTIL = date(2027, 6, 30)
SST = Expiry("SST", UNTIL)


def planned(now: datetime) -> list[tuple[int, datetime]]:
    found = plan_expiries(KIND, 3, [SST], now)
    return [(warning_of(one.key).days, one.due_at) for one in found]


def test_four_warnings_at_eight_on_the_clock_of_the_company() -> None:
    assert planned(datetime(2027, 1, 1, tzinfo=UTC)) == [
        (90, datetime(2027, 4, 1, 6, tzinfo=UTC)),
        (60, datetime(2027, 5, 1, 6, tzinfo=UTC)),
        (30, datetime(2027, 5, 31, 6, tzinfo=UTC)),
        (7, datetime(2027, 6, 23, 6, tzinfo=UTC)),
    ]


def test_what_is_entered_late_is_warned_of_at_once_and_then_as_usual() -> None:
    assert [days for days, _ in planned(datetime(2027, 6, 10, 9, tzinfo=UTC))] == [30, 7]
    assert [days for days, _ in planned(datetime(2027, 6, 29, 9, tzinfo=UTC))] == [7]


def test_what_is_over_is_warned_of_no_more() -> None:
    assert planned(datetime(2027, 7, 1, 9, tzinfo=UTC)) == []


@pytest.mark.parametrize(
    ("left", "days"),
    [(91, None), (90, 90), (61, 90), (60, 60), (30, 30), (8, 30), (7, 7), (0, 7), (-20, 7)],
)
def test_the_newest_warning_that_has_come(left: int, days: int | None) -> None:
    assert reached(UNTIL, UNTIL - timedelta(left)) == days
