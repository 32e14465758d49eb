"""Sentences of a list that are about no thing are kept; greetings, titles and heads are not."""

import pytest

from domain.catalogue import shipped_catalogue
from domain.inventory_reader.lines import read_lines
from domain.inventory_reader.matching import matcher

NAMES = matcher(shipped_catalogue())


def remarks(row: str) -> tuple[str, ...]:
    return read_lines(f"12 chaises pliantes\n{row}\n3 tables pliantes", NAMES).remarks


@pytest.mark.parametrize(
    "row",
    [
        "Fermeture définitive le 20, clés chez le gardien",
        "Access by truck ok before 10h.",
        "Lift is out of order until Monday.",
        "Je vide un appartement, sans ascenseur.",
        "Surface totale : 420 m²",
        "Superficie 250 m2",
        "volume estimé : 30 m3",
        "intervention le 14 décembre",
    ],
)
def test_what_says_something_is_a_remark_as_it_was_written(row: str) -> None:
    assert remarks(row) == (row,)


@pytest.mark.parametrize(
    "row",
    [
        "Bonjour,",
        "Merci d'avance",
        "Désignation\tLieu\tQté",
        "Total : 15 pièces",
        "Objet : débarras du site",
        "Inventaire du 12/11/2026",
        "Page 1 sur 2",
        "Mobilier :",
        "Veuillez trouver ci-dessous la liste",
    ],
)
def test_greetings_titles_and_heads_are_none(row: str) -> None:
    assert remarks(row) == ()


def test_who_signs_is_no_remark() -> None:
    found = read_lines("12 chaises pliantes\nKind regards\nJames Porter\nOffice Manager", NAMES)

    assert found.remarks == ()
