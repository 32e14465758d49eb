"""Photos of a site, with documents whose kind is asked once, and a voice note."""

from typing import Any

import pytest

from domain.document_kinds import paper_words
from handlers.conversation.given import SentDocument, SentOther, SentVoice, Tapped
from handlers.requests.site_photos_kind import SitePhotos
from tests.handlers.conversation.example_person import photo
from tests.handlers.conversation.kinds.reading import code, facts, read

PHOTOS = SitePhotos(1, 4, papers=paper_words())
VOICE = SentVoice("f-v", "u-v", 3, 900)


def paper(name: str, caption: str = "") -> SentDocument:
    return SentDocument("f", f"u-{name}", name, "application/pdf", 1000, caption)


def options(kind: SitePhotos, begun: Any) -> list[str]:
    return [option.code for option in kind.options(begun, facts())]


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
    assert [(file.unique_id, file.is_voice) for file in files][1:] == [("u-v", True)]
    assert code(PHOTOS, SentVoice("f", "u", 3, 30_000_000)) == "file-too-big"
    assert code(PHOTOS, SentOther("video")) == "expected-photo"
