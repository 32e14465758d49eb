"""A visit of a site: slots offered, one taken, offered anew; one visit a request."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from domain.lifecycle import NotAllowed
from domain.surveys import SurveyEvent, SurveyState
from storage import events, people, surveys
from storage.engine import Database
from storage.surveys import Slot
from storage.tables import surveys as table
from storage.transaction import Changed, Unknown
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


async def test_slots_offered_anew_take_the_place_of_those_before_and_of_the_visit(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
        request = await request_of(tx, await client(tx))
        offered = await surveys.propose(tx, request.id, [MORNING], CLIENT, actor_id=COORDINATOR)
        await surveys.move(
            tx, offered, SurveyEvent.BOOK, actor_id=CLIENT, starts_at=MORNING.starts_at
        )
        anew = await surveys.propose(tx, request.id, [LATER], COORDINATOR, actor_id=COORDINATOR)
        assert await surveys.find(tx, request.id) == anew
    assert (anew.id, anew.version) == (offered.id, 3)
    assert (anew.state, anew.slots, anew.booked) == (SurveyState.PROPOSED, (LATER,), None)
    assert anew.surveyor_id == COORDINATOR


async def test_an_old_offer_and_a_visit_that_is_booked_are_not_booked_again(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await request_of(tx, await client(tx))
        old = await surveys.propose(tx, request.id, [MORNING], CLIENT, actor_id=COORDINATOR)
        new = await surveys.propose(tx, request.id, [LATER], CLIENT, actor_id=COORDINATOR)
        with pytest.raises(Changed):
            await surveys.move(
                tx, old, SurveyEvent.BOOK, actor_id=CLIENT, starts_at=MORNING.starts_at
            )
        booked = await surveys.move(
            tx, new, SurveyEvent.BOOK, actor_id=CLIENT, starts_at=LATER.starts_at
        )
        with pytest.raises(NotAllowed):
            await surveys.move(
                tx, booked, SurveyEvent.BOOK, actor_id=CLIENT, starts_at=LATER.starts_at
            )
        assert await surveys.get(tx, new.id) == booked


async def test_what_happens_to_a_visit_is_told_under_its_request(db: Database) -> None:
    async with db.begin(NOW) as tx:
        request = await request_of(tx, await client(tx))
        before = await events.of(tx, "request", request.id)
        survey = await surveys.propose(tx, request.id, [MORNING], CLIENT, actor_id=COORDINATOR)
        await surveys.move(tx, survey, SurveyEvent.DECLINE, actor_id=CLIENT, starts_at=None)
        trail = await events.of(tx, "request", request.id)
    assert trail[len(before) :] == [
        (SurveyEvent.PROPOSE, COORDINATOR),
        (SurveyEvent.DECLINE, CLIENT),
    ]


async def test_visits_are_found_by_their_requests(db: Database) -> None:
    async with db.begin(NOW) as tx:
        person = await client(tx)
        first, second, none = [(await request_of(tx, person)).id for _ in range(3)]
        made = {
            request_id: await surveys.propose(
                tx, request_id, [MORNING], CLIENT, actor_id=COORDINATOR
            )
            for request_id in (first, second)
        }
        assert await surveys.of_requests(tx, [first, second, none, 404]) == made
        assert await surveys.of_requests(tx, []) == {}
        assert await surveys.find(tx, none) is None
        with pytest.raises(Unknown):
            await surveys.get(tx, 404)
