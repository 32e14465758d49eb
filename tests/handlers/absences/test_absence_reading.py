"""When somebody is away, as people say it; seen from Sunday 29 November 2026."""

from datetime import date

import pytest

from domain.absences import AbsencePeriod, DayHalf
from handlers.absences.absence_reading import read_absence
from handlers.conversation.kind import Rejected

TODAY = date(2026, 11, 29)
NOV30, DEC2, DEC3, DEC4 = date(2026, 11, 30), *(date(2026, 12, n) for n in (2, 3, 4))
DEC14, DEC18 = date(2026, 12, 14), date(2026, 12, 18)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("jusqu’à jeudi", TODAY, DEC3),
        ("jusqu'au 18 décembre inclus", TODAY, DEC18),
        ("until Thursday", TODAY, DEC3),
        ("demain", NOV30, NOV30),
        ("lundi toute la journée", NOV30, NOV30),
        ("du lundi au mercredi", NOV30, DEC2),
        ("from Monday to Wednesday", NOV30, DEC2),
        ("du 14 au 18 décembre", DEC14, DEC18),
        ("14/12 - 18/12", DEC14, DEC18),
        ("la semaine prochaine", NOV30, DEC4),
        ("aujourd’hui", TODAY, TODAY),
    ],
)
def test_whole_days(said: str, first: date, last: date) -> None:
    assert read_absence(said, TODAY) == AbsencePeriod(first, last)


@pytest.mark.parametrize(
    ("said", "day", "half"),
    [
        ("demain matin", NOV30, DayHalf.MORNING),
        ("lundi après-midi", NOV30, DayHalf.AFTERNOON),
        ("cet après-midi", TODAY, DayHalf.AFTERNOON),
        ("Thursday morning", DEC3, DayHalf.MORNING),
    ],
)
def test_half_a_day(said: str, day: date, half: DayHalf) -> None:
    assert read_absence(said, TODAY) == AbsencePeriod(day, day, half)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("", "expected-absence"),
        ("malade", "expected-absence"),
        ("01/11/2026", "day-past"),
        ("jusqu’au 01/01/2029", "absence-long"),
    ],
)
def test_what_is_no_period_is_said(said: str, code: str) -> None:
    found = read_absence(said, TODAY)

    assert isinstance(found, Rejected)
    assert found.code == code
