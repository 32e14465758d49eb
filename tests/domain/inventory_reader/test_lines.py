"""Lists as people send them: what is a thing, how many of it, and where it stands."""

from decimal import Decimal

import pytest

from domain.catalogue import shipped_catalogue
from domain.inventory_reader.lines import read_lines
from domain.inventory_reader.matching import matcher
from domain.inventory_reader.written import WrittenLine

NAMES = matcher(shipped_catalogue())


def read(text: str) -> tuple[WrittenLine, ...]:
    return read_lines(text, NAMES).lines


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("Chaise visiteur 4 pieds 10", "10"),
        ("environ 25 bureaux droits 160x80", "25"),
        ("Équipement : 363 tables pliantes", "363"),
        ("chaises pliantes ........ 25", "25"),
        ("Chaises : 25 (dont 3 cassées)", "25"),
        ("25 chaises dont 3 cassées", "25"),
        ("vingt-cinq chaises", "25"),
        ("quatre-vingt-dix-sept chaises", "97"),
        ("deux douzaines de chaises", "24"),
        ("une demi-douzaine de chaises", "6"),
        ("one hundred and twenty desks", "120"),
        ("une table", "1"),
        ("1 table", "1"),
        ("neuf bureaux", "9"),
        ("1- 25 chaises pliantes", "25"),
        ("3 lots de 10 chaises", "30"),
        ("Bureau droit 120x80, 8", "8"),
        ("Bureau droit 120x80 ; 8", "8"),
        ("2,000 archive boxes", "2000"),
        ("1 500 chaises", "1500"),
        ("2 x 24 pouces écrans", "2"),
        ("3 armoires 2 portes", "3"),
        ("12 4-drawer filing cabinets", "12"),
        ("Chaises x25", "25"),
        ("10 tables rondes 120", "10"),
        ("Banque d'accueil 2 m : 1", "1"),
        ("lits 90 : 36", "36"),
        ("lampadaires 5 env.", "5"),
        ("extincteurs (18 dont 6 périmés)", "18"),
        ("Folding tables (approx 20)", "20"),
        ("trois (3) chaises", "3"),
        ("chaises RDC 12", "12"),
        ("chaises de 2018 : 12", "12"),
        ("on a 12 chaises", "12"),
        ("baignoire fonte : une", "1"),
        ("chaises, qté : 12", "12"),
        ("Chaise visiteur | 15 | bon état", "15"),
        ("Nous avons 25 chaises pliantes à enlever", "25"),
    ],
)
def test_the_number_that_counts_is_the_quantity(text: str, quantity: str) -> None:
    assert [line.quantity for line in read(text)] == [Decimal(quantity)]


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("Table", []),
        ("Bureau neuf", []),
        ("un lot de chaises", []),
        ("quelques chaises", []),
        ("4 drawer filing cabinet", []),
        ("chaise réf. 204", []),
        ("10 à 12 chaises", ["10", "12"]),
        ("10-12 chaises", ["10", "12"]),
        ("entre 10 et 12 chaises", ["10", "12"]),
        ("deux ou trois chaises", ["2", "3"]),
        ("20 bureaux, 8", ["20", "8"]),
        ("2 chaises par bureau", ["2"]),
        ("matelas 2/chambre", ["2"]),
        ("3 urinals per floor", ["3"]),
        ("chaises pliantes 1O", []),
    ],
)
def test_a_quantity_that_is_not_certain_is_none(text: str, choices: list[str]) -> None:
    (line,) = read(text)

    assert line.quantity is None
    assert [str(one) for one in line.choices] == choices


def test_floors_and_rooms_are_the_place_of_what_follows() -> None:
    found = read(
        "1er étage : 20 bureaux droits 120x80, 10 chaises\n"
        "Salle de réunion 2 :\n- 12 armoires\n"
        "RDC\n3 tables\n"
        "Bureau 204 : 2 armoires\n"
        "20 bureaux au 2e étage, 12 chaises (salle 3)"
    )

    assert [(str(line.quantity), line.place) for line in found] == [
        ("20", "1er étage"),
        ("10", "1er étage"),
        ("12", "Salle de réunion 2"),
        ("3", "RDC"),
        ("2", "Bureau 204"),
        ("20", "2e étage"),
        ("12", "salle 3"),
    ]


def test_a_thing_named_before_goes_on() -> None:
    found = read("Armoires : 4 hautes, 2 basses")

    assert [(str(line.quantity), line.name) for line in found] == [
        ("4", "Armoires hautes"),
        ("2", "Armoires basses"),
    ]


def test_greetings_and_totals_are_notes_and_no_things() -> None:
    found = read_lines("Bonjour,\nvoici la liste :\n3 tables\nTotal : 3 pièces\nMerci", NAMES)

    assert [line.name for line in found.lines] == ["tables"]
    assert found.notes == ("Bonjour,", "voici la liste :", "Total : 3 pièces", "Merci")


def test_a_pasted_table_is_read_by_its_columns() -> None:
    found = read("Désignation\tLieu\tQté\nArmoire haute 4 portes\tRDC\t12\nchaise\tCave\t3")

    assert [(str(line.quantity), line.name, line.place) for line in found] == [
        ("12", "Armoire haute 4 portes", "RDC"),
        ("3", "chaise", "Cave"),
    ]


def test_a_number_that_may_be_the_size_of_the_thing_is_asked() -> None:
    assert read("un lit 90")[0].quantity in {None, Decimal(1)}
    assert read("matelas 90")[0].quantity is None


@pytest.mark.parametrize(
    "text",
    [
        "chaises\ntables\n12\n3",
        "chaises\n12\ntables\n3",
        "Hall\n12\nchaises\nCave\n3\ntables",
        "chaise,12,bon\ntable,3,moyen",
        "Désignation;Hall;Cave;Total\nchaise;2;10;12\ntable;1;2;3",
        "12 chaises 3 tables",
        "Bonjour, merci de passer avant lundi\n12 chaises\n3 tables\ntél. 06 12 34 56 78",
        "Bureau 1\n12 chaises\nBureau 2\n3 tables",
    ],
)
def test_names_and_numbers_are_put_together(text: str) -> None:
    found = [(line.quantity, line.name.rstrip("s")) for line in read(text)]

    assert found == [(Decimal(12), "chaise"), (Decimal(3), "table")]


def test_words_that_could_be_many_things_stay_unsure() -> None:
    unsure = ("bureau", "chaise", "table", "armoire", "fauteuil", "porte", "cloison", "moquette")

    assert [word for word in unsure if NAMES.match(word).sure] == []


def test_what_the_catalogue_lacks_is_not_answered_with_something_else() -> None:
    lacking = ("four à pain", "lave-linge", "commode", "bouilloire", "plantes vertes", "piano")

    assert [word for word in lacking if NAMES.match(word).items] == []


def test_the_numbers_of_an_outline_count_nothing() -> None:
    found = read("1. Accueil\n1.1 chaises 12\n1.2 tables 3\n2. Cabinet\n2.1 armoires 2")

    assert [(str(line.quantity), line.name, line.place) for line in found] == [
        ("12", "chaises", "Accueil"),
        ("3", "tables", "Accueil"),
        ("2", "armoires", "Cabinet"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [("arm. hte rid. x3", "RGT-03"), ("fteuil. bur. 3", "SIE-01"), ("chs vis. 3", "SIE-03")],
)
def test_words_cut_short_are_heard_whole(text: str, code: str) -> None:
    (line,) = read(text)

    match = NAMES.match(line.name)
    assert (line.quantity, match.sure, match.items[0].code) == (Decimal(3), True, code)


def test_a_name_chosen_for_one_item_is_sure() -> None:
    chosen = {
        name: codes for name, codes in shipped_catalogue().synonyms.items() if len(codes) == 1
    }
    found = {name: NAMES.match(name) for name in chosen}

    assert [
        name
        for name, match in found.items()
        if not match.sure or match.items[0].code not in chosen[name]
    ] == []


def test_a_word_of_a_name_that_was_not_said_whole_is_not_sure() -> None:
    unsure = ("chaises bois", "tables bistrot")  # « chaise bois pliante », « table bistrot haute »

    assert [word for word in unsure if NAMES.match(word).sure] == []
