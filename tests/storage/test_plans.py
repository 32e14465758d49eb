"""Plans as the rules take them."""

from dataclasses import replace
from datetime import time, timedelta
from decimal import Decimal

import pytest

from domain.calendar import PARIS
from domain.jobs import Answer, JobState
from domain.planning import Plan
from storage import jobs, plans
from storage.engine import Database
from storage.jobs import Job
from storage.plans import NotPlanned
from storage.work import Work
from tests.conftest import NOW
from tests.trade import FRIDAY, MONDAY, agreed_job, member


async def planned(work: Work, crew: list[int], state: JobState = JobState.PUBLISHED) -> Job:
    job = await agreed_job(work)
    await jobs.assign(work, job.id, crew, crew[0])
    return await jobs.change(
        work, job, state=state, start_on=MONDAY, start_time=time(7, 30), published_at=work.now
    )


async def test_a_published_job_is_a_plan_with_an_empty_seat_for_who_declined(db: Database) -> None:
    async with db.begin(NOW) as work:
        awa, ben = [await member(work, name) for name in ("Awa", "Ben")]
        job = await planned(work, [awa, ben])
        await jobs.answer(work, (await jobs.crew_of(work, job.id))[1], Answer.DECLINED)
        (found,) = await plans.around(work, MONDAY, FRIDAY)
        own = plans.plan_of(job, await jobs.crew_of(work, job.id), PARIS)
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
    async with db.begin(NOW) as work:
        awa = await member(work, "Awa")
        for state in (JobState.DRAFT, JobState.CANCELLED):
            await planned(work, [awa], state)
        assert await plans.around(work, MONDAY, FRIDAY) == ()


async def test_what_is_far_away_is_left_out(db: Database) -> None:
    async with db.begin(NOW) as work:
        awa = await member(work, "Awa")
        await planned(work, [awa])
        far = MONDAY + timedelta(days=90)
        assert await plans.around(work, far, far) == ()
        assert len(await plans.around(work, MONDAY + timedelta(days=7), far)) == 1


async def test_a_job_without_a_day_is_no_plan(db: Database) -> None:
    async with db.begin(NOW) as work:
        job = await agreed_job(work)
        with pytest.raises(NotPlanned):
            plans.plan_of(job, [], PARIS)
