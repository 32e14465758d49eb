"""When we write to clients without having been asked: hours, weekends, holidays, clock changes."""

from datetime import date, datetime

import pytest

from domain.calendar import PARIS
from domain.followups import (
    NoRules,
    cold_since,
    may_undo,
    open_from,
    read_rules,
    rules_on,
    shipped_rules,
)

RULES = rules_on(date(2026, 11, 23))
LATER = """
[[rules]]
valid_from = 2027-01-01
source = "agreed with the team"
after_days = [5]
before_expiry_days = 2
at_most = 1
late_days = 1
cold_days = 7
weekdays = [2, 6]
public_holidays = true
opens = 10:30:00
closes = 12:00:00
draft_hours = 48
draft_late_days = 3
undo_minutes = 30
"""


def wall(text: str) -> datetime:
    """Read Paris wall time."""
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-11-23 08:59", "2026-11-23 09:00"),
        ("2026-11-23 09:00", "2026-11-23 09:00"),
        ("2026-11-23 17:59", "2026-11-23 17:59"),
        ("2026-11-23 18:00", "2026-11-24 09:00"),
        ("2026-11-27 18:00", "2026-11-30 09:00"),  # a weekend
        ("2026-11-28 11:00", "2026-11-30 09:00"),
        ("2026-12-24 19:00", "2026-12-28 09:00"),  # Christmas on a Friday
        ("2027-05-05 18:30", "2027-05-07 09:00"),  # Ascension Day
        ("2027-03-26 20:00", "2027-03-30 09:00"),  # the clocks change on Sunday, Easter Monday
        ("2026-10-23 18:01", "2026-10-26 09:00"),  # an hour comes twice on Sunday
    ],
)
def test_we_write_in_business_hours_of_france(at: str, opens: str) -> None:
    assert open_from(wall(at), RULES) == wall(opens)


def test_an_answer_is_taken_back_within_the_hour() -> None:
    at = wall("2026-11-23 11:00")

    assert may_undo(at, wall("2026-11-23 12:00"), RULES)
    assert not may_undo(at, wall("2026-11-23 12:01"), RULES)


def test_a_quote_is_cold_after_ten_days() -> None:
    assert cold_since(wall("2026-12-03 10:00"), RULES) == wall("2026-11-23 10:00")


def test_the_company_changes_its_hours_in_the_file() -> None:
    known = (*shipped_rules(), *read_rules(LATER))
    before, after = rules_on(date(2026, 12, 31), known), rules_on(date(2027, 1, 1), known)

    assert before == RULES
    assert after.source == "agreed with the team"
    assert open_from(wall("2027-01-04 09:00"), after) == wall("2027-01-05 10:30")
    assert open_from(wall("2027-05-01 09:00"), after) == wall("2027-05-01 10:30")  # on a holiday


def test_before_the_first_rules_there_are_none() -> None:
    with pytest.raises(NoRules):
        rules_on(date(2025, 12, 31))
