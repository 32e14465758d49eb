"""Who cannot come is replaced, also where nobody of the crew can."""

from datetime import time

import pytest

from domain.jobs import CrewAnswer
from domain.people import Role
from storage import crew_assignments, fleet, jobs, people
from storage.engine import Database
from storage.jobs import Job
from tests.conftest import NOW
from tests.handlers.contexts import buttons, follow, press, tap, told
from tests.trade import COORDINATOR, MONDAY, agreed_job, member

AWA, MOUSSA = 11, 12


@pytest.fixture
async def job(db: Database) -> Job:
    """Awa leads and drives, Moussa carries; Karim could do as Awa does, Olena as Moussa does."""
    async with db.begin(NOW) as tx:
        nadia = await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)
        await fleet.add(tx, name="Camion", kind="van20")
        awa = await member(tx, "Awa", person_id=AWA, leader=True, driver=True, first_aid=True)
        moussa = await member(tx, "Moussa", person_id=MOUSSA)
        await member(tx, "Karim", leader=True, driver=True, first_aid=True)
        await member(tx, "Olena")
        planned = await agreed_job(tx)
        await crew_assignments.assign(tx, planned.id, [awa, moussa], awa)
        start = {"start_on": MONDAY, "start_time": time(7, 30), "vehicle_id": 1}
        planned = await jobs.change(tx, planned, **start)  # type: ignore[arg-type]
    await tap(db, COORDINATOR, "publish", planned.id, planned.version)
    return planned


async def decline(db: Database, person_id: int, job: Job) -> int:
    """Say no as a member of the crew; return the member's id."""
    async with db.read(NOW) as tx:
        crew = await crew_assignments.crew_of(tx, job.id)
    mine = next(one for one in crew if one.person_id == person_id)
    await tap(db, person_id, "no", job.id, mine.version)
    return mine.member_id


@pytest.mark.parametrize("first", ["leader", "carrier"])
async def test_both_of_a_crew_of_two_decline_and_both_are_replaced(
    db: Database, job: Job, first: str
) -> None:
    """Whichever is replaced first, the one who still lacks keeps no stand-in away."""
    awa, moussa = await decline(db, AWA, job), await decline(db, MOUSSA, job)

    steps = [(awa, "Karim 📵"), (moussa, "Olena 📵")]
    for gone, name in steps if first == "leader" else reversed(steps):
        await follow(db, COORDINATOR, "replace", f"{job.id}-{gone}")
        assert name in await buttons(db, COORDINATOR), (await told(db, COORDINATOR))[-1]
        await press(db, COORDINATOR, name)

    async with db.read(NOW) as tx:
        crew = await crew_assignments.crew_of(tx, job.id)
    assert [(one.name, one.leads, one.state) for one in crew] == [
        ("Karim", True, CrewAnswer.WAITING),
        ("Olena", False, CrewAnswer.WAITING),
    ]


async def test_who_leads_and_declined_leads_again_when_they_come_after_all(
    db: Database, job: Job
) -> None:
    """Meanwhile another was replaced by somebody who cannot lead."""
    await decline(db, AWA, job)
    moussa = await decline(db, MOUSSA, job)
    await follow(db, COORDINATOR, "replace", f"{job.id}-{moussa}")
    await press(db, COORDINATOR, "Olena 📵")

    async with db.read(NOW) as tx:
        crew = await crew_assignments.crew_of(tx, job.id)
    awa = next(one for one in crew if one.person_id == AWA)
    assert awa.leads
    await tap(db, AWA, "yes", job.id, awa.version)
    async with db.read(NOW) as tx:
        crew = await crew_assignments.crew_of(tx, job.id)
    assert [(one.name, one.leads) for one in crew] == [("Awa", True), ("Olena", False)]


async def test_what_a_stand_in_would_break_stands_beside_their_name(db: Database, job: Job) -> None:
    """As French is written, and the name as it is."""
    async with db.begin(NOW) as tx:
        await member(tx, "<Zoé>", leader=True, driver=True)
    awa = await decline(db, AWA, job)
    await follow(db, COORDINATOR, "replace", f"{job.id}-{awa}")

    assert "&lt;Zoé&gt;\u202f: " in (await told(db, COORDINATOR))[-1]
