"""Jobs and who goes: on each engine the same."""

import asyncio
from datetime import time, timedelta
from decimal import Decimal

import pytest

from domain.jobs import CrewAnswer, CrewReply, JobEvent, JobState
from storage import crew_assignments, jobs
from storage.engine import Database
from storage.transaction import Changed, Unknown
from tests.conftest import NOW
from tests.trade import MONDAY, agreed_job, member, through


async def test_a_job_opens_as_it_was_sold(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx, desks=60)
    assert (job.number, job.state, job.version) == ("INT-2026-0001", JobState.DRAFT, 1)
    assert (job.person_hours, job.days, job.crew_size) == (Decimal("37.75"), 3, 2)
    assert (job.start_on, job.published_at, job.rating) == (None, None, None)


async def test_who_comes_second_changes_nothing(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        now = await jobs.change(tx, job, start_on=MONDAY, start_time=time(7, 30))
        with pytest.raises(Changed):
            await jobs.change(tx, job, start_on=MONDAY + timedelta(days=1))
        assert await jobs.get(tx, job.id) == now
        assert now.start_on == MONDAY


async def test_a_job_that_does_not_exist_is_unknown(db: Database) -> None:
    async with db.begin(NOW) as tx:
        with pytest.raises(Unknown):
            await jobs.lock(tx, 404)


async def test_the_leader_comes_first_and_all_wait_to_be_asked(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        awa = await member(tx, "Awa", person_id=11)
        zoe = await member(tx, "Zoé", leader=True)
        await crew_assignments.assign(tx, job.id, [awa, zoe], zoe)
        crew = await crew_assignments.crew_of(tx, job.id)
    shown = [
        (
            assignment.name,
            assignment.leads,
            assignment.state,
            assignment.person_id,
            assignment.version,
        )
        for assignment in crew
    ]
    assert shown == [
        ("Zoé", True, CrewAnswer.WAITING, None, 1),
        ("Awa", False, CrewAnswer.WAITING, 11, 1),
    ]


async def test_an_answer_counts_once_for_what_was_shown(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        awa = await member(tx, "Awa", person_id=11)
        await crew_assignments.assign(tx, job.id, [awa], None)
        (shown,) = await crew_assignments.crew_of(tx, job.id)
        await crew_assignments.answer(tx, shown, CrewReply.CONFIRM, actor_id=11)
        with pytest.raises(Changed):
            await crew_assignments.answer(tx, shown, CrewReply.DECLINE, actor_id=11)
        (now,) = await crew_assignments.crew_of(tx, job.id)
    assert (now.state, now.version) == (CrewAnswer.CONFIRMED, 2)


async def test_who_stays_keeps_the_answer_and_who_goes_is_gone(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        awa, ben, cleo = [await member(tx, name) for name in ("Awa", "Ben", "Cléo")]
        await crew_assignments.assign(tx, job.id, [awa, ben], awa)
        await crew_assignments.answer(
            tx, (await crew_assignments.crew_of(tx, job.id))[0], CrewReply.CONFIRM, actor_id=11
        )
        await crew_assignments.assign(tx, job.id, [awa, cleo], cleo)
        crew = {
            assignment.name: (assignment.state, assignment.leads)
            for assignment in await crew_assignments.crew_of(tx, job.id)
        }
        assert crew == {"Awa": (CrewAnswer.CONFIRMED, False), "Cléo": (CrewAnswer.WAITING, True)}
        await crew_assignments.ask_anew(tx, job.id, actor_id=None)
        assert {assignment.state for assignment in await crew_assignments.crew_of(tx, job.id)} == {
            CrewAnswer.WAITING
        }


async def test_a_member_sees_what_is_published_and_to_come_or_under_way(db: Database) -> None:
    async with db.begin(NOW) as tx:
        awa = await member(tx, "Awa", person_id=11)
        on_site = (JobEvent.PUBLISH, JobEvent.SET_OFF, JobEvent.ARRIVE)
        for days, events in enumerate(((), on_site[:1], on_site, (JobEvent.CANCEL,))):
            job = await agreed_job(tx)
            await crew_assignments.assign(tx, job.id, [awa], None)
            on = MONDAY + timedelta(days=days)
            await through(tx, await jobs.change(tx, job, start_on=on, start_time=time(8)), *events)
        until_then = await jobs.of_person(tx, 11, MONDAY)
        later = await jobs.of_person(tx, 11, MONDAY + timedelta(days=30))
    assert [job.state for job, _ in until_then] == [JobState.PUBLISHED, JobState.ON_SITE]
    assert [job.state for job, _ in later] == [JobState.ON_SITE]
    assert {mine.name for _, mine in until_then} == {"Awa"}


async def test_the_count_sheet_begins_at_nothing_and_is_kept_line_by_line(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        assert await jobs.counted(tx, job.id) == {}
        await jobs.open_sheet(tx, job.id, ["reused", "recycled"], 2)
        await jobs.count(tx, job.id, 1, "reused", Decimal("2.5"))
        await jobs.open_sheet(tx, job.id, ["reused", "recycled"], 2)
        assert await jobs.counted(tx, job.id) == {
            (0, "reused"): Decimal(0),
            (0, "recycled"): Decimal(0),
            (1, "reused"): Decimal("2.5"),
            (1, "recycled"): Decimal(0),
        }


async def test_two_changes_at_once_wait_for_each_other(db: Database) -> None:
    """Each adds to what it reads: without the lock one of them would be lost."""
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)

    async def rate() -> None:
        async with db.begin(NOW) as tx:
            locked = await jobs.lock(tx, job.id)
            await asyncio.sleep(0)
            await jobs.change(tx, locked, rating=(locked.rating or 0) + 1)

    await asyncio.gather(*(rate() for _ in range(5)))
    async with db.read(NOW) as reading:
        assert (await jobs.get(reading, job.id)).rating == 5
