"""Of words that named nothing, what could name a thing is asked about, and nothing personal."""

import pytest

from domain.unknown_words import teachable


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("3 buffets normands", "buffets normands"),
        ("2 x trombinoscopes ;", "trombinoscopes"),
        ("12.5 glougloutières", "glougloutières"),
        ("• armoire à fusils", "armoire à fusils"),
        ("siège ergo 4D", "siège ergo 4D"),
    ],
)
def test_the_words_of_a_thing_are_kept_without_their_number(written: str, asked: str) -> None:
    assert teachable(written) == asked


@pytest.mark.parametrize(
    "written",
    [
        "karim@exemple.fr",
        "appeler Mme Dupont",
        "M. Martin",
        "Mr Smith",
        "06 12 34 56 78",
        "badge 48 12 09",
        "tel Karim",
        "https://exemple.fr/liste",
        "bonjour je vous envoie la liste du bureau",
        "x" * 61,
        "ok",
        "120x80",
        "",
    ],
)
def test_sentences_numbers_and_what_is_personal_are_asked_of_nobody(written: str) -> None:
    assert teachable(written) is None
