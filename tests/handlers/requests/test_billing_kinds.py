"""E-mail addresses and VAT numbers, as people write them."""

import pytest

from handlers.conversation.given import Tapped
from handlers.requests.billing_kinds import Email, VatNumber
from tests.handlers.conversation.kinds.reading import code, read


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("compta@batinord.fr", "compta@batinord.fr"),
        (" Compta@BatiNord.FR ", "Compta@batinord.fr"),
        ("mailto:compta@batinord.fr", "compta@batinord.fr"),
        ("prénom.nom+paris@bâti-nord.fr", "prénom.nom+paris@bâti-nord.fr"),
    ],
)
def test_an_address_is_taken_as_it_is_written(said: str, kept: str) -> None:
    assert read(Email(), said) == kept


@pytest.mark.parametrize("said", ["compta", "compta@", "@batinord.fr", "a@b", "a@b.fr, c@d.fr"])
def test_what_is_no_address_is_refused(said: str) -> None:
    assert code(Email(), said) == "email-invalid"
    assert code(Email(), Tapped(said)) == "expected-email"


@pytest.mark.parametrize("said", ["FR44732829320", "fr 44 732 829 320", "44732829320"])
def test_a_vat_number_is_kept_with_its_country(said: str) -> None:
    assert read(VatNumber(), said) == "FR44732829320"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("FR45732829320", "vat-check"),
        ("FR44732829321", "vat-check"),
        ("732 829 320 00074", "vat-siret"),
        ("DE136695976", "vat-check"),
        ("aucun", "expected-vat"),
        ("4" * 41, "expected-vat"),
    ],
)
def test_what_is_wrong_with_a_vat_number_is_told_apart(said: str, why: str) -> None:
    assert code(VatNumber(), said) == why
    assert code(VatNumber(), Tapped(said)) == "expected-vat"
