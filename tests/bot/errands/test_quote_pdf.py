"""A quote's papers are made from the rows, once each, whatever dies in between."""

import json
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from bot.errands.document_photos import PATIENCE, PhotosOnTheWay
from bot.errands.english_pdf import render_english_pdf
from bot.errands.quote_pdf import MOST_PHOTOS
from handlers.quotes import quote_documents
from storage import people, quotes
from storage.engine import Database
from storage.files import FileStore
from storage.tables import attachments
from tests.bot.errand_helpers import errand_context
from tests.bot.paperwork import (
    STRANGER,
    Dying,
    content_of,
    fetch_photos,
    papers_sent,
    render,
    sent,
    waiting,
)
from tests.conftest import NOW
from tests.documents.archival import faults
from tests.documents.reading import reader, text_of
from tests.handlers.contexts import tap
from tests.trade import CLIENT


@pytest.fixture
def files(tmp_path: Path) -> FileStore:
    return FileStore(str(tmp_path / "media"))


async def test_the_quote_is_french_whoever_asks_and_carries_its_values(
    db: Database, files: FileStore
) -> None:
    revision = await sent(db, language="en")
    await render(db, files, revision)

    (paper,) = await papers_sent(db)
    content = await content_of(files, paper)
    shown = text_of(content)
    priced = revision.estimate
    assert paper.name == "DEV-2026-0001.pdf"
    assert faults(content) == []
    for words in (
        "Devis DEV-2026-0001",
        "ÉTABLI PAR Nadia",
        "Débarras de mobilier",
        "Accès : étage 2, monte-charge, 20 m jusqu’au camion",
        "Badge <b>à l’accueil</b> & #panic()",
    ):
        assert words in shown
    assert "🪑" not in shown
    lines = json.loads(reader(content).attachments["DEV-2026-0001.json"][0])
    assert lines["total_incl_vat_cents"] == priced.total_incl_vat_cents
    assert [one["amount_cents"] for one in lines["lines"]] == [line.cents for line in priced.lines]
    async with db.read(NOW) as tx:
        assert (await quotes.get(tx, revision.id)).media_id == paper.id


@pytest.mark.parametrize("kept_first", [False, True])
async def test_a_death_in_the_middle_leaves_one_paper_with_the_same_hash(
    db: Database, tmp_path: Path, kept_first: bool
) -> None:
    files = Dying(tmp_path, kept_first=kept_first)
    revision = await sent(db, photos=1)
    with pytest.raises(ConnectionResetError):
        await render(db, files, revision)
    assert await papers_sent(db) == []

    await render(db, files, revision)
    (paper,) = await papers_sent(db)
    await render(db, files, revision)
    assert await papers_sent(db) == [paper]
    again = FileStore(str(tmp_path / "again"))
    async with db.begin(NOW) as tx:
        now = await quotes.get(tx, revision.id)
        await quotes.change(tx, now, media_id=None)
    await render(db, again, revision)
    assert await again.content(paper.sha256 or "") == await content_of(files, paper)


async def test_what_the_client_wrote_under_a_photo_stands_with_it(
    db: Database, files: FileStore
) -> None:
    revision = await sent(db, photos=1)
    async with db.begin(NOW) as tx:
        first = select(func.min(attachments.c.id)).scalar_subquery()
        await tx.run(
            update(attachments).where(attachments.c.id == first).values(caption="Cour #2 <b>")
        )
    await fetch_photos(db, files, revision)
    await render(db, files, revision, attempts=0)

    (paper,) = await papers_sent(db)
    assert "Photo 1 · Cour #2 <b>" in text_of(await content_of(files, paper))


async def test_photos_of_the_request_are_waited_for_and_then_left_as_gaps(
    db: Database, files: FileStore
) -> None:
    revision = await sent(db, photos=MOST_PHOTOS + 2)
    with pytest.raises(PhotosOnTheWay):
        await render(db, files, revision, attempts=PATIENCE - 1)
    await render(db, files, revision, attempts=PATIENCE)

    (paper,) = await papers_sent(db)
    shown = text_of(await content_of(files, paper))
    assert shown.count("Photo illisible") == MOST_PHOTOS
    assert "2 autres photos sont conservées avec la demande." in shown


async def test_photos_of_the_request_stand_in_the_annex_and_plans_do_not(
    db: Database, files: FileStore
) -> None:
    revision = await sent(db, photos=2)
    await fetch_photos(db, files, revision)
    await render(db, files, revision, attempts=0)

    (paper,) = await papers_sent(db)
    pages = reader(await content_of(files, paper)).pages
    assert sum(len(page.images) for page in pages) == 2


async def test_an_english_copy_comes_on_request_and_at_once_the_second_time(
    db: Database, files: FileStore
) -> None:
    revision = await sent(db, language="en")
    await render(db, files, revision)
    toast = await tap(db, CLIENT, "english", revision.id)
    assert toast is not None
    assert toast.text == "The translation is on its way."
    await tap(db, CLIENT, "english", revision.id)
    (errand,) = await waiting(db, quote_documents.RENDER_ENGLISH)
    assert errand.details == {"revision": revision.id, "person": CLIENT}
    for _ in range(2):
        await render_english_pdf(errand_context(db, files), errand)

    _, copy = await papers_sent(db)
    content = await content_of(files, copy)
    shown = text_of(content)
    assert copy.name == "DEV-2026-0001-en.pdf"
    assert faults(content) == []
    assert "Translation. Only the French text is binding." in shown
    assert "floor 2, goods lift, 20 m to the truck" in shown
    assert "Furniture clearance" in shown

    await tap(db, CLIENT, "english", revision.id)
    assert [medium.id for medium in await papers_sent(db)][1:] == [copy.id, copy.id]


async def test_a_stranger_gets_no_copy(db: Database, files: FileStore) -> None:
    revision = await sent(db)
    await render(db, files, revision)
    async with db.begin(NOW) as tx:
        await people.meet(tx, STRANGER, first_name="Sam", language="fr")
    await tap(db, STRANGER, "english", revision.id)
    assert await waiting(db, quote_documents.RENDER_ENGLISH) == []
