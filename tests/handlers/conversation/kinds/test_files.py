"""Photos and documents."""

import pytest

from handlers.conversation.given import SentDocument, SentOther, SentPhoto, Tapped
from handlers.conversation.kinds import Documents, Photos, SentFile
from tests.handlers.conversation.example_person import photo
from tests.handlers.conversation.kinds.reading import code, facts, read

PHOTOS, PAPERS = Photos(1, 3), Documents(0, 2)


def document(name: str, mime: str = "", size: int = 1000) -> SentDocument:
    return SentDocument("f", f"u-{name}", name, mime, size)


def kept(begun: dict[str, list[dict[str, str]]]) -> list[str]:
    return [one["mime"] for one in begun["open"]]


@pytest.mark.parametrize(
    ("sent", "mime"),
    [
        (SentPhoto("f", "u"), "image/jpeg"),
        (document("IMG_1.HEIC", "image/heic"), "image/heic"),
        (document("IMG_1.HEIC"), "image/heic"),
        (document("IMG_1.heif", "application/octet-stream"), "image/heif"),
        (document("a.png", "image/png"), "image/png"),
        (document("a.webp", "image/webp"), "image/webp"),
    ],
)
def test_a_picture_counts_however_it_is_sent(sent: SentPhoto, mime: str) -> None:
    assert kept(read(PHOTOS, sent)) == [mime]


@pytest.mark.parametrize(
    "sent",
    [
        document("a.pdf", "application/pdf"),
        document("a.exe", "application/octet-stream"),
        document("a.jpg", "video/mp4"),
        SentOther("video"),
        SentOther("sticker"),
    ],
)
def test_what_is_no_picture_is_refused(sent: SentDocument) -> None:
    assert code(PHOTOS, sent) == "expected-photo"


def test_documents_take_pdf_and_pictures() -> None:
    begun = read(PAPERS, document("a.pdf", "application/pdf"))
    begun = read(PAPERS, photo("b"), begun)

    assert kept(begun) == ["application/pdf", "image/jpeg"]
    assert code(PAPERS, document("a.zip", "application/zip")) == "expected-document"


def test_twenty_megabytes_are_the_most() -> None:
    assert code(PAPERS, document("a.pdf", size=20_000_000)) == ""
    assert code(PAPERS, document("a.pdf", size=20_000_001)) == "file-too-big"


def test_done_needs_as_many_as_asked() -> None:
    assert code(PHOTOS, Tapped("done")) == "photos-more"
    assert read(PAPERS, Tapped("done")) == ()


def test_the_buttons_follow_what_is_there() -> None:
    begun = read(PHOTOS, photo("a"))

    assert [option.code for option in PHOTOS.options(None, facts())] == []
    assert [option.code for option in PHOTOS.options(begun, facts())] == ["done", "clear"]
    assert [option.key for option in PAPERS.options(None, facts())] == ["documents-none"]


def test_the_value_keeps_what_telegram_knows() -> None:
    begun = read(PAPERS, SentDocument("f", "u", "plan.pdf", "", 12, "Plan", "7"))

    assert read(PAPERS, Tapped("done"), begun) == (
        SentFile("f", "u", 12, "application/pdf", "plan.pdf", "Plan", "7"),
    )
