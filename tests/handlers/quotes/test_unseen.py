"""A firm quote without the visit that was called for says so; after the visit it need not."""

from datetime import timedelta
from pathlib import Path

from domain.survey import SurveyReason
from domain.surveys import SurveyEvent
from handlers.views import quote_card
from storage import quotes, surveys
from storage.engine import Database
from storage.files import FileStore
from storage.quotes import Revision
from storage.requests import Request
from storage.surveys import Slot
from tests.conftest import NOW
from tests.handlers.quotes.quote_steps import paper, send
from tests.handlers.requests.hazard_cases import DESK, NADIA, asked
from tests.trade import CLIENT, services

SAY = services().words.say("fr")


async def quoted(db: Database, request: Request) -> Revision:
    assert await send(db, request) == "Le devis part chez le client."
    async with db.read(NOW) as tx:
        newest = await quotes.newest(tx, request.id)
    assert newest is not None
    return newest


async def test_without_the_visit_card_and_paper_say_so(db: Database, tmp_path: Path) -> None:
    async with db.begin(NOW) as tx:
        request = await asked(tx, DESK)
    revision = await quoted(db, request)
    assert revision.unseen == (SurveyReason.NO_PHOTOS,)
    assert "Une visite était conseillée" in quote_card.draw(SAY, revision).text
    shown = await paper(db, FileStore(str(tmp_path)), request)
    assert "Une visite était conseillée : pas de photos" in shown


async def test_after_the_visit_nothing_is_said(db: Database, tmp_path: Path) -> None:
    yesterday = NOW - timedelta(days=1)
    async with db.begin(NOW) as tx:
        request = await asked(tx, DESK)
        offered = await surveys.propose(tx, request.id, [Slot(yesterday)], NADIA, actor_id=NADIA)
        await surveys.move(tx, offered, SurveyEvent.BOOK, actor_id=CLIENT, starts_at=yesterday)
    assert (await quoted(db, request)).unseen == ()
    assert "visite" not in await paper(db, FileStore(str(tmp_path)), request)


async def test_a_visit_that_is_still_to_come_was_not_made(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await asked(tx, DESK)
        later = NOW + timedelta(days=2)
        offered = await surveys.propose(tx, request.id, [Slot(later)], NADIA, actor_id=NADIA)
        await surveys.move(tx, offered, SurveyEvent.BOOK, actor_id=CLIENT, starts_at=later)
    assert (await quoted(db, request)).unseen == (SurveyReason.NO_PHOTOS,)
