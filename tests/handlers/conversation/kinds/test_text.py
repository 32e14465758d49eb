"""Free words."""

import pytest

from handlers.conversation.kinds import Text
from tests.handlers.conversation.kinds.reading import code, read


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("  12  rue de   Paris ", "12 rue de Paris"),
        ("a\x00b\x07c", "abc"),
        ("<b>gras</b> & #set text(red)", "<b>gras</b> & #set text(red)"),
        ("Zoe\u0308", "Zoë"),
        ("👷🏽‍♀️ chef", "👷🏽‍♀️ chef"),
        ("محمد", "محمد"),
        ("au\u202egnol", "augnol"),
        ("deux\nlignes", "deux lignes"),
        ("un\ud800 seul", "un seul"),
    ],
)
def test_words_are_kept_without_what_cannot_be_seen(said: str, kept: str) -> None:
    assert read(Text(), said) == kept


def test_line_breaks_are_kept_where_they_mean_something() -> None:
    assert read(Text(multiline=True), "un\r\n  deux\n\ntrois ") == "un\ndeux\n\ntrois"


@pytest.mark.parametrize(
    ("kind", "said", "why"),
    [
        (Text(), "  \x00 ", "empty"),
        (Text(at_most=5), "123456", "too-long"),
        (Text(at_least=3), "ab", "too-short"),
        (Text(needs_letter=True), "😀", "needs-letter"),
        (Text(needs_letter=True), "12", "needs-letter"),
        (Text(needs_letter=True), "\u3164", "empty"),
        (Text(needs_letter=True), "\u115f\u1160", "empty"),
        (Text(), "\u2800\u2800", "empty"),
        (Text(), "\u0301\u200d", "empty"),
        (Text(needs_letter=True), "\u3164!", "needs-letter"),
        (Text(needs_letter=True), "李", ""),
        (Text(needs_letter=True), "D’Arc", ""),
        (Text(needs_letter=True), "O", ""),
        (Text(needs_letter=True), "Þ", ""),
        (Text(), "x" * 2000, ""),
        (Text(), "x" * 2001, "too-long"),
        (Text(at_most=5), "12345", ""),
    ],
)
def test_what_is_no_answer_is_told_apart(kind: Text, said: str, why: str) -> None:
    assert code(kind, said) == why
