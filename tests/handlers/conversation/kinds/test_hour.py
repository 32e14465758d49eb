"""Times of day."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.conversation.given import Tapped
from handlers.conversation.kinds import Hours, Rejected, Time, TimeSlot
from tests.handlers.conversation.kinds.reading import code, facts, read

OPEN_HOURS = Time(time(7), time(18), buttons=(time(8), time(9, 30)))


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("8h", time(8)),
        ("8", time(8)),
        ("8h30", time(8, 30)),
        ("8 h 30", time(8, 30)),
        ("08:30", time(8, 30)),
        ("14h00", time(14)),
        ("à 14 heures", time(14)),
        ("midi", time(12)),
        ("2 pm", time(14)),
        ("12 pm", time(12)),
        ("8:30 am", time(8, 30)),
        ("minuit", time(0)),
    ],
)
def test_times_in_french_and_english(said: str, at: time) -> None:
    assert read(Time(), said) == at


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("25h", "expected-time"),
        ("8h61", "expected-time"),
        ("13 pm", "expected-time"),
        ("tôt", "expected-time"),
        ("8h-12h", "expected-time"),
        ("6h59", "time-outside"),
        ("18h01", "time-outside"),
        ("18h", ""),
    ],
)
def test_what_is_no_time_is_told_apart(said: str, why: str) -> None:
    assert code(OPEN_HOURS, said) == why


SLOT = TimeSlot(time(7), time(19), buttons=(time(8), time(9, 30)))


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("8h-12h", time(8), time(12)),
        ("8h30-12h", time(8, 30), time(12)),
        ("8:00–12:00", time(8), time(12)),
        ("8-12", time(8), time(12)),
        ("8 h 30 — 12 h", time(8, 30), time(12)),
        ("de 8h à midi", time(8), time(12)),
        ("Entre 14h et 16h30.", time(14), time(16, 30)),
        ("8 am - 10 am", time(8), time(10)),
        ("from 9 to 11", time(9), time(11)),
        ("à 14 heures", time(14), None),
        ("8h", time(8), None),
    ],
)
def test_a_slot_has_a_start_and_mostly_an_end(said: str, start: time, end: time | None) -> None:
    assert read(SLOT, said) == Hours(start, end)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("12h-8h", "slot-backwards"),
        ("8h-8h", "slot-backwards"),
        ("6h-12h", "time-outside"),
        ("8h-20h", "time-outside"),
        ("8h-25h", "expected-slot"),
        ("8h-10h-12h", "expected-slot"),
        ("le matin", "expected-slot"),
        ("-12h", "expected-slot"),
    ],
)
def test_what_is_no_slot_is_told_apart(said: str, why: str) -> None:
    assert code(SLOT, said) == why


def test_the_usual_starts_can_be_tapped_and_are_kept_as_they_were_before_slots() -> None:
    assert [option.code for option in SLOT.options(None, facts())] == ["08:00", "09:30"]
    assert SLOT.read(Tapped("09:30"), None, facts()) == "09:30"
    assert SLOT.load("09:30") == Hours(time(9, 30))


def test_the_usual_times_can_be_tapped() -> None:
    assert [option.code for option in OPEN_HOURS.options(None, facts())] == ["08:00", "09:30"]
    assert read(OPEN_HOURS, Tapped("09:30")) == time(9, 30)


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading(said: str) -> None:
    assert isinstance(read(Time(), said), time | Rejected)
    assert isinstance(read(SLOT, said), Hours | Rejected)


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_every_time_is_read_back(at: time) -> None:
    assert read(Time(), f"{at.hour}h{at.minute:02}") == at
