"""Every kind of reminder has a rule, and the rule says how late it may come."""

from datetime import date, datetime, timedelta

import pytest

from domain.calendar import PARIS
from domain.followups import rules_on
from domain.reminders import (
    RULES,
    Lateness,
    ReminderKind,
    Subject,
    UnknownReminderKind,
    kind_of,
    kinds_of,
    lateness,
)

HOURS = rules_on(date(2026, 11, 23))


def wall(text: str) -> datetime:
    """Read Paris wall time."""
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


def test_every_kind_has_a_rule_and_belongs_to_one_thing() -> None:
    assert set(RULES) == set(ReminderKind)
    assert sorted(kind for subject in Subject for kind in kinds_of(subject)) == sorted(ReminderKind)


def test_a_stored_kind_that_the_program_does_not_have_is_an_error() -> None:
    assert kind_of("eve") is ReminderKind.EVE
    with pytest.raises(UnknownReminderKind):
        kind_of("nudge")


@pytest.mark.parametrize(
    ("kind", "grace"),
    [
        ("eve", timedelta(hours=2)),  # never after 20:00
        ("morning", timedelta(hours=1)),  # never after the start
        ("unconfirmed", timedelta(hours=12)),
        ("survey_eve", timedelta(hours=2)),
    ],
)
def test_a_late_reminder_is_sent_within_its_grace_and_dropped_after(
    kind: str, grace: timedelta
) -> None:
    due_at = wall("2026-12-13 18:00")

    def late_by(by: timedelta) -> Lateness:
        return lateness(ReminderKind(kind), due_at, due_at + by, HOURS)

    assert late_by(timedelta()) is Lateness.SEND
    assert late_by(grace) is Lateness.SEND
    assert late_by(grace + timedelta(seconds=1)) is Lateness.DROP


@pytest.mark.parametrize("kind", [ReminderKind.EXPIRY, ReminderKind.TAKEOVER_END])
def test_what_must_happen_is_never_too_late(kind: ReminderKind) -> None:
    due_at = wall("2026-12-13 18:00")

    assert lateness(kind, due_at, due_at + timedelta(days=3650), HOURS) is Lateness.SEND


@pytest.mark.parametrize(
    ("kind", "now", "then"),
    [
        ("follow_up", "2026-11-26 10:00", Lateness.SEND),
        ("follow_up", "2026-11-26 19:00", Lateness.LATER),
        ("follow_up", "2026-11-28 10:01", Lateness.DROP),
        ("last_days", "2026-11-27 17:00", Lateness.SEND),
        ("draft", "2026-12-03 09:30", Lateness.SEND),
        ("draft", "2026-12-04 09:30", Lateness.DROP),
        ("expiry", "2027-02-28 03:00", Lateness.SEND),
    ],
)
def test_what_comes_late_goes_by_its_kind(kind: str, now: str, then: Lateness) -> None:
    due_at = wall("2026-11-26 10:00")

    assert lateness(ReminderKind(kind), due_at, wall(now), HOURS) is then
