"""Photos with papers whose kind is asked once, a voice note, words with files."""

from typing import Any

import pytest

from domain.document_kinds import paper_words
from handlers.conversation.given import SentDocument, SentOther, SentPhoto, SentVoice, Tapped, Typed
from handlers.conversation.kinds import OPEN, Saying, SitePhotos, Text, Told
from tests.handlers.conversation.kinds.reading import code, facts, read
from tests.handlers.conversation.talk import photo

PHOTOS, SAYING = SitePhotos(1, 4, papers=paper_words()), Saying(Text(at_most=20))
VOICE = SentVoice("f-v", "u-v", 3, 900)


def paper(name: str, caption: str = "") -> SentDocument:
    return SentDocument("f", f"u-{name}", name, "application/pdf", 1000, caption)


def options(kind: SitePhotos | Saying, begun: Any) -> list[str]:
    return [one.code for one in kind.options(begun, facts())]


def papers(begun: dict[str, list[dict[str, str]]]) -> list[str]:
    return [one["paper"] for one in begun["open"]]


@pytest.mark.parametrize(
    ("name", "caption", "kind"),
    [
        ("dta.pdf", "", "asbestos"),
        ("scan.pdf", "Diagnostic AMIANTE", "asbestos"),
        ("PEMD-2026.pdf", "", "pemd"),
        ("a.pdf", "les plans", "plan"),
        ("planning.pdf", "", ""),
        ("a.pdf", "", ""),
    ],
)
def test_caption_or_name_tells_what_a_paper_is(name: str, caption: str, kind: str) -> None:
    assert papers(read(PHOTOS, paper(name, caption))) == [kind]


def test_a_paper_that_does_not_say_is_asked_about_once() -> None:
    begun = read(PHOTOS, paper("a.pdf"))
    assert options(PHOTOS, begun) == ["paper-asbestos", "paper-pemd", "paper-plan", "paper-other"]

    named = read(PHOTOS, Tapped("paper-plan"), begun)

    assert papers(named) == ["plan"]
    assert options(PHOTOS, named) == ["done", "clear"]
    assert code(PHOTOS, Tapped("paper-plan"), named) == "not-offered"
    assert code(PHOTOS, Tapped("paper-poem"), begun) == "not-offered"


def test_done_of_an_older_keyboard_leaves_no_paper_without_a_kind() -> None:
    begun = read(PHOTOS, paper("a.pdf"))
    assert [one.paper for one in read(PHOTOS, Tapped("done"), begun)] == ["other"]
    assert papers(begun) == [""]


def test_a_voice_note_is_taken_beside_photos() -> None:
    begun = read(PHOTOS, VOICE, read(PHOTOS, photo("a")))
    files = read(PHOTOS, Tapped("done"), begun)
    assert [(one.unique_id, one.is_voice) for one in files][1:] == [("u-v", True)]
    assert code(PHOTOS, SentVoice("f", "u", 3, 30_000_000)) == "file-too-big"
    assert code(PHOTOS, SentOther("video")) == "expected-photo"


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
