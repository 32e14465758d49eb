"""What client and coordinators write to each other about a request."""

from datetime import timedelta

from storage import media, request_thread
from storage.engine import Database
from storage.media import Arrived
from storage.request_thread import ThreadMessage
from tests.conftest import NOW
from tests.trade import CLIENT, COORDINATOR, client, request_of

MINUTE = timedelta(minutes=1)


async def asked(db: Database) -> tuple[int, int]:
    """Open two requests of one client."""
    async with db.begin(NOW) as tx:
        person = await client(tx)
        return (await request_of(tx, person)).id, (await request_of(tx, person)).id


async def test_a_thread_is_read_in_the_order_in_which_it_was_written(db: Database) -> None:
    ours, other = await asked(db)
    for n, (who, words) in enumerate(
        [(CLIENT, "Avec <b>piano</b> & tout"), (COORDINATOR, "Quel étage ?"), (CLIENT, "Le 2e")]
    ):
        async with db.begin(NOW + n * MINUTE) as tx:
            await request_thread.say(tx, ours, who, words, from_client=who == CLIENT)
    async with db.begin(NOW) as tx:
        await request_thread.say(tx, other, CLIENT, "Autre chose", from_client=True)

    async with db.read(NOW) as tx:
        assert await request_thread.thread(tx, ours) == [
            ThreadMessage(from_client=True, text="Avec <b>piano</b> & tout", at=NOW),
            ThreadMessage(from_client=False, text="Quel étage ?", at=NOW + MINUTE),
            ThreadMessage(from_client=True, text="Le 2e", at=NOW + 2 * MINUTE),
        ]


async def test_a_file_stands_with_its_caption_kind_and_name(db: Database) -> None:
    ours, _ = await asked(db)
    async with db.begin(NOW) as tx:
        files = [
            Arrived("u-1", "f-1", "document", name="plan <2>.pdf", mime="application/pdf"),
            Arrived("u-2", "f-2", "voice"),
        ]
        for media_id, words in zip(await media.receive(tx, files), ("Le plan", ""), strict=True):
            await request_thread.say(tx, ours, CLIENT, words, from_client=True, media_id=media_id)

    async with db.read(NOW) as tx:
        thread = await request_thread.thread(tx, ours)
    assert [(one.text, one.kind, one.name) for one in thread] == [
        ("Le plan", "document", "plan <2>.pdf"),
        ("", "voice", None),
    ]


async def test_a_request_nobody_wrote_about_has_an_empty_thread(db: Database) -> None:
    ours, _ = await asked(db)
    async with db.read(NOW) as tx:
        assert await request_thread.thread(tx, ours) == []
