"""Two coordinators at once: one plan holds, the other is told."""

import asyncio
from datetime import time, timedelta

import pytest
from sqlalchemy import update

from domain.jobs import CrewAnswer, JobState
from domain.people import Role
from domain.site_rules import SiteRules
from handlers.jobs import planning
from handlers.jobs.planning_form import PlanningForm
from handlers.views import job_views, plan_card
from storage import (
    crew_assignments,
    crews,
    events,
    fleet,
    job_papers,
    jobs,
    people,
    plan_changes,
    reminders,
)
from storage.engine import Database
from storage.jobs import Job
from storage.tables import requests as request_rows
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.handlers.contexts import context_of, press, tap, told
from tests.trade import CLIENT, MONDAY, agreed_job, member, services
from tests.waiting_letters import pending

NADIA, OMAR = 601, 602
AWA, MOUSSA = 11, 12
CHANGED = "Cela a changé entre-temps. Regardez la carte à jour."


@pytest.fixture
async def crew(db: Database) -> list[int]:
    """Two coordinators, a crew of two and a truck; returns the members' ids."""
    async with db.begin(NOW) as tx:
        for coordinator in (NADIA, OMAR):
            person = await people.meet(tx, coordinator, first_name="N", language="fr")
            await people.give(tx, person, Role.COORDINATOR)
        await fleet.add(tx, name="Camion", kind="van20")
        return [
            await member(tx, "Awa", person_id=AWA, leader=True, driver=True, first_aid=True),
            await member(tx, "Moussa", person_id=MOUSSA),
        ]


async def draft(tx: Transaction, crew: list[int]) -> Job:
    job = await agreed_job(tx)
    await crew_assignments.assign(tx, job.id, crew, crew[0])
    return await jobs.change(tx, job, start_on=MONDAY, start_time=time(7, 30), vehicle_id=1)


async def state_of(db: Database, job_id: int) -> JobState:
    async with db.read(NOW) as tx:
        return (await jobs.get(tx, job_id)).state


async def test_publishing_asks_the_crew_tells_the_client_and_sets_the_reminders(
    db: Database, crew: list[int]
) -> None:
    async with db.begin(NOW) as tx:
        job = await draft(tx, crew)
    toast = await tap(db, NADIA, "publish", job.id, job.version)
    assert toast is not None
    assert "Publié" in toast.text
    async with db.read(NOW) as tx:
        letters = await pending(tx)
        told = {(letter.post.chat_id, letter.post.card) for letter in letters}
        due = await reminders.next_due(tx)
        trail = await events.of(tx, "job", job.id)
        assert await reminders.waiting(tx) == 5  # two eves, two mornings, one alert
    assert told == {
        (AWA, "crewjob:1"),
        (MOUSSA, "crewjob:1"),
        (CLIENT, "clientjob:1"),
        (-77, "job:1"),
        (-77, "request:1"),
        (NADIA, "plan:1"),
        (NADIA, "published:1"),
    }
    assert due is not None
    assert due.kind == "eve"
    assert trail == [("published", NADIA)]


async def test_the_same_plan_is_published_once(db: Database, crew: list[int]) -> None:
    async with db.begin(NOW) as tx:
        job = await draft(tx, crew)
    toasts = await asyncio.gather(
        *(tap(db, who, "publish", job.id, job.version) for who in (NADIA, OMAR))
    )
    assert sorted(toast.alert for toast in toasts if toast) == [False, True]
    assert CHANGED in [toast.text for toast in toasts if toast]
    async with db.read(NOW) as tx:
        trail = await events.of(tx, "job", job.id)
    assert [what for what, _ in trail] == ["published"]


async def test_one_crew_cannot_be_published_on_two_jobs_at_once(
    db: Database, crew: list[int]
) -> None:
    async with db.begin(NOW) as tx:
        job, other = await draft(tx, crew), await draft(tx, crew)
    toasts = await asyncio.gather(
        tap(db, NADIA, "publish", job.id, job.version),
        tap(db, OMAR, "publish", other.id, other.version),
    )
    states = sorted([await state_of(db, job.id), await state_of(db, other.id)])
    assert states == [JobState.DRAFT, JobState.PUBLISHED]
    assert sorted(toast.alert for toast in toasts if toast) == [False, True]


async def test_of_two_who_plan_at_once_the_second_changes_nothing(
    db: Database, crew: list[int]
) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
    about = {"job": job.id, "version": job.version}
    for who, hour in ((NADIA, 8), (OMAR, 9)):
        async with db.begin(NOW) as tx:
            codes = tuple(str(member) for member in crew)
            answers = PlanningForm(MONDAY, time(hour), codes, None, "1")
            await planning.drafted(await context_of(tx, who), answers, about)
    async with db.read(NOW) as tx:
        kept = await jobs.get(tx, job.id)
        told = [letter.post.text for letter in await pending(tx, OMAR)]
        assert await events.of(tx, "job", job.id) == [("planned", NADIA)]
    assert kept.start_time == time(8)
    assert told[0] == CHANGED
    assert "08:00" in told[1]


async def test_an_older_card_publishes_nothing(db: Database, crew: list[int]) -> None:
    async with db.begin(NOW) as tx:
        job = await draft(tx, crew)
        await jobs.change(tx, job, start_time=time(9))
    toast = await tap(db, NADIA, "publish", job.id, job.version)
    assert toast is not None
    assert (toast.text, toast.alert) == (CHANGED, True)
    assert await state_of(db, job.id) is JobState.DRAFT


async def test_a_plan_that_would_have_begun_is_not_published(db: Database, crew: list[int]) -> None:
    """It is ten o'clock: nobody can be asked to come at half past seven."""
    async with db.begin(NOW) as tx:
        job = await jobs.change(tx, await draft(tx, crew), start_on=NOW.date())
    for anyway in ("", "anyway"):
        toast = await tap(db, NADIA, "publish", job.id, job.version, anyway)
        assert toast is not None
        assert "lundi 23 novembre 2026 à 07:30 est déjà passé" in toast.text
    assert await state_of(db, job.id) is JobState.DRAFT


async def test_an_older_card_takes_no_plan_back(db: Database, crew: list[int]) -> None:
    """Omar saw 07:30; Nadia has moved it to 09:00 since, and he is told so."""
    async with db.begin(NOW) as tx:
        job = await draft(tx, crew)
    await tap(db, NADIA, "publish", job.id, job.version)
    async with db.read(NOW) as tx:
        seen = (await jobs.get(tx, job.id)).version
        act = await plan_changes.last_id(tx, job.id)
    await tap(db, NADIA, "moveto", job.id, act, "hour.09:00")

    toast = await tap(db, OMAR, "replan", job.id, seen)

    assert toast is not None
    assert toast.text == CHANGED
    assert await state_of(db, job.id) is JobState.PUBLISHED
    assert any("07:30 → <b>09:00</b>" in text for text in await told(db, OMAR))
    async with db.read(NOW) as tx:
        now = (await jobs.get(tx, job.id)).version
    await tap(db, OMAR, "replan", job.id, now)
    assert await state_of(db, job.id) is JobState.DRAFT


async def test_what_is_soft_wants_a_second_look(db: Database, crew: list[int]) -> None:
    """A Sunday may be worked, if somebody means it and says why; the reason is kept."""
    async with db.begin(NOW) as tx:
        job = await draft(tx, crew)
        job = await jobs.change(tx, job, start_on=MONDAY - timedelta(days=1))
    first = await tap(db, NADIA, "publish", job.id, job.version)
    assert first is not None
    assert first.alert
    assert await state_of(db, job.id) is JobState.DRAFT
    await tap(db, NADIA, "publish", job.id, job.version, "anyway")
    assert await state_of(db, job.id) is JobState.DRAFT
    await press(db, NADIA, "👷 L’équipe est d’accord")
    assert await state_of(db, job.id) is JobState.PUBLISHED
    async with db.read(NOW) as tx:
        kept = (await jobs.get(tx, job.id)).in_spite_of
    assert kept == {
        "rules": ["before_earliest_day", "not_a_working_day"],
        "reason": "crew_agreed",
        "words": None,
    }


async def test_a_reason_does_not_cover_what_comes_against_the_plan_later(
    db: Database, crew: list[int]
) -> None:
    """While the coordinator chooses a reason, the only first-aider's proof is withdrawn."""
    async with db.begin(NOW) as tx:
        job = await draft(tx, crew)
        job = await jobs.change(tx, job, start_on=MONDAY - timedelta(days=1))
    await tap(db, NADIA, "publish", job.id, job.version, "anyway")
    async with db.begin(NOW) as tx:
        await crews.uncertify(tx, crew[0], "SST")
    await press(db, NADIA, "👷 L’équipe est d’accord")
    assert await state_of(db, job.id) is JobState.DRAFT
    said = await told(db, NADIA)
    assert any("publiez quand même ou changez" in text for text in said)
    assert "secouriste" in said[-1]


async def test_papers_are_noted_with_a_tap_and_taken_back_with_another(
    db: Database, crew: list[int]
) -> None:
    """The site wants the names two days before."""
    async with db.begin(NOW) as tx:
        job = await draft(tx, crew)
        await tx.run(update(request_rows).values(rules=SiteRules(names_days=2).plain()))

    async def missing() -> list[str]:
        async with db.read(NOW) as reading:
            job_view = await job_views.load(reading, job.id)
            against = await plan_card.conflicts_of(reading, services(), job_view)
        return [str(one.params["paper"]) for one in against if one.rule == "paper_missing"]

    assert await missing() == ["names"]
    await tap(db, NADIA, "papers", job.id)
    await press(db, NADIA, "☐ Noms de l’équipe\u202f: envoyés")
    assert await missing() == []
    # The same button again, from an older card, changes nothing.
    await tap(db, OMAR, "paper", job.id, 0, "names.there")
    async with db.read(NOW) as reading:
        assert await events.of(reading, "job", job.id) == [("paper_there", NADIA)]
    await tap(db, NADIA, "paper", job.id, 0, "names.gone")
    assert await missing() == ["names"]


async def test_a_paper_that_the_job_does_not_need_is_not_noted(
    db: Database, crew: list[int]
) -> None:
    async with db.begin(NOW) as tx:
        job = await draft(tx, crew)
    for forged in ("permit.there", "permit.x", "x.there", ""):
        await tap(db, NADIA, "paper", job.id, 0, forged)
    async with db.read(NOW) as tx:
        assert await job_papers.there(tx, job.id) == {}


async def test_all_who_say_yes_at_once_make_the_crew_complete(
    db: Database, crew: list[int]
) -> None:
    async with db.begin(NOW) as tx:
        job = await draft(tx, crew)
    await tap(db, NADIA, "publish", job.id, job.version)
    await asyncio.gather(*(tap(db, who, "yes", job.id, 1) for who in (AWA, MOUSSA)))
    assert await state_of(db, job.id) is JobState.CONFIRMED
    await tap(db, AWA, "no", job.id, 2)
    assert await state_of(db, job.id) is JobState.PUBLISHED
    async with db.read(NOW) as tx:
        answers = {
            assignment.name: assignment.state
            for assignment in await crew_assignments.crew_of(tx, job.id)
        }
        assert await reminders.waiting(tx) == 3  # nobody reminds who is not coming
    assert answers == {"Awa": CrewAnswer.DECLINED, "Moussa": CrewAnswer.CONFIRMED}
