"""An absence takes a member off a job only where they were to come on one of its days."""

from datetime import date, time, timedelta

import pytest

from domain.jobs import CrewAnswer, JobEvent
from domain.people import Role
from domain.planning import JobShape, PlanDay
from handlers.conversation.given import Typed
from handlers.views import job_views
from storage import crew_assignments, fleet, jobs, people
from storage.engine import Database
from storage.jobs import Job
from tests.conftest import NOW
from tests.handlers.contexts import press, send, told
from tests.trade import COORDINATOR, MONDAY, agreed_job, member, through

AWA, MOUSSA = 11, 12
TUESDAY = MONDAY + timedelta(1)


@pytest.fixture
async def published(db: Database) -> Job:
    """A published job of Monday and Tuesday; on Tuesday Moussa does not come."""
    async with db.begin(NOW) as tx:
        nadia = await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)
        await fleet.add(tx, name="Camion", kind="van20")
        crew = [
            await member(tx, "Awa", person_id=AWA, leader=True),
            await member(tx, "Moussa", person_id=MOUSSA),
        ]
        job = await agreed_job(tx)
        await crew_assignments.assign(tx, job.id, crew, crew[0])
        shape = JobShape((PlanDay(0), PlanDay(1, off=(crew[1],))))
        job = await jobs.change(
            tx, job, start_on=MONDAY, start_time=time(8), vehicle_id=1, shape=shape
        )
        return await through(tx, job, JobEvent.PUBLISH)


async def answer_of(db: Database, job: Job, name: str) -> CrewAnswer:
    async with db.read(NOW) as tx:
        crew = (await job_views.load(tx, job.id)).crew
    return next(mine.state for mine in crew if mine.name == name)


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [
        ("Moussa", TUESDAY, CrewAnswer.WAITING),
        ("Moussa", MONDAY, CrewAnswer.DECLINED),
        ("Awa", TUESDAY, CrewAnswer.DECLINED),
    ],
)
async def test_an_absence_on_a_day_off_leaves_the_member_on_the_job(
    db: Database, published: Job, name: str, day: date, said: CrewAnswer
) -> None:
    await send(db, COORDINATOR, command="absence", argument=f"{name} le {day:%d/%m/%Y}")

    assert await answer_of(db, published, name) is said
    done = (await told(db, COORDINATOR))[-1]
    assert (published.number in done) is (said is CrewAnswer.DECLINED)


async def test_busy_hours_of_a_day_off_name_no_job(db: Database, published: Job) -> None:
    for day, touched in (("mardi", False), ("lundi", True)):
        await send(db, COORDINATOR, command="equipe")
        for label in ("👤 Moussa", "🔁 Rendez-vous", "➕ Ajouter", day):
            await press(db, COORDINATOR, label)
        await send(db, COORDINATOR, Typed("8h-10h"))
        await press(db, COORDINATOR, "Sans fin")
        assert (published.number in (await told(db, COORDINATOR))[-1]) is touched
