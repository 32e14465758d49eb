"""Days, as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.conversation.given import Tapped
from handlers.conversation.kind import Facts
from handlers.conversation.kinds import Day, Rejected
from handlers.conversation.kinds.day import works_on
from tests.handlers.conversation.example import TODAY
from tests.handlers.conversation.kinds.reading import code, facts, read


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("25/12/2026", date(2026, 12, 25)),
        ("25.12.2026", date(2026, 12, 25)),
        ("25-12-26", date(2026, 12, 25)),
        ("2026-12-25", date(2026, 12, 25)),
        ("05/03", date(2027, 3, 5)),
        ("3/12", date(2026, 12, 3)),
        ("23/11", TODAY),
        ("29/02", date(2028, 2, 29)),
        ("aujourd’hui", TODAY),
        ("Demain", date(2026, 11, 24)),
        ("après-demain", date(2026, 11, 25)),
        ("tomorrow", date(2026, 11, 24)),
        ("the day after tomorrow", None),
        ("day after tomorrow", date(2026, 11, 25)),
        ("mardi", date(2026, 11, 24)),
        ("lundi", date(2026, 11, 30)),
        ("on Friday", date(2026, 11, 27)),
        ("3 mars", date(2027, 3, 3)),
        ("le 1er avril", date(2027, 4, 1)),
        ("mercredi 3 mars 2027", date(2027, 3, 3)),
        ("15 août 2027", date(2027, 8, 15)),
        ("15 AOUT", date(2027, 8, 15)),
        ("3 déc.", date(2026, 12, 3)),
        ("March 3", date(2027, 3, 3)),
        ("3rd of March 2027", date(2027, 3, 3)),
        ("dans 3 jours", date(2026, 11, 26)),
        ("in 2 weeks", date(2026, 12, 7)),
        ("٢٥/١٢/٢٠٢٦", date(2026, 12, 25)),
    ],
)
def test_days_in_french_and_english(said: str, day: date | None) -> None:
    found = read(Day(), said)

    assert found == day if day else isinstance(found, dict | Rejected)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("31/02", "day-impossible"),
        ("31/02/2027", "day-impossible"),
        ("12/13/2026", "day-impossible"),
        ("32 mars", "day-impossible"),
        ("semaine 54", "day-impossible"),
        ("22/11/2026", "day-past"),
        ("2025-12-25", "day-past"),
        ("25/12/2028", "day-too-far"),
        ("bientôt", "expected-day"),
        ("5", "expected-day"),
        ("", "expected-day"),
        ("x" * 200, "expected-day"),
    ],
)
def test_what_is_no_day_is_told_apart(said: str, why: str) -> None:
    assert code(Day(), said) == why


def test_a_month_is_never_read_first() -> None:
    assert read(Day(), "02/03/2027") == date(2027, 3, 2)


@pytest.mark.parametrize("said", ["lundi prochain", "next Monday", "lundi qui vient"])
def test_next_monday_is_asked_back(said: str) -> None:
    begun = read(Day(), said)

    assert begun == {"open": ["2026-11-30", "2026-12-07"]}
    offered = Day().options(begun, facts())
    assert [option.text for option in offered] == [date(2026, 11, 30), date(2026, 12, 7)]
    assert read(Day(), Tapped("2026-12-07"), begun) == date(2026, 12, 7)


@pytest.mark.parametrize("said", ["S12", "s 12", "semaine 12", "week 12", "semaine 12 2027"])
def test_a_week_offers_its_working_days(said: str) -> None:
    assert read(Day(), said) == {"open": [f"2027-03-{day}" for day in range(22, 27)]}


def test_what_is_left_of_this_week_is_offered() -> None:
    assert read(Day(notice=2), "semaine 48") == {"open": ["2026-11-25", "2026-11-26", "2026-11-27"]}


@pytest.mark.parametrize("said", ["dans deux semaines", "in two weeks"])
def test_what_only_dateparser_reads_is_asked_back(said: str) -> None:
    assert read(Day(), said) == {"open": ["2026-12-07"]}


def test_working_days_can_be_tapped_without_weekends_and_holidays() -> None:
    christmas = {"today": date(2026, 12, 24)}
    kind = Day(buttons=3)

    offered = kind.options(None, Facts(christmas, facts().so_far))

    assert [option.code for option in offered] == ["2026-12-24", "2026-12-28", "2026-12-29"]


def test_notice_counts_working_days() -> None:
    kind = Day(notice=2, buttons=1)

    assert kind.options(None, facts())[0].code == "2026-11-25"
    assert code(kind, "24/11/2026") == "day-too-soon"
    assert read(kind, "25/11/2026") == date(2026, 11, 25)


def test_a_deadline_is_not_before_the_first_day() -> None:
    kind = Day(after=lambda so_far: so_far.earliest)
    first = date(2026, 12, 1)

    assert code(kind, "30/11/2026", earliest=first) == "day-too-soon"
    assert read(kind, "1/12/2026", earliest=first) == first
    assert kind.options(None, facts(earliest=first))[0].code == "2026-12-01"


def test_a_day_off_is_refused_where_people_must_work() -> None:
    assert code(Day(working=True), "28/11/2026") == "day-off"
    assert code(Day(working=True), "25/12/2026") == "day-off"
    assert code(Day(), "28/11/2026") == ""


def test_a_day_given_weeks_ago_may_be_over() -> None:
    assert Day().still("2026-11-22", facts()) == Rejected("day-past", {"day": date(2026, 11, 22)})
    assert Day().still("2026-11-23", facts()) is None


@given(st.dates(TODAY, TODAY + timedelta(540)))
def test_every_day_is_read_back_from_how_it_is_written(day: date) -> None:
    written = (f"{day:%d/%m/%Y}", f"{day:%d-%m-%y}", day.isoformat())

    assert [read(Day(), one) for one in written] == [day, day, day]


@given(st.dates(TODAY, TODAY + timedelta(360)))
def test_a_day_without_a_year_is_the_next_one(day: date) -> None:
    assert read(Day(), f"{day.day}/{day.month}") == day


@given(
    st.text(max_size=45) | st.from_regex(r"\d{1,4}[/. -]\d{1,3}([/. -]\d{1,4})?", fullmatch=True)
)
def test_no_text_breaks_the_reading(said: str) -> None:
    assert isinstance(read(Day(), said), date | Rejected | dict)


def test_nobody_works_on_sundays_and_holidays() -> None:
    days = [date(2026, 11, 29), date(2027, 5, 1), date(2027, 3, 29), date(2026, 11, 30)]

    assert [works_on(day) for day in days] == [False, False, False, True]
