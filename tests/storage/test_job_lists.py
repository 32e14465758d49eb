"""Which jobs are listed: by state, by day, by request; and what changing one takes."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from domain.jobs import JobEvent, JobState
from domain.quotes import QuoteEvent
from domain.requests import RequestEvent
from storage import crew_assignments, jobs, quotes, requests
from storage.engine import Database
from storage.jobs import Job
from storage.transaction import Changed, Transaction, Unknown
from tests.conftest import NOW
from tests.trade import (
    CLIENT,
    COORDINATOR,
    MONDAY,
    agreed_job,
    client,
    member,
    request_of,
    through,
)

DAY = timedelta(days=1)
DONE = (JobEvent.PUBLISH, JobEvent.SET_OFF, JobEvent.ARRIVE, JobEvent.FINISH)


async def on(tx: Transaction, day: date, *events: JobEvent) -> Job:
    """Plan an agreed job for a day, and move it through events."""
    job = await jobs.change(tx, await agreed_job(tx), start_on=day, start_time=time(8))
    return await through(tx, job, *events)


async def test_jobs_are_listed_by_state_the_soonest_first(db: Database) -> None:
    async with db.begin(NOW) as tx:
        later = await on(tx, MONDAY + DAY, JobEvent.PUBLISH)
        sooner = await on(tx, MONDAY, JobEvent.PUBLISH)
        draft = await on(tx, MONDAY)
        listed = await jobs.in_states(tx, [JobState.PUBLISHED])
        assert [job.id for job in listed] == [sooner.id, later.id]
        assert [job.id for job in await jobs.in_states(tx, [JobState.PUBLISHED], limit=1)] == [
            sooner.id
        ]
        assert [job.id for job in await jobs.in_states(tx, [JobState.DRAFT])] == [draft.id]
        assert await jobs.in_states(tx, []) == []


async def test_a_plan_that_nobody_was_told_of_occupies_no_day(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await on(tx, MONDAY)
        await on(tx, MONDAY, JobEvent.PUBLISH, JobEvent.CANCEL)
        published = await on(tx, MONDAY, JobEvent.PUBLISH)
        last = await on(tx, MONDAY + 4 * DAY, JobEvent.PUBLISH)
        await on(tx, MONDAY + 5 * DAY, JobEvent.PUBLISH)

        async def between(since: date, until: date) -> list[int]:
            return [job.id for job in await jobs.between(tx, since, until)]

        assert await between(MONDAY, MONDAY + 4 * DAY) == [published.id, last.id]
        assert await between(MONDAY, MONDAY) == [published.id]
        assert await between(MONDAY - 2 * DAY, MONDAY - DAY) == []


async def test_a_request_has_one_job_at_most(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        request = await request_of(tx, await client(tx))
        assert await jobs.of_request(tx, job.request_id) == job
        assert await jobs.of_request(tx, request.id) is None
        assert await jobs.of_requests(tx, [job.request_id, request.id, 404]) == {
            job.request_id: job
        }
        assert await jobs.of_requests(tx, []) == {}
        with pytest.raises(Unknown):
            await jobs.get(tx, 404)


async def test_an_agreement_given_anew_opens_the_same_job_with_its_plan(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await on(tx, MONDAY, JobEvent.CANCEL)
        before = await quotes.newest(tx, job.request_id)
        assert before is not None
        undone = await quotes.move(tx, before, QuoteEvent.UNDO, actor_id=CLIENT)
        request = await requests.get(tx, job.request_id)
        await requests.move(tx, request, RequestEvent.UNDO, actor_id=CLIENT)
        revision = await quotes.issue(
            tx, job.request_id, undone.estimate, actor_id=COORDINATOR, valid_until=MONDAY
        )
        again = await jobs.open_(tx, revision, actor_id=CLIENT)

    assert (again.id, again.number) == (job.id, job.number)
    assert (again.state, again.revision_id) == (JobState.DRAFT, revision.id)
    assert (again.start_on, again.start_time) == (MONDAY, time(8))


async def test_each_change_is_a_version_and_an_old_one_changes_nothing(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        rated = await jobs.change(tx, job, rating=5)
        assert (rated.rating, rated.version) == (5, job.version + 1)
        with pytest.raises(Changed):
            await jobs.move(tx, job, JobEvent.CANCEL, actor_id=COORDINATOR)
        assert await jobs.get(tx, job.id) == rated


async def test_the_last_count_of_a_line_counts_and_other_jobs_are_not_touched(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        job, other = await agreed_job(tx), await agreed_job(tx)
        for one in (job, other):
            await jobs.open_sheet(tx, one.id, ["reused"], 1)
        for quantity in ("2", "0.125"):
            await jobs.count(tx, job.id, 0, "reused", Decimal(quantity))
        assert await jobs.counted(tx, job.id) == {(0, "reused"): Decimal("0.125")}
        assert await jobs.counted(tx, other.id) == {(0, "reused"): Decimal(0)}


async def test_a_member_sees_their_own_answer_beside_each_job(db: Database) -> None:
    async with db.begin(NOW) as tx:
        awa = await member(tx, "Awa", person_id=11)
        ben = await member(tx, "Ben", person_id=12)
        first = await on(tx, MONDAY)
        second = await on(tx, MONDAY + DAY)
        for job, leader in ((second, ben), (first, awa)):
            await crew_assignments.assign(tx, job.id, [awa, ben], leader)
            await through(tx, job, JobEvent.PUBLISH)
        found = await jobs.of_person(tx, 11, MONDAY)
        assert await jobs.of_person(tx, 404, MONDAY) == []

    assert [(job.id, mine.name, mine.leads) for job, mine in found] == [
        (first.id, "Awa", True),
        (second.id, "Awa", False),
    ]


async def test_work_that_is_done_is_no_longer_on_for_its_crew(db: Database) -> None:
    async with db.begin(NOW) as tx:
        awa = await member(tx, "Awa", person_id=11)
        job = await on(tx, MONDAY)
        await crew_assignments.assign(tx, job.id, [awa], awa)
        under_way = await through(tx, job, *DONE[:-1])
        assert len(await jobs.of_person(tx, 11, MONDAY + 9 * DAY)) == 1
        await through(tx, under_way, DONE[-1])
        assert await jobs.of_person(tx, 11, MONDAY + 9 * DAY) == []
