"""The agreed quote comes back with who agreed and with the purchase order, once each."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errands.agreement_pdf import render_agreement_pdf
from bot.errands.made_file import PDF
from domain.quotes import QuoteEvent, QuoteState
from handlers.conversation.kinds import SentFile
from handlers.quotes import client_changes, quote_documents
from handlers.quotes.decision_forms import OrderForm
from storage import errands, quotes
from storage.engine import Database
from storage.files import FileStore
from storage.quotes import Revision
from tests.bot.errand_helpers import errand_context
from tests.bot.paperwork import (
    Dying,
    agree,
    content_of,
    papers_sent,
    render,
    render_agreement,
    sent,
    waiting,
)
from tests.conftest import NOW
from tests.documents.archival import faults
from tests.documents.reading import reader, text_of
from tests.handlers.contexts import context_of, tap
from tests.trade import CLIENT


@pytest.fixture
def files(tmp_path: Path) -> FileStore:
    return FileStore(str(tmp_path / "media"))


async def test_an_agreement_brings_the_paper_back_and_leaves_the_first_as_it_was(
    db: Database, files: FileStore
) -> None:
    revision = await sent(db, photos=1)
    await render(db, files, revision)
    (first,) = await papers_sent(db)
    before = await content_of(files, first)
    await agree(db, revision)
    (errand,) = await waiting(db, quote_documents.RENDER_AGREEMENT)
    assert errand.details == {"revision": revision.id, "person": CLIENT}
    await render_agreement(db, files, revision)

    same, agreed = await papers_sent(db)
    content = await content_of(files, agreed)
    shown = text_of(content)
    assert (same, await content_of(files, same)) == (first, before)
    assert agreed.name == "DEV-2026-0001-accord.pdf"
    assert faults(content) == []
    assert "Jeanne <i>Duval</i>, Directrice le 23 novembre 2026" in shown
    assert f"Empreinte SHA-256 du document {first.sha256}" in shown
    assert reader(content).attachments["DEV-2026-0001.pdf"] == [before]
    await tap(db, CLIENT, "quoted", revision.id)
    assert (await papers_sent(db))[2:] == [first, agreed]


@pytest.mark.parametrize("kept_first", [False, True])
async def test_an_agreement_survives_a_death_and_comes_once(
    db: Database, files: FileStore, tmp_path: Path, kept_first: bool
) -> None:
    revision = await sent(db)
    await render(db, files, revision)
    await agree(db, revision)
    with pytest.raises(ConnectionResetError):
        dying = Dying(tmp_path / "media", kept_first=kept_first)
        await render_agreement(db, dying, revision)
    await render_agreement(db, files, revision)
    await render_agreement(db, files, revision)

    names = [medium.name for medium in await papers_sent(db)]
    assert names == ["DEV-2026-0001.pdf", "DEV-2026-0001-accord.pdf"]


async def test_an_agreement_that_was_taken_back_makes_no_paper(
    db: Database, files: FileStore
) -> None:
    revision = await sent(db)
    await render(db, files, revision)
    await agree(db, revision)
    async with db.begin(NOW) as tx:
        now = await quotes.get(tx, revision.id)
        await quotes.move(tx, now, QuoteEvent.UNDO, actor_id=CLIENT)
    await render_agreement(db, files, revision)
    assert [medium.name for medium in await papers_sent(db)] == ["DEV-2026-0001.pdf"]


async def test_an_agreement_given_anew_is_another_paper(db: Database, files: FileStore) -> None:
    revision = await sent(db)
    given = replace(revision, state=QuoteState.ACCEPTED, agreed_at=NOW)
    anew = replace(given, agreed_at=NOW + timedelta(minutes=5))
    assert quote_documents.agreement_key(revision) is None
    assert quote_documents.agreement_key(given) != quote_documents.agreement_key(anew)


async def order(db: Database, revision: Revision, paper: SentFile | str) -> None:
    async with db.begin(NOW) as tx:
        guest = await context_of(tx, CLIENT)
        await client_changes.ordered(guest, OrderForm(paper), {"revision": revision.id})


async def run_errands(db: Database, files: FileStore) -> None:
    """Make each agreement that was asked for, as the worker does."""
    for errand in await waiting(db, quote_documents.RENDER_AGREEMENT):
        await render_agreement_pdf(errand_context(db, files), errand)
        async with db.begin(NOW) as tx:
            await errands.done(tx, errand)


FILE = SentFile("f-bc", "u-bc", 900, PDF, "BC 7781 <site>.pdf")
PHOTO = SentFile("f-photo", "u-photo", 900, "image/jpeg")


@pytest.mark.parametrize(
    ("paper", "printed"),
    [
        ("BC-7781", "BC-7781"),
        (FILE, "BC 7781 <site>.pdf"),
        (PHOTO, "Photo reçue dans la conversation"),
    ],
)
async def test_an_order_that_comes_later_stands_on_a_new_agreement(
    db: Database, files: FileStore, paper: SentFile | str, printed: str
) -> None:
    revision = await sent(db)
    await render(db, files, revision)
    await agree(db, revision)
    await run_errands(db, files)
    await order(db, revision, paper)
    await run_errands(db, files)

    _, without, ordered = [await content_of(files, medium) for medium in await papers_sent(db)]
    original = reader(without).attachments["DEV-2026-0001.pdf"]
    assert "Bon de commande" not in text_of(without)
    assert f"Bon de commande {printed}" in text_of(ordered)
    assert reader(ordered).attachments["DEV-2026-0001.pdf"] == original
    told = json.loads(reader(ordered).attachments["DEV-2026-0001.json"][0])
    assert told["agreement"]["purchase_order"] == printed
    assert faults(ordered) == []


async def test_the_same_order_again_gives_the_same_paper_and_another_one_another(
    db: Database, files: FileStore
) -> None:
    revision = await sent(db)
    await render(db, files, revision)
    await agree(db, revision)
    for paper in ("BC-1", "BC-2", "BC-1"):
        await order(db, revision, paper)
        await run_errands(db, files)
    _, first, second, again = await papers_sent(db)
    assert first == again != second
    assert "BC-1" in text_of(await content_of(files, first))


async def test_an_order_that_replaces_another_before_it_is_printed_leaves_one_paper(
    db: Database, files: FileStore
) -> None:
    revision = await sent(db)
    await render(db, files, revision)
    await agree(db, revision)
    for paper in ("BC-1", "BC-2"):
        await order(db, revision, paper)
    await run_errands(db, files)
    _, only = await papers_sent(db)
    assert "Bon de commande BC-2" in text_of(await content_of(files, only))
    await order(db, revision, "BC-1")
    await run_errands(db, files)
    assert "BC-1" in text_of(await content_of(files, (await papers_sent(db))[-1]))


class Interrupting(FileStore):
    """A store in which the order comes while the paper without it is being kept."""

    def __init__(self, folder: Path, then: Callable[[], Awaitable[None]]) -> None:
        super().__init__(str(folder))
        self._then = then

    async def keep(self, content: bytes) -> str:
        await self._then()
        return await super().keep(content)


async def test_an_order_that_comes_while_the_paper_is_made_leaves_no_paper_without_it(
    db: Database, files: FileStore, tmp_path: Path
) -> None:
    revision = await sent(db)
    await render(db, files, revision)
    await agree(db, revision)
    during = Interrupting(tmp_path / "media", lambda: order(db, revision, "BC-1"))
    await render_agreement(db, during, revision)
    assert len(await papers_sent(db)) == 1
    await run_errands(db, files)
    assert "BC-1" in text_of(await content_of(files, (await papers_sent(db))[-1]))


async def test_an_order_from_before_it_was_printed_is_printed_when_the_quote_is_asked_for(
    db: Database, files: FileStore
) -> None:
    revision = await sent(db)
    await render(db, files, revision)
    await agree(db, revision)
    await run_errands(db, files)
    async with db.begin(NOW) as tx:
        await quotes.change(tx, await quotes.get(tx, revision.id), order_ref="BC-OLD")

    await tap(db, CLIENT, "quoted", revision.id)
    await run_errands(db, files)

    assert "Bon de commande BC-OLD" in text_of(await content_of(files, (await papers_sent(db))[-1]))
