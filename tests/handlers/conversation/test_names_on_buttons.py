"""Long names of things on buttons: cut between words, and never two alike."""

import pytest

from domain.catalogue import shipped_catalogue
from handlers.conversation.labels import NAME_LENGTH, squeezed

SMALLEST = 22  # what a line of the count card may leave beside its figures


def test_what_fits_stays_whole() -> None:
    assert squeezed("Bureau droit 160x80, piètement acier", NAME_LENGTH) == (
        "Bureau droit 160x80, piètement acier"
    )


def test_a_long_name_is_cut_between_words_and_keeps_its_end() -> None:
    long = "Armoire haute métal portes battantes 100x198"
    assert squeezed(long, NAME_LENGTH) == "Armoire haute métal portes…100x198"
    assert squeezed(long, SMALLEST) == "Armoire haute…100x198"


def test_one_long_word_is_cut_where_it_must() -> None:
    assert squeezed("x" * 50, SMALLEST) == f"{'x' * 10}…{'x' * 11}"


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("length", [SMALLEST, 30, NAME_LENGTH])
def test_no_two_things_of_the_catalogue_look_alike(lang: str, length: int) -> None:
    names = [item.label(lang) for item in shipped_catalogue().items]
    shown = [squeezed(name, length) for name in names]
    assert len(set(shown)) == len(set(names))
    assert max(map(len, shown)) <= length
