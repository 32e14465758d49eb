"""Where two numbers could be the quantity it is asked: a wrong one is never taken in silence."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.catalogue import shipped_catalogue
from domain.inventory_reader.lines import read_lines
from domain.inventory_reader.matching import matcher
from domain.inventory_reader.written import WrittenLine

NAMES = matcher(shipped_catalogue())
COUNTED = ("chaises pliantes", "canapés 2 places", "bureaux droits 160x80", "folding tables")
MEASURED = {"moquette collée": "m2", "plinthes bois": "ml", "gravats": "m3"}
EACH = (
    "{thing} {n} par chambre",
    "{n} {thing} par bureau",
    "{thing} : {n}/salle",
    "Chambres 101 à 124, par chambre :\n{n} {thing}",
    "Dans chaque salle :\n- {thing} x {n}",
    "Per room:\n{n} {thing}",
    "{n} à {more} {thing}",
    "{n} ou {more} {thing}",
    "{n} {thing}, {more}",
    "quelques {thing}",
    "a few {thing}",
    "plusieurs {thing}",
)
CONTAINERS = (
    "{n} big bags de {thing}",
    "{thing} {n} bennes",
    "{n} sacs de {thing}",
    "{n} palettes de {thing}",
    "{thing} : {n} camions",
)
numbers = st.integers(min_value=2, max_value=29)


def read(text: str) -> list[WrittenLine]:
    return list(read_lines(text, NAMES).lines)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(COUNTED), numbers, st.sampled_from(EACH))
def test_a_number_for_each_of_several_is_asked(thing: str, number: int, shape: str) -> None:
    (line,) = read(shape.format(thing=thing, n=number, more=number + 1))

    assert line.quantity is None
    assert not line.choices or Decimal(number) in line.choices


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(MEASURED)), numbers, st.sampled_from(CONTAINERS))
def test_a_count_of_containers_is_no_measure(thing: str, number: int, shape: str) -> None:
    (line,) = read(shape.format(thing=thing, n=number))

    assert line.quantity is None


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(MEASURED.items())), numbers, numbers)
def test_so_many_of_so_much_each_is_their_product(
    thing: tuple[str, str], number: int, each: int
) -> None:
    name, unit = thing
    (line,) = read(f"{number} {name} de {each} {unit}")

    assert (line.quantity, line.unit) in {(Decimal(number * each), unit), (None, None)}


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("9 miroirs de 0,5 m2", "4.5", "m2"),
        ("solives 75x225, 30 pièces de 4 m", "120", "ml"),
        ("lampadaires, 1 par chambre, soit 9", "9", None),
        ("fenêtres bois simple vitrage soit 27,6 m2", "27.6", "m2"),
        ("radiateurs panneau acier 4 + 3", "7", None),
        ("rayonnages métalliques 100x200x40, 11 travées", "11", None),
        ("classeurs à dossiers suspendus, 4 tiroirs : cinq", "5", None),
        ("30 chaises visiteurs, 4 pieds, skaï", "30", None),
        ("une 15aine de cartons pleins", "15", None),
        ("Luminaires encastrés 4x18W — 96", "96", None),
        ("Item 2: Four, 4-drawer filing cabinets", "4", None),
        ("Lot 3 : 20 chaises", "20", None),
        ("two 4-seat benches", "2", None),
        ("whiteboards, 4' x 3' - 9", "9", None),
        ("32 chaises coque empilables, lot de 2022", "32", None),
        ("Carrelage y compris mortier 62 m2", "62", "m2"),
        ("safe - 1 (80 kg)", "1", None),
        ("steel lockers 3-door, 4 banks", "4", None),
        ("filing cabinets 4 drawer (5 of)", "5", None),
    ],
)
def test_only_the_number_that_counts_is_the_quantity(
    text: str, quantity: str, unit: str | None
) -> None:
    (line,) = read(text)

    assert (line.quantity, line.unit) == (Decimal(quantity), unit)


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("15 chaises pliantes sauf 3", ["12", "15"]),
        ("chaises pliantes : 12 dont 3 à garder", ["9", "12"]),
        ("12 folding chairs (keep 2)", ["10", "12"]),
        ("armoires à rideaux 4 (2 hautes, 2 basses)", ["4", "2"]),
        ("câbles électriques 1 tonne 5", ["1", "5"]),
    ],
)
def test_a_number_that_is_parted_or_lessened_is_asked(text: str, choices: list[str]) -> None:
    (line,) = read(text)

    assert line.quantity is None
    assert [str(one) for one in line.choices] == choices


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("12 portes dont 4 coupe-feu", "12"),
        ("2 palettes de 20 cartons d'archives", "40"),
        ("chaises pliantes 12 +/- 2", "12"),
        ("12 chaises pliantes (3 hors service)", "12"),
        ("9 extincteurs (6 eau + 3 CO2)", "9"),
        ("20 cartons d'archives (10 en bas, 10 en haut)", "20"),
    ],
)
def test_numbers_beside_it_leave_the_quantity_what_it_is(text: str, quantity: str) -> None:
    assert [line.quantity for line in read(text)] == [Decimal(quantity)]


def test_what_each_thing_has_is_one_only_of_one() -> None:
    one = read("un lit 90 avec son matelas")
    many = read("12 bureaux avec leurs caissons")

    assert [line.quantity for line in one] == [1, 1]
    assert [line.quantity for line in many] == [Decimal(12), None]
    assert many[1].choices == (Decimal(12),)


def test_letters_of_a_scan_are_digits_where_it_slipped_twice() -> None:
    found = read("l0 chaises empi1ables\n2 tab1es de réunion l60x8O\nChaise visiteur   2O")

    assert [(line.quantity, line.name) for line in found] == [
        (Decimal(10), "chaises empilables"),
        (Decimal(2), "tables de réunion 160x80"),
        (Decimal(20), "Chaise visiteur"),
    ]
