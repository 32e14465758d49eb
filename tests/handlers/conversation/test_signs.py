"""Signs that nobody sees, or that a keyboard puts in place of the plain ones."""

import pytest

from handlers.conversation.kinds import Integer, Time
from handlers.conversation.signs import plain, visible
from handlers.requests.billing_kinds import Email, VatNumber
from handlers.requests.company_number_kind import CompanyNumber
from tests.handlers.conversation.kinds.reading import read

SIRET = "73282932000074"


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("\u202aAnna\u202c", "Anna"),
        ("\ufeffRue\u00a0Hoche", "Rue Hoche"),
        ("Saint\u2011Denis", "Saint-Denis"),
        ("l’entrée « nord » – porte B", "l’entrée « nord » – porte B"),
        ("👷🏽\u200d♀️", "👷🏽\u200d♀️"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_a_persons_words_lose_only_what_has_no_shape(sent: str, kept: str) -> None:
    assert visible(sent) == kept


def test_what_is_read_as_data_has_plain_signs() -> None:
    assert plain("\u200f１２ – l’“A”\u200d ") == '12 - l\'"A"'


@pytest.mark.parametrize(
    "said",
    [
        "732 829 320 00074",
        "SIRET n° 732 829 320 00074",
        "Siret nº : 73282932000074",
        "N° SIRET : 732 829 320 00074",
        "numéro de SIRET 732.829.320.00074",
        "\u202a732\u202f829\u202f320\u202f00074\u202c",
        "732\u2011829\u2011320\u201100074",
        "７３２８２９３２００００７４",
    ],
)
def test_a_siret_is_read_in_any_dress(said: str) -> None:
    assert read(CompanyNumber(), said) == SIRET


@pytest.mark.parametrize(
    "said",
    [
        "FR44732829320",
        "TVA : FR44732829320",
        "N° TVA FR44 732 829 320",
        "TVA intracommunautaire : FR44 732829320",
        "VAT number: FR 44 732 829 320",
        "\u200eFR\u00a044\u202f732\u202f829\u202f320",
    ],
)
def test_a_vat_number_is_read_in_any_dress(said: str) -> None:
    assert read(VatNumber(), said) == "FR44732829320"


@pytest.mark.parametrize(
    "said",
    ["\u200banna@martin.fr", "Mailto:anna@martin.fr", "<anna@martin.fr>", "anna＠martin.fr"],
)
def test_an_email_is_read_in_any_dress(said: str) -> None:
    assert read(Email(), said) == "anna@martin.fr"


def test_hours_and_counts_are_read_in_any_dress() -> None:
    assert str(read(Time(), "\u202a８h\u00a030\u202c")) == "08:30:00"
    assert read(Integer(0, 99), "\u200e１２\ufeff") == 12
