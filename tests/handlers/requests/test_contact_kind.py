"""Who opens on site: who asks, somebody named before, or a name and a number."""

import pytest

from domain.people import SiteContact
from handlers.conversation.given import SharedContact, Tapped
from handlers.conversation.kind import OPEN
from handlers.requests.contact_kind import OnSite, known, written
from tests.handlers.conversation.kinds.reading import code, facts, read

ALI = SiteContact("Ali Diallo", "+33639980007")
KIND = OnSite()


@pytest.mark.parametrize(
    "said",
    [
        "Ali Diallo 06 39 98 00 07",
        "Ali Diallo, 06.39.98.00.07",
        "06 39 98 00 07 Ali Diallo",
        "Ali Diallo : +33 6 39 98 00 07",
        "Ali Diallo 0033639980007",
        "Ali Diallo 639980007",
    ],
)
def test_a_name_and_a_number_in_any_order(said: str) -> None:
    assert read(KIND, said) == ALI


def test_a_name_alone_is_kept_until_the_number_comes() -> None:
    begun = read(KIND, "Ali Diallo", known([SiteContact("Zoé", "+33639980009")]))

    assert KIND.load(begun) is OPEN
    assert KIND.options(begun, facts()) == []
    assert code(KIND, "demain", begun) == "phone-invalid"
    assert read(KIND, "06 39 98 00 07", begun) == ALI


def test_a_contact_of_the_phone_book_is_taken_and_ones_own_means_me() -> None:
    shared = SharedContact("33639980007", "Ali", "Diallo", own=False)
    assert read(KIND, shared) == ALI
    assert read(KIND, SharedContact("33639980001", "Claire", own=True)) is None
    assert code(KIND, SharedContact("33639980007", own=False)) == "contact-nameless"


def test_those_named_before_are_buttons_and_nobody_else_is() -> None:
    before = known([ALI])

    assert [option.code for option in KIND.options(before, facts())] == ["me", "+33639980007"]
    assert read(KIND, Tapped("+33639980007"), before) == ALI
    assert read(KIND, Tapped("me"), before) is None
    assert code(KIND, Tapped("+33600000000"), before) == "not-offered"
    assert known([]) is None


@pytest.mark.parametrize("contact", [None, ALI])
def test_a_contact_is_read_back_as_it_was_written(contact: SiteContact | None) -> None:
    assert KIND.load(written(contact)) == contact


@pytest.mark.parametrize("raw", [["Ali"], ["Ali", "112"], ["", "+33639980007"], 7])
def test_what_is_no_contact_is_asked_again(raw: object) -> None:
    assert type(KIND.load(raw)).__name__ == "Rejected"  # type: ignore[arg-type]
