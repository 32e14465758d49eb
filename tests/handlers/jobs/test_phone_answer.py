"""A member without the bot is called: the number stands on the cards, one tap notes the answer."""

from datetime import time

import pytest

from domain.jobs import CrewAnswer, JobState
from domain.people import Role
from storage import crew_assignments, crews, events, fleet, jobs, people
from storage.engine import Database
from storage.jobs import Job
from tests.conftest import NOW
from tests.handlers.contexts import buttons, press, send, tap, told
from tests.trade import COORDINATOR, MONDAY, agreed_job, member

AWA, DESK = 11, -77


@pytest.fixture
async def job(db: Database) -> Job:
    """Awa leads and is in the bot; Bintou is not, and has a number; the job is published."""
    async with db.begin(NOW) as tx:
        nadia = await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)
        await fleet.add(tx, name="Camion", kind="van20")
        awa = await member(tx, "Awa", person_id=AWA, leader=True, driver=True, first_aid=True)
        bintou = await member(tx, "Bintou")
        await crews.change(tx, bintou, phone="+33639980042")
        planned = await agreed_job(tx)
        await crew_assignments.assign(tx, planned.id, [awa, bintou], awa)
        start = {"start_on": MONDAY, "start_time": time(7, 30), "vehicle_id": 1}
        planned = await jobs.change(tx, planned, **start)  # type: ignore[arg-type]
    await tap(db, COORDINATOR, "publish", planned.id, planned.version)
    return planned


async def states(db: Database, job_id: int) -> dict[str, CrewAnswer]:
    async with db.read(NOW) as tx:
        return {one.name: one.state for one in await crew_assignments.crew_of(tx, job_id)}


async def test_who_is_not_in_the_bot_is_called_and_confirmed_with_one_tap(
    db: Database, job: Job
) -> None:
    assert any("📵 Bintou · 06 39 98 00 42" in text for text in await told(db, DESK))
    assert "📞 ✅ Bintou vient" in await buttons(db, DESK)
    await tap(db, AWA, "yes", job.id, 1)
    data = (await buttons(db, DESK))["📞 ✅ Bintou vient"].split(":")
    toast = await tap(db, COORDINATOR, data[1], int(data[2]), int(data[3]), data[4])

    assert toast is not None
    assert toast.text == "Bintou vient\u202f: noté, dit au téléphone."
    assert await states(db, job.id) == {"Awa": CrewAnswer.CONFIRMED, "Bintou": CrewAnswer.CONFIRMED}
    assert any("📞✅ Bintou" in text for text in await told(db, DESK))
    async with db.read(NOW) as tx:
        assert (await jobs.get(tx, job.id)).state is JobState.CONFIRMED
        assert ("answered_by_phone", COORDINATOR) in await events.of(tx, "job", job.id)
    again = await tap(db, COORDINATOR, data[1], int(data[2]), int(data[3]), data[4])
    assert again is not None
    assert "noté" not in again.text


async def test_the_answer_on_the_telephone_can_change(db: Database, job: Job) -> None:
    for label in ("📞 ✅ Bintou vient", "📞 ❌ Bintou"):
        data = (await buttons(db, DESK))[label].split(":")
        await tap(db, COORDINATOR, data[1], int(data[2]), int(data[3]), data[4])

    assert (await states(db, job.id))["Bintou"] is CrewAnswer.DECLINED
    assert any("Bintou" in text and "ne vient pas" in text for text in await told(db, DESK))


async def test_who_is_in_the_bot_answers_for_themselves(db: Database, job: Job) -> None:
    async with db.read(NOW) as tx:
        awa, _ = await crew_assignments.crew_of(tx, job.id)
    await tap(db, COORDINATOR, "saidyes", job.id, awa.version, str(awa.member_id))

    assert (await states(db, job.id))["Awa"] is CrewAnswer.WAITING


async def test_the_plan_names_the_number_too(db: Database, job: Job) -> None:
    await send(db, COORDINATOR, command="start", argument=f"plan-{job.request_id}")
    assert "📵 Bintou · 06 39 98 00 42" in (await told(db, COORDINATOR))[-1]
    assert await press(db, COORDINATOR, "📞 ✅ Bintou vient") != ""
