"""Who goes to a job, what each of them answered, and who leads."""

import pytest

from domain.jobs import CrewAnswer, CrewReply
from domain.lifecycle import NotAllowed
from storage import crew_assignments, events, people
from storage.crew_assignments import Assignment
from storage.engine import Database
from storage.jobs import Job
from storage.tables import assignments
from storage.transaction import Changed, Transaction
from tests.conftest import NOW
from tests.trade import COORDINATOR, agreed_job, member

AWA, BEN, STRANGER = 11, 12, 13


async def crewed(tx: Transaction) -> tuple[Job, int, int]:
    """Put Awa, who leads, and Ben on a job."""
    job = await agreed_job(tx)
    awa = await member(tx, "Awa", person_id=AWA, leader=True)
    ben = await member(tx, "Ben", person_id=BEN, language="en")
    await crew_assignments.assign(tx, job.id, [ben, awa], awa)
    return job, awa, ben


async def of(tx: Transaction, job: Job, member_id: int) -> Assignment:
    crew = await crew_assignments.crew_of(tx, job.id)
    return next(assignment for assignment in crew if assignment.member_id == member_id)


async def test_the_leader_is_listed_first_then_the_others_by_name(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        ids = [await member(tx, name) for name in ("Ben", "Awa", "Zoé")]
        await crew_assignments.assign(tx, job.id, ids, ids[2])
        crew = await crew_assignments.crew_of(tx, job.id)

    assert [(assignment.name, assignment.leads) for assignment in crew] == [
        ("Zoé", True),
        ("Awa", False),
        ("Ben", False),
    ]


async def test_a_member_is_spoken_to_in_the_language_they_chose_in_the_bot(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job, awa, ben = await crewed(tx)
        guest = await member(tx, "Cléo", language="en")
        await crew_assignments.assign(tx, job.id, [awa, ben, guest], awa)
        await people.change(tx, await people.get(tx, AWA), language="en")
        crew = await crew_assignments.crew_of(tx, job.id)

    assert {one.name: (one.language, one.person_id) for one in crew} == {
        "Awa": ("en", AWA),
        "Ben": ("en", BEN),
        "Cléo": ("en", None),
    }


async def test_a_job_without_a_crew_has_none(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        assert await crew_assignments.crew_of(tx, job.id) == []
        await crew_assignments.assign(tx, job.id, [], None)
        assert await crew_assignments.crew_of(tx, job.id) == []


async def test_assignments_of_several_jobs_are_found_by_any_column(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job, _, ben = await crewed(tx)
        other = await agreed_job(tx)
        await crew_assignments.assign(tx, other.id, [ben], None)
        found = await crew_assignments.matching(tx, assignments.c.member_id == ben)

    assert [assignment.job_id for assignment in found] == [job.id, other.id]


async def test_who_leads_is_told_apart_from_who_goes_and_who_does_not(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job, _, ben = await crewed(tx)
        other = await agreed_job(tx)
        await crew_assignments.assign(tx, other.id, [ben], ben)
        assert await crew_assignments.leads_crew(tx, job.id, AWA) is True
        assert await crew_assignments.leads_crew(tx, job.id, BEN) is False
        assert await crew_assignments.leads_crew(tx, other.id, BEN) is True
        assert await crew_assignments.leads_crew(tx, other.id, AWA) is None
        assert await crew_assignments.leads_crew(tx, job.id, STRANGER) is None
        assert await crew_assignments.leads_crew(tx, 404, AWA) is None


async def test_a_new_leader_takes_the_lead_and_keeps_their_answer(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job, awa, ben = await crewed(tx)
        await crew_assignments.answer(tx, await of(tx, job, ben), CrewReply.CONFIRM, actor_id=BEN)
        await crew_assignments.assign(tx, job.id, [awa, ben], ben)
        assert (await of(tx, job, ben)).leads
        assert not (await of(tx, job, awa)).leads
        assert (await of(tx, job, ben)).state is CrewAnswer.CONFIRMED


async def test_who_is_taken_off_and_put_on_again_is_asked_again(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job, awa, ben = await crewed(tx)
        await crew_assignments.answer(tx, await of(tx, job, ben), CrewReply.DECLINE, actor_id=BEN)
        await crew_assignments.assign(tx, job.id, [awa], awa)
        await crew_assignments.assign(tx, job.id, [awa, ben], awa)
        assert (await of(tx, job, ben)).state is CrewAnswer.WAITING


async def test_answers_may_change_until_the_day_and_each_is_recorded(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job, _, ben = await crewed(tx)
        replies = (CrewReply.CONFIRM, CrewReply.DECLINE, CrewReply.CONFIRM)
        for reply in replies:
            await crew_assignments.answer(tx, await of(tx, job, ben), reply, actor_id=BEN)
        now = await of(tx, job, ben)
        trail = await events.of(tx, "job", job.id)

    assert (now.state, now.version) == (CrewAnswer.CONFIRMED, 4)
    assert trail[-3:] == [(reply, BEN) for reply in replies]


async def test_an_answer_given_already_is_not_given_again(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job, _, ben = await crewed(tx)
        await crew_assignments.answer(tx, await of(tx, job, ben), CrewReply.CONFIRM, actor_id=BEN)
        confirmed = await of(tx, job, ben)
        trail = await events.of(tx, "job", job.id)
        with pytest.raises(NotAllowed):
            await crew_assignments.answer(tx, confirmed, CrewReply.CONFIRM, actor_id=BEN)
        assert await of(tx, job, ben) == confirmed
        assert await events.of(tx, "job", job.id) == trail


async def test_an_old_button_answers_nothing_and_leaves_no_trace(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job, _, ben = await crewed(tx)
        shown = await of(tx, job, ben)
        await crew_assignments.ask_anew(tx, job.id, actor_id=COORDINATOR)
        trail = await events.of(tx, "job", job.id)
        with pytest.raises(Changed):
            await crew_assignments.answer(tx, shown, CrewReply.CONFIRM, actor_id=BEN)
        assert (await of(tx, job, ben)).state is CrewAnswer.WAITING
        assert await events.of(tx, "job", job.id) == trail


async def test_when_the_day_moves_everybody_is_asked_whatever_they_said(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job, awa, ben = await crewed(tx)
        await crew_assignments.answer(tx, await of(tx, job, awa), CrewReply.CONFIRM, actor_id=AWA)
        await crew_assignments.answer(tx, await of(tx, job, ben), CrewReply.DECLINE, actor_id=BEN)
        await crew_assignments.ask_anew(tx, job.id, actor_id=COORDINATOR)
        crew = await crew_assignments.crew_of(tx, job.id)
        answered = await tx.rows(assignments.select())

    assert [assignment.state for assignment in crew] == [CrewAnswer.WAITING] * 2
    assert {row.answered_at for row in answered} == {None}
