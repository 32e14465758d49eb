"""The files an administrator can replace: known by their content, faults and changes named."""

from datetime import date
from importlib.resources import files

import pytest

from domain.catalogue import read_catalogue
from domain.company import EXAMPLE
from domain.pricebook import read_price_books
from domain.reference_kinds import Difference, Reference, differences, faults, recognise

ON = date(2026, 11, 23)
PRICES = (files("domain") / "data" / "pricebook.toml").read_text("utf-8")
CATALOGUE = (files("domain") / "data" / "catalogue.csv").read_text("utf-8")
COMPANY = EXAMPLE.read_text("utf-8")
TEXTS = {
    Reference.PRICES: PRICES,
    Reference.CATALOGUE: CATALOGUE,
    Reference.COMPANY: COMPANY,
    Reference.SYNONYMS: "word,codes,lang\nbuffet normand,RGT-04 RGT-07,fr\nsettee,SIE-08,en\n",
}
FIRST = CATALOGUE.splitlines()[1]


def found(kind: Reference, text: str) -> list[tuple[str, str]]:
    named = faults(
        kind, text, on=ON, prices=read_price_books(PRICES), catalogue=read_catalogue(CATALOGUE)
    )
    return [(fault.field, fault.code) for fault in named]


def changed(kind: Reference, old: str, new: str) -> str:
    assert old in TEXTS[kind]
    return TEXTS[kind].replace(old, new, 1)


@pytest.mark.parametrize("kind", list(Reference))
def test_what_comes_with_the_bot_is_known_good_and_the_same(kind: Reference) -> None:
    assert recognise(TEXTS[kind]) is kind
    assert found(kind, TEXTS[kind]) == []
    assert differences(kind, TEXTS[kind], TEXTS[kind]) == ()


def test_other_texts_are_not_taken_for_ours() -> None:
    assert recognise("") is None
    assert recognise("hello = 1") is None
    assert recognise("name,price\ndesk,3") is None


def test_a_file_that_cannot_be_read_is_still_known() -> None:
    assert recognise(PRICES + "\nbroken = ") is Reference.PRICES
    assert found(Reference.PRICES, PRICES + "\nbroken = ") == [("file", "file")]


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('value = "32.00",', 'value = "trente",', ("figures.labour_per_hour[0].value", "number")),
        ('value = "32.00",', 'value = "-1",', ("figures.labour_per_hour[0].value", "number")),
        ('value = "32.00",', "", ("figures.labour_per_hour[0].value", "missing")),
        ('value = "32.00",', "value = 32.0,", ("figures.labour_per_hour[0].value", "number")),
        ("labour_per_hour ", "labour_per_day ", ("figures.labour_per_hour", "missing")),
        ("labour_per_hour ", "labour_per_day ", ("figures.labour_per_day", "unknown")),
        ('quoted = "van20"', 'quoted = "bike"', ("vehicles.quoted", "choice")),
        ("[vehicles.truck19]", "[vehicles.lorry]", ("vehicles.truck19", "missing")),
        ("DIB  ", "BIN  ", ("gate_fee.DIB", "missing")),
        ("from = 2020-01-01", "from = 2027-01-01", ("figures.labour_per_hour", "no-value")),
        (
            '§4.1", estimate = true',
            '§4.1", estimate = "yes"',
            ("figures.labour_per_hour[0].estimate", "flag"),
        ),
    ],
)
def test_faults_of_the_price_book_are_named(old: str, new: str, named: tuple[str, str]) -> None:
    assert named in found(Reference.PRICES, changed(Reference.PRICES, old, new))


@pytest.mark.parametrize(
    ("column", "value", "named"),
    [
        ("kg", "heavy", "number"),
        ("kg", "0", "number"),
        ("m3", "11", "number"),
        ("min_persons", "1.5", "number"),
        ("unit", "box", "choice"),
        ("category", "toys", "choice"),
        ("stream", "GOLD", "no-fee"),
        ("outcome", "R>Q", "choice"),
        ("en", "", "missing"),
        ("fr", "x" * 121, "long"),
        ("code", "bur1", "code"),
        ("basis", "Z", "choice"),
    ],
)
def test_faults_of_the_catalogue_are_named_by_line_and_column(
    column: str, value: str, named: str
) -> None:
    columns = CATALOGUE.splitlines()[0].split(",")
    plain = [
        "BUR-01",
        "Bureau",
        "Desk",
        "u",
        "office",
        "0.95",
        "0.18",
        "40",
        "DEA",
        "R>T",
        "12",
        "11.25",
        "2",
        "G",
    ]
    plain[columns.index(column)] = value
    text = CATALOGUE.replace(FIRST, ",".join(plain))

    assert (f"2:{column}", named) in found(Reference.CATALOGUE, text)


def test_a_catalogue_without_its_columns_or_with_an_item_twice_or_gone() -> None:
    headless = CATALOGUE.replace("code,fr,en,unit", "code,fr,en,unity", 1)
    assert found(Reference.CATALOGUE, headless) == [("unit", "missing")]
    twice = f"{CATALOGUE.rstrip()}\n{FIRST}\n"
    assert found(Reference.CATALOGUE, twice) == [(f"{len(twice.splitlines())}:code", "twice")]
    gone = CATALOGUE.replace(f"{FIRST}\n", "")
    assert found(Reference.CATALOGUE, gone) == [("BUR-01", "needed")]


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ("buffet,RGT-99,fr", ("2:codes", "no-item")),
        ("buffet,,fr", ("2:codes", "missing")),
        (",RGT-04,fr", ("2:word", "word")),
        ("120x80,RGT-04,fr", ("2:word", "word")),
        ("x" * 61 + ",RGT-04,fr", ("2:word", "long")),
        ("buffet,RGT-04,de", ("2:lang", "choice")),
        ("buffet,RGT-04,fr\nBuffets,RGT-07,fr", ("3:word", "twice")),
        ("\nbuffet,RGT-99,fr", ("3:codes", "no-item")),
    ],
)
def test_faults_of_synonyms_are_named_by_row_and_column(row: str, named: tuple[str, str]) -> None:
    assert found(Reference.SYNONYMS, f"word,codes,lang\n{row}\n") == [named]


def test_synonyms_are_known_by_french_headers_too_and_a_missing_column_is_named() -> None:
    french = "Mot,Code,Langue\nbuffet,rgt-04,\n"
    assert recognise(french) is Reference.SYNONYMS
    assert found(Reference.SYNONYMS, french) == []
    assert found(Reference.SYNONYMS, "word,lang\nbuffet,fr\n") == [("codes", "missing")]
    assert differences(Reference.SYNONYMS, "word,codes,lang\n", french) == (
        Difference("buffet", None, "RGT-04 fr"),
    )


def test_faults_of_the_company_are_named() -> None:
    text = COMPANY.replace("999 999 998 00019", "999 999 998 00018")
    assert ("identity.siret", "siret") in found(Reference.COMPANY, text)


def test_a_stream_of_the_catalogue_needs_a_fee() -> None:
    book = read_price_books(PRICES)
    catalogue = read_catalogue(CATALOGUE.replace(",DEA,R>T", ",NEW,R>T", 1))
    named = faults(Reference.PRICES, PRICES, on=ON, prices=book, catalogue=catalogue)
    assert [(fault.field, fault.code, fault.params) for fault in named] == [
        ("gate_fee", "no-fee", {"stream": "NEW"})
    ]


def test_a_price_that_changes_from_a_day_is_told_apart_by_that_day() -> None:
    known = 'from = 2020-01-01, source = "§4.1", estimate = true }'
    old = f'[{{ value = "32.00",  unit = "EUR/h",   {known}'
    more = ', { value = "34.00", unit = "EUR/h", from = 2027-01-01, source = "board"'
    more += ", estimate = false }"
    assert differences(Reference.PRICES, PRICES, changed(Reference.PRICES, old, old + more)) == (
        Difference("figures.labour_per_hour[2027-01-01].value", None, "34.00"),
        Difference("figures.labour_per_hour[2027-01-01].unit", None, "EUR/h"),
        Difference("figures.labour_per_hour[2027-01-01].from", None, "2027-01-01"),
        Difference("figures.labour_per_hour[2027-01-01].source", None, "board"),
        Difference("figures.labour_per_hour[2027-01-01].estimate", None, "False"),
    )


def test_what_changes_and_what_is_gone_is_told() -> None:
    text = CATALOGUE.replace("BUR-02,Bureau droit 120x80", "BUR-02,Bureau 120", 1)
    assert differences(Reference.CATALOGUE, CATALOGUE, text) == (
        Difference("BUR-02 fr", "Bureau droit 120x80", "Bureau 120"),
    )
    assert differences(Reference.COMPANY, 'a = "1"\nb = "2"', 'a = "1"') == (
        Difference("b", "2", None),
    )
