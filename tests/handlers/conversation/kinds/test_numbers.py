"""Counts and measures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.conversation.given import Tapped
from handlers.conversation.kinds import Integer, Quantity, Rejected
from handlers.words.catalogue import Words
from tests.handlers.conversation.example_words import say
from tests.handlers.conversation.kinds.reading import code, facts, read

WORDS = Words.load().say("fr")
CHAIRS = Integer(1, 5000)
SURFACE = Quantity(unit="m2")


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("12", 12),
        (" 1 200 ", 1200),
        ("1\u202f200", 1200),
        ("1\u00a0200", 1200),
        ("12 chaises", 12),
        ("environ 40 m", 40),
        ("40 m environ", 40),
        ("à peu près 3 étages", 3),
        ("env. 40", 40),
        ("~ 40", 40),
        ("about 40", 40),
        ("40 or so", 40),
        ("une quarantaine de mètres", 40),
        ("environ une quarantaine", 40),
        ("deux douzaines de chaises", 24),
        ("une demi-douzaine", 6),
        ("a dozen chairs", 12),
        ("une centaine", 100),
        ("cent", 100),
        ("environ cent mètres", 100),
        ("quatre-vingt-dix", 90),
        ("vingt et un", 21),
        ("about twenty-five", 25),
        ("one hundred and twenty", 120),
        ("un", 1),
        ("3e", 3),
        ("3,0", 3),
        ("٣", 3),
        ("１２", 12),
    ],
)
def test_whole_numbers_as_people_write_them(said: str, number: int) -> None:
    assert read(CHAIRS, said) == number


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("5,000,000 chaises", "too-much"),
        ("5000000", "too-much"),
        ("0", "too-little"),
        ("-3", "too-little"),
        ("1,5", "whole-number"),
        ("vingt-douze", "expected-number"),
        ("un peu", "expected-number"),
        ("deux ou trois", "expected-number"),
        ("moins que ça", "expected-number"),
        ("12 ou 15", "expected-number"),
        ("12.34.56", "expected-number"),
        ("1 2 3", "expected-number"),
        ("", "expected-number"),
        ("9" * 60, "expected-number"),
        ("NaN", "expected-number"),
        ("1e3", "expected-number"),
    ],
)
def test_what_is_no_count_is_told_apart(said: str, why: str) -> None:
    assert code(CHAIRS, said) == why


def test_floors_may_be_below_the_ground() -> None:
    assert [read(Integer(-5, 60), said) for said in ("-1", "−2", "– 3")] == [-1, -2, -3]


def test_a_button_is_a_number() -> None:
    kind = Integer(1, 5000, buttons=(1, 2))

    assert [option.code for option in kind.options(None, facts())] == ["1", "2"]
    assert read(kind, Tapped("2")) == 2


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("12,5", "12.5"),
        ("12.5 m²", "12.5"),
        ("12,5m2", "12.5"),
        ("1 234,567", "1234.567"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("0,001", "0.001"),
        ("20 000", "20000"),
        ("12 mètres carrés", "12"),
    ],
)
def test_measures_with_comma_or_point_and_unit(said: str, value: str) -> None:
    assert read(SURFACE, said) == Decimal(value)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("1,2345", "three-decimals"),
        ("12 kg", "other-unit"),
        ("12 m3", "other-unit"),
        ("0", "too-little"),
        ("500 000,001", "too-much"),
        ("-1", "too-little"),
        ("Infinity", "expected-number"),
        ("1,", ""),
    ],
)
def test_what_is_no_measure_is_told_apart(said: str, why: str) -> None:
    assert code(SURFACE, said) == why


def test_tonnes_become_kilograms() -> None:
    assert read(Quantity(unit="kg"), "1,5 t") == Decimal(1500)


@pytest.mark.parametrize(
    ("unit", "usual", "much"),
    [
        ("u", "5000", "5001"),
        ("m2", "20000", "20000.5"),
        ("m3", "2000", "2000.001"),
        ("kg", "200 t", "201 t"),
    ],
)
def test_what_is_unusually_much_is_asked_back(unit: str, usual: str, much: str) -> None:
    kind = Quantity(unit=unit)
    begun = read(kind, much)

    assert isinstance(read(kind, usual), Decimal)
    assert begun == {"open": kind.options(begun, facts())[0].code}
    assert read(kind, Tapped(begun["open"]), begun) == Decimal(begun["open"])
    assert read(kind, "12", begun) == 12
    assert "c’est beaucoup" in kind.lines(begun, facts(), WORDS)[0]
    assert (kind.lines(None, facts(), WORDS), kind.options(None, facts())) == ([], [])


def test_pieces_are_whole() -> None:
    pieces = Quantity(unit="u")

    assert code(pieces, "1,5") == "whole-number"
    assert read(pieces, "12 pièces") == 12


def test_the_unit_can_come_from_an_answer_before() -> None:
    kind = Quantity(unit=lambda known: known.so_far.unit)

    assert code(kind, "1,5", unit="u") == "whole-number"
    assert read(kind, "1,5", unit="m2") == Decimal("1.5")


def test_a_measure_is_shown_with_its_unit() -> None:
    assert SURFACE.show("1234.5", "", facts(), say("fr")) == "1\u202f234,5 m²"
    assert SURFACE.show("1234.5", "", facts(), say("en")) == "1,234.5 m²"


@given(st.text())
def test_no_text_breaks_the_reading(said: str) -> None:
    for kind in (CHAIRS, SURFACE):
        found = read(kind, said)
        assert isinstance(found, int | Decimal | Rejected | dict)


@given(st.decimals("0.001", 20_000, places=3))
def test_every_measure_is_kept_to_the_last_decimal(value: Decimal) -> None:
    assert read(SURFACE, str(value).replace(".", ",")) == value
