"""Files that came and files that we made: known once, fetched once, tied to what they show."""

from datetime import timedelta

from storage import errands, media
from storage.engine import Database
from storage.errands import Errand
from storage.media import FETCH, Arrived
from tests.conftest import NOW
from tests.trade import agreed_job

HEIC = Arrived("u-heic", "f-heic", "document", name="IMG.HEIC", mime="image/heic", size=9)

PLAN = Arrived("u-plan", "f-plan", "document", name="plan <2>.pdf", mime="application/pdf", size=7)


async def fetches(db: Database) -> list[Errand]:
    async with db.begin(NOW + timedelta(days=1)) as tx:
        return [errand for errand in await errands.claim(tx, 99) if errand.kind == FETCH]


async def test_a_file_that_came_is_fetched_after_the_commit(db: Database) -> None:
    async with db.begin(NOW) as tx:
        heic, plan = await media.receive(tx, [HEIC, PLAN])
        [medium] = await media.get(tx, [plan])
        assert await media.receive(tx, []) == []
    assert (medium.name, medium.mime, medium.size) == ("plan <2>.pdf", "application/pdf", 7)
    assert (medium.file_id, medium.sha256) == ("f-plan", None)
    assert [errand.details for errand in await fetches(db)] == [{"media": heic}, {"media": plan}]


async def test_the_same_file_sent_again_is_the_same_and_fetched_once(db: Database) -> None:
    async with db.begin(NOW) as tx:
        [first] = await media.receive(tx, [PLAN])
    async with db.begin(NOW) as tx:
        again = Arrived("u-plan", "another id", "document")
        assert await media.receive(tx, [again, HEIC, again]) == [first, first + 1, first]
        assert (await media.get(tx, [first]))[0].file_id == "f-plan"
    assert len(await fetches(db)) == 2


async def test_what_was_fetched_and_what_telegram_keeps_is_noted(db: Database) -> None:
    async with db.begin(NOW) as tx:
        [plan] = await media.receive(tx, [PLAN])
        await media.fetched(tx, plan, "b" * 64, 12)
        await media.uploaded(tx, plan, "f-new")
        [medium] = await media.get(tx, [plan])
    assert (medium.sha256, medium.size, medium.file_id) == ("b" * 64, 12, "f-new")


async def test_a_file_that_we_made_is_known_by_its_key_and_its_first_bytes_stay(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        assert await media.made(tx, "quote:1") is None
        kept = [
            await media.keep(
                tx, key="quote:1", sha256=letter * 64, name="D.pdf", mime="application/pdf", size=3
            )
            for letter in "ab"
        ]
        assert kept == [await media.made(tx, "quote:1")] * 2
        [medium] = await media.get(tx, kept[:1])
    assert (medium.sha256, medium.file_id, medium.kind) == ("a" * 64, None, "document")


async def test_files_are_loaded_in_the_order_in_which_they_are_wanted(db: Database) -> None:
    async with db.begin(NOW) as tx:
        heic, plan = await media.receive(tx, [HEIC, PLAN])
        assert [one.id for one in await media.get(tx, [plan, 404, heic])] == [plan, heic]
        assert await media.get(tx, []) == []


async def test_files_of_a_thing_are_listed_as_they_came_with_their_captions(db: Database) -> None:
    async with db.begin(NOW) as tx:
        heic, plan = await media.receive(tx, [HEIC, PLAN])
        await media.attach(tx, "request", 1, "site", [plan], 501, captions=["Le <plan>"])
    async with db.begin(NOW + timedelta(hours=1)) as tx:
        await media.attach(tx, "request", 1, "site", [heic, plan, heic], 501, captions=["", "2"])
        await media.attach(tx, "request", 2, "site", [heic], 501)
        await media.attach(tx, "job", 1, "before", [heic], 501)
        await media.attach(tx, "request", 1, "site", [], 501)
        found = await media.attached(tx, "request", 1)
        assert await media.captions(tx, "request", 1) == ["Le <plan>"]
    assert [(purpose, medium.id, at - NOW) for purpose, medium, at in found] == [
        ("site", plan, timedelta()),
        ("site", heic, timedelta(hours=1)),
    ]


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
