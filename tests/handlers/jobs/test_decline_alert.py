"""Somebody declines: the coordinators hear of it, also while their group is missing or away."""

from dataclasses import replace
from datetime import time

import pytest

from domain.jobs import CrewAnswer
from domain.people import Role
from handlers.context import coordinator_group
from handlers.context.services import Services
from storage import crew_assignments, fleet, jobs, outbox, people
from storage.engine import Database
from storage.jobs import Job
from tests.conftest import NOW
from tests.handlers.contexts import buttons, tap, told
from tests.trade import COORDINATOR, MONDAY, agreed_job, member, services
from tests.waiting_letters import pending

AWA, PAUL, DESK = 11, 603, -77
OFFICE = (COORDINATOR, PAUL)


@pytest.fixture
async def job(db: Database) -> Job:
    """A job whose crew is asked: Awa leads, Moussa goes too; two coordinate, one in English."""
    async with db.begin(NOW) as tx:
        for person_id, language in zip(OFFICE, ("fr", "en"), strict=True):
            person = await people.meet(tx, person_id, first_name="N", language=language)
            await people.give(tx, person, Role.COORDINATOR)
        await fleet.add(tx, name="Camion", kind="van20")
        awa = await member(tx, "Awa", person_id=AWA, leader=True, driver=True, first_aid=True)
        moussa = await member(tx, "Moussa", person_id=12, driver=True)
        planned = await agreed_job(tx)
        await crew_assignments.assign(tx, planned.id, [awa, moussa], awa)
        planned = await jobs.change(
            tx, planned, start_on=MONDAY, start_time=time(7, 30), vehicle_id=1
        )
    await tap(db, COORDINATOR, "publish", planned.id, planned.version)
    return planned


async def declined(db: Database, job: Job, of: Services) -> None:
    """Have Awa decline with a tap on the card that she has."""
    async with db.read(NOW) as tx:
        [awa] = [one for one in await crew_assignments.crew_of(tx, job.id) if one.name == "Awa"]
    await tap(db, AWA, "no", job.id, awa.version, of=of)
    async with db.read(NOW) as tx:
        [awa] = [one for one in await crew_assignments.crew_of(tx, job.id) if one.name == "Awa"]
    assert awa.state is CrewAnswer.DECLINED


async def group_goes(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await coordinator_group.note_unreachable(tx, services())


@pytest.mark.parametrize("missing", [True, False])
async def test_each_coordinator_hears_in_private_who_declined_while_there_is_no_group(
    db: Database, job: Job, *, missing: bool
) -> None:
    if not missing:
        await group_goes(db)
    await declined(db, job, replace(services(), coordinator_chat=None if missing else DESK))

    for person_id, words in zip(
        OFFICE, ("Awa</b> ne vient pas", "Awa</b> is not coming"), strict=True
    ):
        heard = [text for text in await told(db, person_id) if words in text]
        assert any(job.number in text for text in heard)
        assert any("replace" in data for data in (await buttons(db, person_id)).values())
    assert not [text for text in await told(db, DESK) if "Awa</b> ne vient pas" in text]


async def test_the_job_s_card_stands_with_each_coordinator_while_there_is_no_group(
    db: Database, job: Job
) -> None:
    await group_goes(db)
    await declined(db, job, services())

    async with db.read(NOW) as tx:
        letters = await pending(tx)
    shown = [one for one in letters if one.post.card == f"job:{job.id}"]
    texts = {one.post.chat_id: one.post.text or "" for one in shown}
    assert texts.keys() >= set(OFFICE)
    assert "❌ Awa" in texts[PAUL]
    assert "❌ Awa" not in texts[DESK]


async def test_an_alert_in_private_is_settled_after_the_group_is_back(
    db: Database, job: Job
) -> None:
    await group_goes(db)
    await declined(db, job, services())
    async with db.begin(NOW) as tx:
        await outbox.adopt_all(tx, f"declined:{job.id}.1", {PAUL: 5})
        await coordinator_group.note_reachable(tx, services())
        [awa] = [one for one in await crew_assignments.crew_of(tx, job.id) if one.name == "Awa"]
    await tap(db, AWA, "yes", job.id, awa.version)

    for chat_id, words in ((DESK, "Awa vient finalement"), (PAUL, "Awa is coming after all")):
        assert any(words in text for text in await told(db, chat_id))
