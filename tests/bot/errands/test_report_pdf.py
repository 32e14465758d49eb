"""The report is made from the rows, once, and waits a little for photos on their way."""

import io
from datetime import time
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.errands.document_photos import PATIENCE, PhotosOnTheWay
from bot.errands.report_pdf import render_report_pdf
from domain.jobs import CrewReply, JobEvent, JobState
from domain.outcomes import Outcome
from storage import crew_assignments, jobs, media
from storage.engine import Database
from storage.files import FileStore
from storage.media import Arrived, Medium
from tests.bot.errand_helpers import errand_context, errand_of
from tests.conftest import NOW
from tests.documents.samples import photo
from tests.trade import CLIENT, MONDAY, agreed_job, member, through
from tests.waiting_letters import pending

GROUP = -77


@pytest.fixture
def files(tmp_path: Path) -> FileStore:
    return FileStore(str(tmp_path / "media"))


@pytest.fixture
async def job_id(db: Database) -> int:
    """A finished job: 20 desks, 14 reused and 6 recycled, a photo before and one after."""
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        awa = await member(tx, "Awa", person_id=11, leader=True)
        await crew_assignments.assign(tx, job.id, [awa], awa)
        (mine,) = await crew_assignments.crew_of(tx, job.id)
        await crew_assignments.answer(tx, mine, CrewReply.CONFIRM, actor_id=11)
        job = await jobs.change(tx, job, start_on=MONDAY, start_time=time(7, 30))
        day = (JobEvent.PUBLISH, JobEvent.SET_OFF, JobEvent.ARRIVE, JobEvent.FINISH)
        await through(tx, job, *day)
        await jobs.open_sheet(tx, job.id, [*Outcome], 1)
        await jobs.count(tx, job.id, 0, "reused", Decimal(14))
        await jobs.count(tx, job.id, 0, "recycled", Decimal(6))
        for moment in ("before", "after"):
            photos = [Arrived(f"u-{moment}", f"f-{moment}", "photo", mime="image/jpeg")]
            ids = await media.receive(tx, photos)
            await media.attach(tx, "job", job.id, moment, ids, 11)
    return job.id


async def fetch_all(db: Database, files: FileStore, job_id: int) -> None:
    async with db.begin(NOW) as tx:
        for _, medium, _ in await media.attached(tx, "job", job_id):
            content = photo("before", "", 30 + medium.id).data or b""
            await media.fetched(tx, medium.id, await files.keep(content), len(content))


async def render(db: Database, files: FileStore, job_id: int, attempts: int = 0) -> None:
    await render_report_pdf(errand_context(db, files), errand_of(attempts, job=job_id))


async def copies(db: Database, files: FileStore) -> dict[int, str]:
    """Return the words of the documents that wait to be sent, by chat."""
    async with db.read(NOW) as tx:
        letters = await pending(tx)
        posts = [letter.post for letter in letters if letter.post.document]
        papers: list[Medium] = await media.get(tx, [post.document or 0 for post in posts])
    assert len({post.chat_id for post in posts}) == len(posts)
    return {
        post.chat_id: text_of(await files.content(paper.sha256 or ""))
        for post, paper in zip(posts, papers, strict=True)
    }


def text_of(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


async def test_client_and_coordinators_get_a_copy_each(
    db: Database, files: FileStore, job_id: int
) -> None:
    await fetch_all(db, files, job_id)
    await render(db, files, job_id)
    found = await copies(db, files)
    assert set(found) == {CLIENT, GROUP}
    assert "Awa" in found[GROUP]
    assert "Awa" not in found[CLIENT]
    assert "INT-2026-0001" in found[CLIENT]
    assert "Débarras de mobilier" in found[CLIENT]
    assert "🪑" not in found[CLIENT]
    assert "70" in found[CLIENT]  # 14 of 20 desks, all of the same weight
    async with db.read(NOW) as tx:
        job = await jobs.get(tx, job_id)
    assert job.state is JobState.REPORTED
    assert job.report_media_id is not None


async def test_a_second_time_sends_nothing(db: Database, files: FileStore, job_id: int) -> None:
    await fetch_all(db, files, job_id)
    await render(db, files, job_id)
    async with db.read(NOW) as tx:
        before = len(await pending(tx))
    await render(db, files, job_id)
    async with db.read(NOW) as tx:
        assert len(await pending(tx)) == before


async def test_it_waits_for_photos_and_then_leaves_a_gap(
    db: Database, files: FileStore, job_id: int
) -> None:
    with pytest.raises(PhotosOnTheWay):
        await render(db, files, job_id, attempts=PATIENCE - 1)
    assert await copies(db, files) == {}
    await render(db, files, job_id, attempts=PATIENCE)
    assert "Photo illisible" in (await copies(db, files))[CLIENT]
