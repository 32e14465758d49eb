"""An absence takes a member off a job only where they were to come on one of its days."""

from datetime import date, time, timedelta

import pytest

from domain.jobs import CrewAnswer, JobEvent
from domain.people import Role
from domain.planning import JobShape, PlanDay
from handlers.conversation.given import Typed
from handlers.views import job_views
from storage import crew_assignments, fleet, jobs, outbox, people
from storage.engine import Database
from storage.jobs import Job
from tests.conftest import NOW
from tests.handlers.contexts import buttons, follow, press, send, told
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


async def test_who_is_away_on_a_later_day_of_a_job_under_way_can_be_replaced(
    db: Database, published: Job
) -> None:
    """The crew set off on Monday; Awa cannot come on Tuesday: the office hears it with the job."""
    async with db.begin(NOW) as tx:
        await member(tx, "Karim", leader=True, driver=True)
        await through(tx, published, JobEvent.SET_OFF)
    await send(db, COORDINATOR, command="absence", argument=f"Awa le {TUESDAY:%d/%m/%Y}")

    assert published.number in (await told(db, COORDINATOR))[-1]
    alert = (await told(db, -77))[-1]
    assert "Awa</b> ne vient pas · INT-2026-0001" in alert
    assert "mar. 15 déc." in alert
    assert "lun. 14" not in alert
    assert "🔁 Remplacer Awa" in await buttons(db, -77)

    async with db.read(NOW) as tx:
        awa = next(one for one in await crew_assignments.crew_of(tx, published.id) if one.leads)
    async with db.begin(NOW) as tx:
        await outbox.adopt_all(tx, f"away:{published.id}.{awa.member_id}", {-77: 12})
    await follow(db, COORDINATOR, "replace", f"{published.id}-{awa.member_id}")
    assert "Appelez d’abord la personne" in (await told(db, COORDINATOR))[-1]
    await press(db, COORDINATOR, "Karim 📵")
    async with db.read(NOW) as tx:
        crew = await crew_assignments.crew_of(tx, published.id)
    assert {one.name for one in crew} == {"Karim", "Moussa"}
    assert "INT-2026-0001 · ✅ Karim remplace Awa." in await told(db, -77)


async def test_a_day_off_in_a_job_under_way_alerts_nobody(db: Database, published: Job) -> None:
    """Moussa has Tuesday off anyway."""
    async with db.begin(NOW) as tx:
        await through(tx, published, JobEvent.SET_OFF)
    await send(db, COORDINATOR, command="absence", argument=f"Moussa le {TUESDAY:%d/%m/%Y}")

    assert published.number not in (await told(db, COORDINATOR))[-1]
    assert await answer_of(db, published, "Moussa") is CrewAnswer.WAITING
