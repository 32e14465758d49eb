import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.fonts import is_printable
from documents.text import NOTHING, UNREADABLE, fit, fit_all, words_of_label


@pytest.mark.parametrize(
    "text",
    [
        "Bâtir & Fils <SARL> #strong[x] *y* _z_ $1$ `c` \\ \"q\" 'r' @ref // c",
        "deux\nlignes",
        "12,50 € — 3 m²",
        "محمد بن علي",
        "தமிழ்",
        "Ok 👍",
    ],
)
def test_text_stays_as_typed(text: str) -> None:
    assert fit(text) == text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("un\ttrou", "un trou"),
        ("fin\r\nsuite\rencore", "fin\nsuite\nencore"),
        ("  bords \n", "bords"),
        ("e\u0301", "é"),
        ("\u202eTTC 1\u202c", "TTC 1"),
        ("\u2066caché\u2069", "caché"),
        ("\ufeffdébut", "début"),
        ("語 et \ue000", "Yu et"),
        ("王伟", "WangWei"),
        ("김민준", "GimMinJun"),
        ("\U00010d00", UNREADABLE),
        ("\ud800", NOTHING),
        ("𝓗ugo ①", "Hugo 1"),
        ("Vive la 🇫🇷", "Vive la FR"),
        ("Le 🏗️ chantier", "Le chantier"),
        ("🫶 Merci 🫶🫶 !", "Merci !"),
        ("🧑\u200d🔧", "🧑"),
        ("1\ufe0f\u20e3", "1"),
        ("🏗️", NOTHING),
        ("\u0301", ""),
        ("👍🏽", "👍"),
        ("❤\ufe0f", "❤"),
        ("語\u0301", "Yu"),
        ("\u0bbeseul", "seul"),
    ],
)
def test_what_cannot_be_printed_is_left_out_or_said_plainly(typed: str, shown: str) -> None:
    assert fit(typed) == shown


def test_words_of_forty_letters_stay_whole() -> None:
    assert fit("a" * 40) == "a" * 40


def test_longer_words_can_break() -> None:
    broken = fit("W" * 95)
    assert broken.replace("\u200b", "") == "W" * 95
    assert max(len(part) for part in broken.split("\u200b")) <= 10


def test_every_text_of_a_value_is_fitted_and_nothing_else() -> None:
    value = {"a": ("\x07x", 3, None, True), "b": {"c": ["語", 1.5]}}
    assert fit_all(value) == {"a": ["x", 3, None, True], "b": {"c": ["Yu", 1.5]}}


@given(st.text(max_size=200))
def test_everything_left_is_printable(text: str) -> None:
    assert all(letter == "\n" or is_printable(letter) for letter in fit(text))


@given(st.text(alphabet=st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=40))
def test_latin_stays(text: str) -> None:
    assert fit(text).replace("\u200b", "") == unicodedata.normalize("NFC", text).strip()


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("🪑 Débarras de mobilier", "Débarras de mobilier"),
        ("🅿️ Cour", "Cour"),
        ("🛣️ Rue", "Rue"),
        ("Étage 2 · 20 °C", "Étage 2 · 20 °C"),
        ("❌", "❌"),
    ],
)
def test_a_label_on_paper_has_words_and_no_picture(label: str, words: str) -> None:
    assert words_of_label(label) == words
