"""Times of day."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.conversation.given import Tapped
from handlers.conversation.kinds import Rejected, Time
from tests.conversation.kinds.reading import code, facts, read

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


def test_the_usual_times_can_be_tapped() -> None:
    assert [one.code for one in OPEN_HOURS.options(None, facts())] == ["08:00", "09:30"]
    assert read(OPEN_HOURS, Tapped("09:30")) == time(9, 30)


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading(said: str) -> None:
    assert isinstance(read(Time(), said), time | Rejected)


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_every_time_is_read_back(at: time) -> None:
    assert read(Time(), f"{at.hour}h{at.minute:02}") == at
