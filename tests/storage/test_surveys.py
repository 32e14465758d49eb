"""Slots of a visit are kept with their end, where they have one."""

from datetime import timedelta

from sqlalchemy import update

from storage import surveys
from storage.engine import Database
from storage.surveys import Slot
from storage.tables import surveys as table
from tests.conftest import NOW
from tests.trade import CLIENT, client, request_of

MORNING = Slot(NOW + timedelta(days=2), NOW + timedelta(days=2, hours=3))
LATER = Slot(NOW + timedelta(days=3))


async def test_a_slot_comes_back_with_its_end_and_is_what_was_booked(db: Database) -> None:
    async with db.begin(NOW) as work:
        request = await request_of(work, await client(work))
        offered = await surveys.propose(work, request.id, [MORNING, LATER], CLIENT)
        booked = await surveys.change(work, offered, starts_at=MORNING.starts_at)
    assert (offered.slots, offered.booked) == ((MORNING, LATER), None)
    assert booked.booked == MORNING


async def test_instants_that_were_kept_before_slots_had_an_end_are_read(db: Database) -> None:
    async with db.begin(NOW) as work:
        request = await request_of(work, await client(work))
        offered = await surveys.propose(work, request.id, [MORNING], CLIENT)
        old = [LATER.starts_at.isoformat()]
        await work.run(update(table).where(table.c.id == offered.id).values(slots=old))
        assert (await surveys.get(work, offered.id)).slots == (LATER,)
