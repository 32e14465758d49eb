"""The jobs of a schedule: which they are, and in how many statements."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any

from domain.jobs import CrewAnswer, JobState
from domain.schedule import ScheduledJob, week_of
from handlers.views import schedules as schedule_views
from storage import crew_assignments, errands, fleet, jobs, schedules
from storage.engine import Database
from storage.errands import Errand
from storage.tables import assignments
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.job_copies import copy_job
from tests.statements import counting
from tests.trade import MONDAY, agreed_job, member, services

SUNDAY = MONDAY + timedelta(days=6)


def at(start_on: date | None, state: JobState, days: int = 1, number: str = "") -> dict[str, Any]:
    """Name the columns of a job that is planned so."""
    hour = time(8) if start_on else None
    named = {"number": number} if number else {}
    return {"start_on": start_on, "start_time": hour, "state": state, "days": days, **named}


def numbers(found: Sequence[ScheduledJob]) -> set[str]:
    return {job.number for job in found}


async def test_what_has_work_on_the_days_and_what_waits_for_a_day_is_loaded(db: Database) -> None:
    async with db.begin(NOW) as tx:
        waiting = await agreed_job(tx)
        around = [
            at(MONDAY, JobState.DRAFT, number="draft"),
            at(SUNDAY, JobState.REPORTED, number="reported"),
            at(MONDAY - timedelta(days=7), JobState.CONFIRMED, days=8, number="long"),
            at(MONDAY, JobState.CANCELLED, number="cancelled"),
            at(SUNDAY + timedelta(days=1), JobState.PUBLISHED, number="later"),
            at(MONDAY - timedelta(days=60), JobState.CONFIRMED, number="long ago"),
            at(None, JobState.CANCELLED, number="called off"),
        ]
        await copy_job(tx, dict(enumerate(around, 10)))
        found = await schedules.jobs_of(tx, MONDAY, SUNDAY)

    assert numbers(found) == {waiting.number, "draft", "reported", "long"}
    assert {job.place for job in found} == {"Pantin"}
    assert [job.plan is None for job in found] == [True, False, False, False]


async def test_a_job_has_its_crew_with_what_each_answered(db: Database) -> None:
    async with db.begin(NOW) as tx:
        crew = [await member(tx, "Awa", leader=True), await member(tx, "Karim")]
        job = await agreed_job(tx)
        await crew_assignments.assign(tx, job.id, crew, crew[0])
        await jobs.change(tx, job, start_on=MONDAY, start_time=time(8))
        [found] = await schedules.jobs_of(tx, MONDAY, MONDAY)

    waits = CrewAnswer.WAITING
    assert [(one.name, one.leads, one.answer) for one in found.crew] == [
        ("Awa", True, waits),
        ("Karim", False, waits),
    ]
    assert found.plan is not None
    assert (found.plan.crew, found.plan.start_on) == (tuple(crew), MONDAY)


async def test_a_week_takes_as_many_statements_with_a_thousand_jobs(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        crew = [await member(tx, f"M{n:02}", leader=True) for n in range(20)]
        await fleet.add(tx, name="Camion", kind="van20")
        await fill(tx, crew, range(10, 20))
    asked = await statements(db)
    async with db.begin(NOW) as tx:
        await fill(tx, crew, range(20, 1010))

    assert await statements(db) == asked
    assert asked <= 8
    async with db.read(NOW) as tx:
        shown = await schedule_views.load(tx, services(), week_of(MONDAY))
    assert len(shown.jobs) == 1001
    assert sum(len(shown.on(on)) for on in shown.days) == 1000
    assert [one.id for one in shown.unassigned] == [job.id]


async def fill(tx: Transaction, crew: list[int], which: range) -> None:
    """Plan so many jobs on the working days of the week, each with two people."""
    jobs_of = {n: at(MONDAY + timedelta(n % 5), JobState.CONFIRMED) for n in which}
    rows = [
        {"job_id": n, "member_id": one, "leads": False, "state": CrewAnswer.WAITING, "version": 1}
        for n in await copy_job(tx, jobs_of)
        for one in crew[n % 18 : n % 18 + 2]
    ]
    await tx.run(assignments.insert(), rows)


async def statements(db: Database) -> int:
    async with db.read(NOW) as tx:
        with counting(db) as found:
            await schedule_views.load(tx, services(), week_of(MONDAY))
    return len(found)


async def test_an_errand_is_overtaken_by_a_newer_one_of_the_same_reader(db: Database) -> None:
    async def first() -> Errand:
        async with db.begin(NOW, real_now=NOW) as tx:
            await errands.put(tx, "schedule", "schedule:7:1", {})
            [found] = await errands.claim(tx, 1)
            return found

    async def overtaken(errand: Errand) -> bool:
        async with db.read(NOW) as tx:
            return await errands.overtaken(tx, errand, "schedule:7:")

    errand = await first()
    async with db.begin(NOW, real_now=NOW) as tx:
        await errands.put(tx, "schedule", "schedule:70:2", {})
        await errands.put(tx, "report", "schedule:7:2", {})
    assert not await overtaken(errand)
    async with db.begin(NOW, real_now=NOW) as tx:
        await errands.put(tx, "schedule", "schedule:7:3", {})
    assert await overtaken(errand)
