"""A first quote sent as reckoned, and its paper."""

from storage import quotes, requests
from storage.engine import Database
from storage.files import FileStore
from storage.requests import Request
from tests.bot.paperwork import content_of, papers_sent, render
from tests.conftest import NOW
from tests.documents.reading import text_of
from tests.handlers.contexts import tap
from tests.handlers.requests.hazard_cases import NADIA


async def send(db: Database, request: Request) -> str:
    async with db.read(NOW) as tx:
        version = (await requests.get(tx, request.id)).version
    toast = await tap(db, NADIA, "quote", request.id, version)
    assert toast is not None
    return toast.text


async def paper(db: Database, files: FileStore, request: Request) -> str:
    async with db.read(NOW) as tx:
        revision = await quotes.newest(tx, request.id)
    assert revision is not None
    await render(db, files, revision)
    (sent,) = await papers_sent(db)
    return text_of(await content_of(files, sent))
