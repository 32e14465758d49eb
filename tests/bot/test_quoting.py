"""A quote's papers are made from the rows, once each, whatever dies in between."""

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from bot.clock import JumpingClock
from bot.copies import render_agreement_pdf, render_english_pdf
from bot.photos import PATIENCE, PhotosOnTheWay
from bot.quoting import MOST_PHOTOS, render_quote_pdf
from domain import communes
from domain.activities import Activity, Parking
from domain.inventory import Access, InventoryLine, Lift
from handlers.clients import papers
from handlers.clients import quotes as client_quotes
from handlers.conversation.kinds import Signatory
from handlers.estimating import estimate, keep, kept
from handlers.flows.decisions import Agreement
from handlers.shop import Shop
from storage import errands, events, media, outbox, people, quotes, requests
from storage.engine import Database
from storage.errands import Errand
from storage.files import Files
from storage.media import Arrived, Medium
from storage.quotes import Revision
from storage.requests import Asked, Site
from tests.conftest import NOW
from tests.documents.archival import faults
from tests.documents.reading import reader, text_of
from tests.documents.samples import photo
from tests.handlers.visits import tap, visit
from tests.trade import CLIENT, FRIDAY, MONDAY, client, shop

COORDINATOR = 900
STRANGER = 901


class Dying(Files):
    """A store whose process dies with the first file: before it is kept, or just after."""

    def __init__(self, folder: Path, *, kept_first: bool) -> None:
        super().__init__(str(folder))
        self.kept_first = kept_first
        self.dies = True

    async def keep(self, content: bytes) -> str:
        kept_as = await super().keep(content) if self.kept_first or not self.dies else ""
        if self.dies:
            self.dies = False
            raise ConnectionResetError
        return kept_as


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(str(tmp_path / "media"))


async def sent(db: Database, photos: int = 0, language: str = "fr") -> Revision:
    """Have Nadia send a quote, not printed yet, for a request with photos and a plan."""
    async with db.begin(NOW) as work:
        person = await people.change(work, await client(work), language=language)
        assert person.company_id is not None
        access = Access(2, Lift.GOODS, Decimal(20))
        asked = Asked(
            activity=Activity.CLEARANCE,
            site=Site(
                "12 rue Hoche", "93500", communes.of_postcode("93500")[0], access, Parking.DOCK
            ),
            lines=(InventoryLine("BUR-01", Decimal(20)),),
            earliest_on=MONDAY,
            deadline_on=FRIDAY,
            note="Badge <b>à l’accueil</b> & #panic()",
        )
        request = await requests.open_(
            work, asked, company_id=person.company_id, person_id=person.id
        )
        await people.meet(work, COORDINATOR, first_name="Nadia", language="fr")
        shots = [Arrived(f"u-{n}", f"f-{n}", "photo", mime="image/jpeg") for n in range(photos)]
        plan = Arrived("u-plan", "f-plan", "document", mime="application/pdf")
        ids = await media.receive(work, [*shots, plan])
        await media.attach(work, "request", request.id, "site", ids, CLIENT)
        revision = await quotes.issue(
            work, request.id, keep(estimate(shop(), request)), valid_until=MONDAY
        )
        await events.record(
            work,
            "quote_sent",
            "request",
            request.id,
            actor_id=COORDINATOR,
            number=revision.label,
        )
    return revision


async def fetch_photos(db: Database, files: Files, revision: Revision) -> None:
    async with db.begin(NOW) as work:
        for _, medium, _ in await media.attached(work, "request", revision.request_id):
            content = photo("before", "", medium.id).data or b""
            await media.fetched(work, medium.id, await files.keep(content), len(content))


async def render(
    db: Database, files: Files, revision: Revision, attempts: int = PATIENCE, of: Shop | None = None
) -> None:
    await render_quote_pdf(db, JumpingClock(), files, of or shop(), revision.id, attempts=attempts)


async def agree(db: Database, revision: Revision) -> None:
    async with db.begin(NOW) as work:
        guest = await visit(work, CLIENT)
        await client_quotes.agreed(
            guest,
            Agreement(Signatory("Jeanne <i>Duval</i>"), "Directrice"),
            {"revision": revision.id},
        )


async def render_agreement(db: Database, files: Files, revision: Revision) -> None:
    await render_agreement_pdf(db, JumpingClock(), files, shop(), revision.id, CLIENT)


async def papers_sent(db: Database) -> list[Medium]:
    """The documents that wait to be sent to the client, in order."""
    async with db.read(NOW) as work:
        posts = [letter.post for letter in await outbox.pending(work)]
        return await media.get(
            work, [one.document for one in posts if one.chat_id == CLIENT and one.document]
        )


async def waiting(db: Database, kind: str) -> list[Errand]:
    async with db.begin(NOW, real_now=NOW + timedelta(days=1)) as work:
        return [one for one in await errands.claim(work, 99) if one.kind == kind]


async def content_of(files: Files, medium: Medium) -> bytes:
    assert medium.sha256 is not None
    content = await files.content(medium.sha256)
    assert sha256(content).hexdigest() == medium.sha256
    return content


async def test_the_quote_is_french_whoever_asks_and_carries_its_values(
    db: Database, files: Files
) -> None:
    revision = await sent(db, language="en")
    await render(db, files, revision)

    (paper,) = await papers_sent(db)
    content = await content_of(files, paper)
    shown = text_of(content)
    priced = kept(revision.estimate)
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
    assert [one["amount_cents"] for one in lines["lines"]] == [one.cents for one in priced.lines]
    async with db.read(NOW) as work:
        assert (await quotes.get(work, revision.id)).media_id == paper.id


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
    again = Files(str(tmp_path / "again"))
    async with db.begin(NOW) as work:
        now = await quotes.get(work, revision.id)
        await quotes.change(work, now, media_id=None)
    await render(db, again, revision)
    assert await again.content(paper.sha256 or "") == await content_of(files, paper)


async def test_photos_of_the_request_are_waited_for_and_then_left_as_gaps(
    db: Database, files: Files
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
    db: Database, files: Files
) -> None:
    revision = await sent(db, photos=2)
    await fetch_photos(db, files, revision)
    await render(db, files, revision, attempts=0)

    (paper,) = await papers_sent(db)
    pages = reader(await content_of(files, paper)).pages
    assert sum(len(page.images) for page in pages) == 2


async def test_an_agreement_brings_the_paper_back_and_leaves_the_first_as_it_was(
    db: Database, files: Files
) -> None:
    revision = await sent(db, photos=1)
    await render(db, files, revision)
    (first,) = await papers_sent(db)
    before = await content_of(files, first)
    await agree(db, revision)
    (errand,) = await waiting(db, papers.RENDER_AGREEMENT)
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
    db: Database, files: Files, tmp_path: Path, kept_first: bool
) -> None:
    revision = await sent(db)
    await render(db, files, revision)
    await agree(db, revision)
    with pytest.raises(ConnectionResetError):
        dying = Dying(tmp_path / "media", kept_first=kept_first)
        await render_agreement(db, dying, revision)
    await render_agreement(db, files, revision)
    await render_agreement(db, files, revision)

    names = [one.name for one in await papers_sent(db)]
    assert names == ["DEV-2026-0001.pdf", "DEV-2026-0001-accord.pdf"]


async def test_an_agreement_that_was_taken_back_makes_no_paper(db: Database, files: Files) -> None:
    revision = await sent(db)
    await render(db, files, revision)
    await agree(db, revision)
    async with db.begin(NOW) as work:
        now = await quotes.get(work, revision.id)
        await quotes.change(work, now, state="sent", agreed_by=None, agreed_at=None)
    await render_agreement(db, files, revision)
    assert [one.name for one in await papers_sent(db)] == ["DEV-2026-0001.pdf"]


async def test_an_agreement_given_anew_is_another_paper(db: Database, files: Files) -> None:
    revision = await sent(db)
    given = replace(revision, state="accepted", agreed_at=NOW)
    anew = replace(given, agreed_at=NOW + timedelta(minutes=5))
    assert papers.agreement_key(revision) is None
    assert papers.agreement_key(given) != papers.agreement_key(anew)


async def test_an_english_copy_comes_on_request_and_at_once_the_second_time(
    db: Database, files: Files
) -> None:
    revision = await sent(db, language="en")
    await render(db, files, revision)
    toast = await tap(db, CLIENT, "english", revision.id)
    assert toast is not None
    assert toast.text == "The translation is on its way."
    await tap(db, CLIENT, "english", revision.id)
    (errand,) = await waiting(db, papers.RENDER_ENGLISH)
    assert errand.details == {"revision": revision.id, "person": CLIENT}
    for _ in range(2):
        await render_english_pdf(db, JumpingClock(), files, shop(), revision.id, CLIENT)

    _, copy = await papers_sent(db)
    content = await content_of(files, copy)
    shown = text_of(content)
    assert copy.name == "DEV-2026-0001-en.pdf"
    assert faults(content) == []
    assert "Translation. Only the French text is binding." in shown
    assert "floor 2, goods lift, 20 m to the truck" in shown
    assert "Furniture clearance" in shown

    await tap(db, CLIENT, "english", revision.id)
    assert [one.id for one in await papers_sent(db)][1:] == [copy.id, copy.id]


async def test_a_stranger_gets_no_copy(db: Database, files: Files) -> None:
    revision = await sent(db)
    await render(db, files, revision)
    async with db.begin(NOW) as work:
        await people.meet(work, STRANGER, first_name="Sam", language="fr")
    await tap(db, STRANGER, "english", revision.id)
    assert await waiting(db, papers.RENDER_ENGLISH) == []
