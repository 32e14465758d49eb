"""Telephone numbers (§10.3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.conversation.given import SharedContact, Tapped, Typed
from handlers.conversation.kinds import Contact, Phone, Rejected, show_phone
from tests.handlers.conversation.kinds.reading import code, facts, read


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("06 12 34 56 78", "+33612345678"),
        ("06.12.34.56.78", "+33612345678"),
        ("+33 (0)6 12 34 56 78", "+33612345678"),
        ("0033 6 12 34 56 78", "+33612345678"),
        ("+33639980001", "+33639980001"),
        ("01-48-00-00-00", "+33148000000"),
        ("+221 77 123 45 67", "+221771234567"),
        ("00216 20 123 456", "+21620123456"),
        ("+262 692 12 34 56", "+262692123456"),
        ("+590 690 12 34 56", "+590690123456"),
        ("+594 694 12 34 56", "+594694123456"),
        ("+596 696 12 34 56", "+596696123456"),
        ("+508 41 12 34", "+508411234"),
        ("+687 75 12 34", "+687751234"),
        ("+689 87 12 34 56", "+68987123456"),
        ("(06) 12-34.56 78", "+33612345678"),
        ("+40 712 345 678", "+40712345678"),
        ("0692 12 34 56", "+262692123456"),
        ("0693 12 34 56", "+262693123456"),
        ("0262 12 34 56", "+262262123456"),
        ("0269 61 23 45", "+262269612345"),
        ("0639 02 34 56", "+262639023456"),
        ("06 39 98 12 34", "+33639981234"),
        ("+33 692 12 34 56", "+262692123456"),
        ("0590 12 34 56", "+590590123456"),
        ("0690 12 34 56", "+590690123456"),
        ("0691 12 34 56", "+590691123456"),
        ("0594 12 34 56", "+594594123456"),
        ("0694 12 34 56", "+594694123456"),
        ("0596 12 34 56", "+596596123456"),
        ("0696 12 34 56", "+596696123456"),
        ("0697 12 34 56", "+596697123456"),
        ("tel:+33612345678", "+33612345678"),
        ("Tél. : 06 12 34 56 78", "+33612345678"),
        ("\u202a+33 6 12 34 56 78\u202c", "+33612345678"),
        ("06\u201112\u201134\u201156\u201178", "+33612345678"),
        ("06\u202f12\u00a034\u200b56\u00ad78", "+33612345678"),
        ("０６１２３４５６７８", "+33612345678"),
    ],
)
def test_numbers_as_people_write_them(said: str, number: str) -> None:
    assert read(Phone(), said) == number


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("0899 12 34 56", "phone-surcharged"),
        ("+33 8 12 34 56 78", "phone-surcharged"),
        ("+33812345678", "phone-surcharged"),
        ("0033812345678", "phone-surcharged"),
        ("+0612345678", "phone-invalid"),
        ("3615", "phone-short-code"),
        ("112", "phone-short-code"),
        ("06 12 34 56", "phone-invalid"),
        ("06 12 34 56 789", "phone-invalid"),
        ("+33 6 12", "phone-invalid"),
        ("+999 123", "phone-invalid"),
        ("appelez-moi", "phone-invalid"),
        ("", "phone-invalid"),
    ],
)
def test_what_is_no_number_is_told_apart(said: str, why: str) -> None:
    assert code(Phone(), said) == why


def test_nine_digits_without_the_zero_are_asked_back() -> None:
    begun = read(Phone(), "612345678")

    assert begun == {"open": "+33612345678"}
    assert [option.text for option in Phone().options(begun, facts())] == ["06 12 34 56 78"]
    assert read(Phone(), Tapped("+33612345678"), begun) == "+33612345678"


def test_a_number_that_was_not_asked_back_cannot_be_tapped() -> None:
    assert code(Phone(), Tapped("+33612345678")) == "expected-phone"


def test_only_ones_own_contact_counts() -> None:
    assert read(Contact(), SharedContact("33639980001", own=True)) == "+33639980001"
    assert code(Contact(), SharedContact("33639980001", own=False)) == "contact-not-own"


def test_a_contact_can_be_asked_for_by_the_button_only() -> None:
    strict = Contact(typed=False)

    assert code(strict, "06 12 34 56 78") == "expected-contact"
    assert read(Contact(), "06 12 34 56 78") == "+33612345678"
    assert read(strict, SharedContact("+33639980001")) == "+33639980001"


def test_numbers_are_shown_as_they_are_dialled() -> None:
    assert show_phone("+33612345678") == "06 12 34 56 78"
    assert show_phone("+221771234567") == "+221 77 123 45 67"


@given(st.text(max_size=45) | st.from_regex(r"[+0-9 .()-]{0,20}", fullmatch=True))
def test_no_text_breaks_the_reading(said: str) -> None:
    found = read(Phone(), Typed(said))
    assert isinstance(found, str | Rejected | dict)
