"""Plans as the rules take them."""

from dataclasses import replace
from datetime import time, timedelta
from decimal import Decimal

import pytest

from domain.calendar import PARIS
from domain.jobs import CrewReply, JobEvent
from domain.planning import Plan
from storage import crew_assignments, jobs, plans
from storage.engine import Database
from storage.jobs import Job
from storage.plans import NotPlanned
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.trade import FRIDAY, MONDAY, agreed_job, member, through


async def planned(
    tx: Transaction, crew: list[int], event: JobEvent | None = JobEvent.PUBLISH
) -> Job:
    job = await agreed_job(tx)
    await crew_assignments.assign(tx, job.id, crew, crew[0])
    job = await jobs.change(tx, job, start_on=MONDAY, start_time=time(7, 30))
    return await through(tx, job, event) if event else job


async def test_a_published_job_is_a_plan_with_an_empty_seat_for_who_declined(db: Database) -> None:
    async with db.begin(NOW) as tx:
        awa, ben = [await member(tx, name) for name in ("Awa", "Ben")]
        job = await planned(tx, [awa, ben])
        await crew_assignments.answer(
            tx, (await crew_assignments.crew_of(tx, job.id))[1], CrewReply.DECLINE, actor_id=None
        )
        (found,) = await plans.around(tx, MONDAY, FRIDAY)
        own = plans.plan_of(job, await crew_assignments.crew_of(tx, job.id), PARIS)
    expected = Plan(
        job=job.id,
        start_on=MONDAY,
        start_time=time(7, 30),
        days=1,
        hours=Decimal("13.25"),
        crew=(awa, -ben),
        number="INT-2026-0001",
    )
    assert found == expected
    assert own == replace(expected, crew=(awa,), leader=awa)


async def test_drafts_and_what_was_cancelled_stand_in_nobodys_way(db: Database) -> None:
    async with db.begin(NOW) as tx:
        awa = await member(tx, "Awa")
        for event in (None, JobEvent.CANCEL):
            await planned(tx, [awa], event)
        assert await plans.around(tx, MONDAY, FRIDAY) == ()


async def test_what_is_far_away_is_left_out(db: Database) -> None:
    async with db.begin(NOW) as tx:
        awa = await member(tx, "Awa")
        await planned(tx, [awa])
        far = MONDAY + timedelta(days=160)
        assert await plans.around(tx, far, far) == ()
        assert len(await plans.around(tx, MONDAY + timedelta(days=7), far)) == 1


async def test_a_job_without_a_day_is_no_plan(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        with pytest.raises(NotPlanned):
            plans.plan_of(job, [], PARIS)
