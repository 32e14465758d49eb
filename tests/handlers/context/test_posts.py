"""What is too long for one message is cut so that Telegram can still read it."""

import pytest

from handlers.context.posts import fitting, length, post_of, short
from handlers.conversation.screen import Screen
from sandbox.markup import parse_html


def shown(html: str) -> str:
    """Read it as the Bot API does; raises where it would refuse."""
    return parse_html(html)[0]


def test_what_fits_is_left_as_it_is() -> None:
    text = "<b>" + "&amp;" * 4096 + "</b>"
    assert fitting(text) == text


@pytest.mark.parametrize("sign", ["&amp;", "&lt;b&gt;", "😀", "é", "<i>x</i>"])
def test_what_is_too_long_is_cut_between_letters_and_closed(sign: str) -> None:
    cut = shown(fitting(f"<b>Note : <i>{sign * 5000}</i></b> fin"))
    assert length(cut) <= 4096
    assert cut.endswith("…")
    assert cut.startswith("Note : ")


def test_every_post_fits() -> None:
    post = post_of(Screen("<b>" + "&amp;" * 9000 + "</b>"), 1)
    assert length(shown(post.text)) <= 4096


@pytest.mark.parametrize(
    ("text", "most", "left"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("a bcd", 3, "a…"),
        ("😀😀", 3, "😀…"),
        ("😀😀", 4, "😀😀"),
    ],
)
def test_words_are_shortened(text: str, most: int, left: str) -> None:
    assert short(text, most) == left
