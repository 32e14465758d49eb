"""Copies of files that every phone can show, and what the originals belong to."""

from storage import media
from storage.engine import Database
from storage.media import Arrived
from tests.conftest import NOW
from tests.trade import agreed_job

HEIC = Arrived("u-heic", "f-heic", "document", name="IMG.HEIC", mime="image/heic", size=9)


async def test_a_picture_is_kept_once_beside_its_original(db: Database) -> None:
    async with db.begin(NOW) as tx:
        [original] = await media.receive(tx, [HEIC])
        first = await media.keep_picture(tx, original, "a" * 64, 7)
        again = await media.keep_picture(tx, original, "a" * 64, 7)
        assert await media.pictures(tx, [original, 404]) == [first] == [again]
        kept, made = await media.get(tx, [original, first])
    assert (kept.kind, kept.mime, kept.file_id) == ("document", "image/heic", "f-heic")
    assert (made.kind, made.mime, made.sha256) == ("photo", "image/jpeg", "a" * 64)


async def test_a_file_knows_the_requests_it_came_with(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        [original] = await media.receive(tx, [HEIC])
        for subject in ("request", "job"):
            await media.attach(tx, subject, job.request_id, "site", [original], 501)
        assert await media.subjects(tx, original, "request") == [job.request_id]
        assert await media.subjects(tx, 404, "request") == []
