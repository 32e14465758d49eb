"""Postcodes (§10.2) and pins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.conversation.given import SharedPlace
from handlers.conversation.kinds import Location, MapPin, Postcode, Rejected
from tests.handlers.conversation.example_words import say
from tests.handlers.conversation.kinds.reading import code, facts, read


@pytest.mark.parametrize(
    "said",
    [
        "93200",
        "93 200",
        "93.200",
        "F-93200",
        "93200 Saint-Denis",
        "93200, Saint-Denis",
        "12 rue X, 93200 Saint-Denis",
    ],
)
def test_a_postcode_with_what_people_add(said: str) -> None:
    assert read(Postcode(), said) == "93200"


@pytest.mark.parametrize("said", ["01000", "20090", "75116", "95999"])
def test_postcodes_of_the_mainland_and_corsica(said: str) -> None:
    assert read(Postcode(), said) == said


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("97400", "postcode-overseas"),
        ("98800", "postcode-overseas"),
        ("97600 Mamoudzou", "postcode-overseas"),
        ("00100", "postcode-unknown"),
        ("96000", "postcode-unknown"),
        ("99999", "postcode-unknown"),
        ("1000", "postcode-foreign"),
        ("BE-1000", "postcode-foreign"),
        ("SW1A 1AA", "postcode-foreign"),
        ("932000", "postcode-foreign"),
        ("93207 Saint-Denis CEDEX", "postcode-cedex"),
        ("93207 Saint-Denis Cedex 03", "postcode-cedex"),
        ("Saint-Denis", "expected-postcode"),
        ("", "expected-postcode"),
    ],
)
def test_what_is_wrong_with_a_postcode_is_told_apart(said: str, why: str) -> None:
    assert code(Postcode(), said) == why


def test_a_pin_is_a_place() -> None:
    assert read(Location(), SharedPlace(48.936, 2.357)) == MapPin(48.936, 2.357)
    assert Location().show([48.936, 2.357], "", facts(), say()) == "48.93600, 2.35700"


def test_a_pin_off_the_map_is_refused() -> None:
    assert code(Location(), SharedPlace(91.0, 2.0)) == "expected-place"
    assert code(Location(), SharedPlace(float("nan"), 2.0)) == "expected-place"


@given(st.text(max_size=70))
def test_no_text_breaks_the_reading(said: str) -> None:
    assert isinstance(read(Postcode(), said), str | Rejected)
