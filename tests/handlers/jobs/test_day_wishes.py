"""A colleague asks for another day: they get the answer, and who made the request gets it too."""

from datetime import time, timedelta

import pytest

from domain.jobs import JobEvent
from domain.people import Role
from handlers.jobs import day_wishes
from handlers.jobs.day_wish_forms import OfferDayForm
from storage import crew_assignments, fleet, jobs, people
from storage import day_wishes as wishes
from storage.engine import Database
from storage.jobs import Job
from tests.conftest import NOW
from tests.handlers.contexts import context_of, press, tap, told
from tests.trade import CLIENT, COORDINATOR, MONDAY, agreed_job, client, member, through

HUGO, AWA, MOUSSA = 502, 11, 12
WEDNESDAY, THURSDAY = MONDAY + timedelta(days=2), MONDAY + timedelta(days=3)


@pytest.fixture
async def job(db: Database) -> Job:
    """Claire's request is planned and published; Hugo, her colleague, asks for Wednesday."""
    async with db.begin(NOW) as tx:
        nadia = await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)
        await fleet.add(tx, name="Camion", kind="van20")
        crew = [
            await member(tx, "Awa", person_id=AWA, leader=True, driver=True, first_aid=True),
            await member(tx, "Moussa", person_id=MOUSSA),
        ]
        planned = await agreed_job(tx)
        await client(tx, HUGO)
        await crew_assignments.assign(tx, planned.id, crew, crew[0])
        planned = await jobs.change(
            tx, planned, start_on=MONDAY, start_time=time(7, 30), vehicle_id=1
        )
        planned = await through(tx, planned, JobEvent.PUBLISH)
        await wishes.record(tx, planned.id, wishes.ASKED, WEDNESDAY, actor_id=HUGO)
        return planned


async def wish_id(db: Database, job: Job) -> int:
    async with db.read(NOW) as tx:
        wish = await wishes.pending(tx, job.id)
    assert wish is not None
    return wish.id


async def offered(db: Database, job: Job) -> None:
    """Nadia offers Thursday."""
    about = {"job": job.id, "wish": await wish_id(db, job)}
    async with db.begin(NOW) as tx:
        ctx = await context_of(tx, COORDINATOR)
        await day_wishes.offer_told(ctx, OfferDayForm(THURSDAY), about)


async def test_a_colleague_hears_that_the_day_they_asked_for_is_taken(
    db: Database, job: Job
) -> None:
    await tap(db, COORDINATOR, "dayyes", job.id, await wish_id(db, job))
    for who in (CLIENT, HUGO):
        [said] = [text for text in await told(db, who) if "→" in text]
        assert "📅 lun. 14 déc. → <b>mer. 16 déc.</b>" in said


async def test_a_colleague_hears_that_the_day_is_kept(db: Database, job: Job) -> None:
    await tap(db, COORDINATOR, "daykeep", job.id, await wish_id(db, job))
    for who in (CLIENT, HUGO):
        assert "mercredi 16 décembre 2026, ce n’est pas possible" in (await told(db, who))[-1]


async def test_an_offer_reaches_both_and_the_first_answer_holds(db: Database, job: Job) -> None:
    await offered(db, job)
    for who in (CLIENT, HUGO):
        assert "Nous vous proposons <b>jeudi 17 décembre 2026</b>" in (await told(db, who))[-1]

    await press(db, HUGO, "✅ Oui, jeu. 17 déc.")

    for who in (CLIENT, HUGO):
        assert any("nous venons jeudi 17 décembre 2026" in text for text in await told(db, who))
    async with db.read(NOW) as tx:
        assert (await jobs.get(tx, job.id)).start_on == THURSDAY
        assert await wishes.pending(tx, job.id) is None


async def test_who_left_the_company_gets_no_answer(db: Database, job: Job) -> None:
    async with db.begin(NOW) as tx:
        hugo = await people.get(tx, HUGO)
        await people.change(tx, hugo, company_id=None)
    await tap(db, COORDINATOR, "daykeep", job.id, await wish_id(db, job))
    assert await told(db, HUGO) == []
    assert "ce n’est pas possible" in (await told(db, CLIENT))[-1]
