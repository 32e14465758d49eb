"""Company numbers (§10.1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from handlers.conversation.kinds import Rejected
from handlers.requests.company_number_kind import CompanyNumber, show_siret
from tests.handlers.conversation.kinds.reading import code, read


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("732 829 320 00074", "73282932000074"),
        ("732.829.320-00074", "73282932000074"),
        ("SIRET : 732 829 320 00074", "73282932000074"),
        ("732\u202f829\u00a0320 00074", "73282932000074"),
        ("３５６ 000 000 00048", "35600000000048"),
        ("35600000000048", "35600000000048"),
        ("35600000049837", "35600000049837"),
        ("13002526500013", "13002526500013"),
    ],
)
def test_valid_numbers(said: str, number: str) -> None:
    assert read(CompanyNumber(), said) == number


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("73282932000075", "siret-check"),
        ("35600000049838", "siret-check"),
        ("00000000000000", "siret-check"),
        ("1234567820001", "siret-length"),
        ("732829320", "siret-siren"),
        ("732829321", "siret-length"),
        ("FR44732829320", "siret-vat"),
        ("FR 44 732 829 320", "siret-vat"),
        ("Ressources 93", "expected-siret"),
        ("٧٣٢٨٢٩٣٢٠٠٠٠٧٤", "expected-siret"),
        ("", "expected-siret"),
    ],
)
def test_what_is_wrong_with_a_number_is_told_apart(said: str, why: str) -> None:
    assert code(CompanyNumber(), said) == why


def test_the_digits_missing_are_counted() -> None:
    assert read(CompanyNumber(), "1234567820001") == Rejected("siret-length", {"length": 13})


def test_a_number_is_shown_in_its_groups() -> None:
    assert show_siret("73282932000074") == "732\u00a0829\u00a0320\u00a000074"


@given(st.integers(0, 13), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(place: int, change: int) -> None:
    number = "73282932000074"
    wrong = str((int(number[place]) + change) % 10)

    assert code(CompanyNumber(), number[:place] + wrong + number[place + 1 :]) == "siret-check"


@given(st.from_regex(r"[0-9]{8}", fullmatch=True), st.from_regex(r"[0-9]{4}", fullmatch=True))
def test_every_number_whose_check_digits_fit_is_taken(company: str, place: str) -> None:
    siren = company + luhn.calc_check_digit(company)
    siret = siren + place + luhn.calc_check_digit(siren + place)

    assert code(CompanyNumber(), siret) == ("" if siret.strip("0") else "siret-check")
