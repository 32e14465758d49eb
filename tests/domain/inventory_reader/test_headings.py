"""Floors, rooms and other headings are the place of what follows; titles are notes."""

from decimal import Decimal

import pytest

from domain.catalogue import shipped_catalogue
from domain.inventory_reader.lines import read_lines
from domain.inventory_reader.matching import matcher
from domain.inventory_reader.written import WrittenList

NAMES = matcher(shipped_catalogue())


def read(text: str) -> WrittenList:
    return read_lines(text, NAMES)


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("Salle informatique", "Salle informatique"),
        ("Petit amphithéâtre", "Petit amphithéâtre"),
        ("Third floor, east wing", "Third floor, east wing"),
        ("RÉSERVE (sous-sol)", "RÉSERVE (sous-sol)"),
        ("Niv. 2 - Soins", "Niv. 2 - Soins"),
        ("Rez-de-chaussée — section adultes", "Rez-de-chaussée — section adultes"),
        ("First Floor - Open plan", "First Floor - Open plan"),
        ("N+1", "N+1"),
        ("C103", "C103"),
        ("Bays 1-4:", "Bays 1-4"),
        ("Salle d'audience n° 2", "Salle d'audience n° 2"),
        ("Archives (sous-sol)", "Archives (sous-sol)"),
        ("Records store", "Records store"),
        ("Lieu : salle des fêtes", "salle des fêtes"),
        ("Salle TP 1.04", "Salle TP 1.04"),
        ("Kitchenette", "Kitchenette"),
        ("Ludothèque :", "Ludothèque"),
        ("Chez Martine :", "Chez Martine"),
    ],
)
def test_a_heading_is_the_place_of_the_lines_below(heading: str, place: str) -> None:
    found = read(f"2 armoires hautes\n{heading}\n12 chaises pliantes\n3 tables pliantes")

    assert [line.place for line in found.lines] == ["", place, place]


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("Bar - 8 tabourets hauts", "Bar"),
        ("Cuisine - 2 éviers inox", "Cuisine"),
        ("Ludothèque : 8 tabourets hauts", "Ludothèque"),
        ("Nous avons à évacuer, au RDC, 15 chaises pliantes", "RDC"),
        ("floor tiles + mortar 64 m2", ""),
        ("bonjour alors au rez de chaussée on a deux canapés 3 places", "rez de chaussée"),
        ("Qté : 12 chaises", ""),
    ],
)
def test_a_place_before_a_thing_is_its_place(row: str, place: str) -> None:
    found = read(row)

    assert [line.place for line in found.lines] == [place]
    assert found.lines[0].quantity is not None


@pytest.mark.parametrize(
    "heading",
    ["Mobilier :", "Dépose façade nord, quantités du métreur :", "Flat 3 items:", "Seating:"],
)
def test_what_says_which_things_follow_is_no_place(heading: str) -> None:
    found = read(f"Salle 12\n{heading}\n12 chaises pliantes")

    assert [line.place for line in found.lines] == ["Salle 12"]


@pytest.mark.parametrize(
    "row",
    [
        "De : Service Moyens Généraux",
        "Objet : débarras du site",
        "Inventaire prévisionnel – site de Bron – Version 3",
        "Schedule of strip out items",
        "BIBLIOTHEQUE - FEUILLE D'INVENTAIRE p. 1/2",
        "Please find here the materials to evacuate, building C.",
        "Sous-total sous-sol ....... 57",
        "Surface totale : 420 m²",
        "| TOTAL | 118 | |",
    ],
)
def test_titles_mail_heads_and_sums_are_no_things(row: str) -> None:
    found = read(f"2 chaises pliantes\n{row}\n12 tables pliantes")

    assert [(line.quantity, line.place) for line in found.lines] == [
        (Decimal(2), ""),
        (Decimal(12), ""),
    ]
    assert row.strip() in found.notes


@pytest.mark.parametrize(
    "signature",
    ["Merci d'avance,\nLa directrice", "Cheers\nFacilities", "Cordialement,\nMairie - 1er étage"],
)
def test_who_signs_is_no_thing(signature: str) -> None:
    found = read(f"12 chaises pliantes\n3 tables pliantes\n{signature}")

    assert [line.quantity for line in found.lines] == [12, 3]


def test_what_is_counted_below_a_signature_is_a_line() -> None:
    found = read("12 chaises pliantes\nMerci, Paul\nPS : aussi 3 tables pliantes")

    assert [line.quantity for line in found.lines] == [12, 3]
