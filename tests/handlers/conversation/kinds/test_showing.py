"""Words with files."""

from typing import Any

import pytest

from handlers.conversation.given import SentOther, SentPhoto, Tapped, Typed
from handlers.conversation.kinds import OPEN, Saying, Text, Told
from tests.handlers.conversation.kinds.reading import code, facts, read

SAYING = Saying(Text(at_most=20))


def options(kind: Saying, begun: Any) -> list[str]:
    return [option.code for option in kind.options(begun, facts())]


def test_words_alone_are_an_answer() -> None:
    assert read(SAYING, Typed("Oui")) == Told("Oui")
    assert code(SAYING, Typed("x" * 21)) == "too-long"
    assert code(SAYING, SentOther("sticker")) == "expected-text"


def test_files_stay_open_until_done_or_words() -> None:
    begun = read(SAYING, SentPhoto("f", "u"))
    assert SAYING.load(begun) is OPEN
    assert options(SAYING, begun) == ["done", "clear"]
    assert options(SAYING, None) == []

    done = read(SAYING, Tapped("done"), begun)
    both = SAYING.load(read(SAYING, Typed("Voilà"), begun))
    assert isinstance(both, Told)

    assert (done.text, both.text) == ("", "Voilà")
    assert [one.unique_id for one in (*done.files, *both.files)] == ["u", "u"]


@pytest.mark.parametrize("raw", [7, {"text": 5, "files": []}, {"text": "a", "files": [{"x": 1}]}])
def test_what_was_not_stored_by_us_is_asked_again(raw: object) -> None:
    assert getattr(SAYING.load(raw), "code", None) == "expected-text"  # type: ignore[arg-type]
