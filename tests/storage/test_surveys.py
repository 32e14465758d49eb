"""Slots of a visit are kept with their end, where they have one."""

from datetime import timedelta

from sqlalchemy import update

from domain.surveys import SurveyEvent
from storage import surveys
from storage.engine import Database
from storage.surveys import Slot
from storage.tables import surveys as table
from tests.conftest import NOW
from tests.trade import CLIENT, COORDINATOR, client, request_of

MORNING = Slot(NOW + timedelta(days=2), NOW + timedelta(days=2, hours=3))
LATER = Slot(NOW + timedelta(days=3))


async def test_a_slot_comes_back_with_its_end_and_is_what_was_booked(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await request_of(tx, await client(tx))
        offered = await surveys.propose(
            tx, request.id, [MORNING, LATER], CLIENT, actor_id=COORDINATOR
        )
        booked = await surveys.move(
            tx, offered, SurveyEvent.BOOK, actor_id=CLIENT, starts_at=MORNING.starts_at
        )
    assert (offered.slots, offered.booked) == ((MORNING, LATER), None)
    assert booked.booked == MORNING


async def test_instants_that_were_kept_before_slots_had_an_end_are_read(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await request_of(tx, await client(tx))
        offered = await surveys.propose(tx, request.id, [MORNING], CLIENT, actor_id=COORDINATOR)
        old = [LATER.starts_at.isoformat()]
        await tx.run(update(table).where(table.c.id == offered.id).values(slots=old))
        assert (await surveys.get(tx, offered.id)).slots == (LATER,)
