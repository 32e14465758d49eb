"""Jobs: work at a site, when it is, who goes and what they answered, what was counted."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, func, select, update

from domain.jobs import Answer, JobEvent, JobState, transition
from storage import numbers
from storage.quotes import Revision
from storage.requests import Changed
from storage.tables import assignments, counts, jobs, members, people
from storage.work import AnyRow, Unknown, Work, insert_new, upsert

SERIES = "INT"
PLANNED = tuple(state for state in JobState if state not in {JobState.DRAFT, JobState.CANCELLED})


@dataclass(frozen=True, slots=True)
class Job:
    id: int
    number: str
    revision_id: int
    request_id: int
    state: JobState
    version: int
    person_hours: Decimal
    days: int
    crew_size: int
    vehicle_id: int | None
    start_on: date | None
    start_time: time | None
    published_at: datetime | None
    en_route_at: datetime | None
    arrived_at: datetime | None
    done_at: datetime | None
    reported_at: datetime | None
    report_media_id: int | None
    rating: int | None


@dataclass(frozen=True, slots=True)
class Assignment:
    """A member on a job and their answer; `language` is the one they speak with the bot."""

    job_id: int
    member_id: int
    leads: bool
    state: Answer
    version: int
    name: str
    person_id: int | None
    phone: str | None
    language: str


_COLUMNS = [jobs.c[name] for name in Job.__dataclass_fields__]


async def open_(work: Work, revision: Revision) -> Job:
    """Write down the job that an accepted revision promises, under the next number.

    One that was cancelled when an agreement was taken back opens again, with its plan.
    """
    promised = {
        "revision_id": revision.id,
        "person_hours": str(revision.estimate["hours"]),
        "days": revision.estimate["days"],
        "crew_size": revision.estimate["crew"],
    }
    before = await of_request(work, revision.request_id)
    if before is not None:
        state = transition(before.state, JobEvent.REOPEN)
        return await change(work, before, state=state, **promised)
    number = f"{SERIES}-{work.now.year}-{await numbers.take(work, SERIES, work.now.year):04d}"
    identity = await work.insert(
        jobs,
        number=number,
        request_id=revision.request_id,
        state=JobState.DRAFT,
        **promised,
        created_at=work.now,
    )
    return await get(work, identity)


async def get(work: Work, job_id: int) -> Job:
    """Load a job. Raises Unknown."""
    job = await _find(work, jobs.c.id == job_id)
    if job is None:
        raise Unknown(f"job {job_id}")
    return job


async def lock(work: Work, job_id: int) -> Job:
    """Load a job that this transaction will change: who comes second waits. Raises Unknown."""
    job = await _find(work, jobs.c.id == job_id, lock=True)
    if job is None:
        raise Unknown(f"job {job_id}")
    return job


async def of_request(work: Work, request_id: int) -> Job | None:
    return await _find(work, jobs.c.request_id == request_id)


async def of_requests(work: Work, request_ids: Collection[int]) -> dict[int, Job]:
    """Load the jobs of these requests, by request."""
    rows = await work.rows(select(*_COLUMNS).where(jobs.c.request_id.in_(request_ids)))
    return {row.request_id: _job(row) for row in rows}


async def _find(work: Work, where: Any, *, lock: bool = False) -> Job | None:
    query = select(*_COLUMNS).where(where)
    row = await work.first(query.with_for_update() if lock else query)
    return _job(row) if row else None


async def in_states(work: Work, states: Sequence[str], limit: int = 20) -> list[Job]:
    """List jobs in these states, the soonest first."""
    query = select(*_COLUMNS).where(jobs.c.state.in_(states))
    rows = await work.rows(query.order_by(jobs.c.start_on, jobs.c.id).limit(limit))
    return [_job(row) for row in rows]


async def between(work: Work, since: date, until: date) -> list[Job]:
    """List published jobs that start between two days, both included."""
    on = jobs.c.start_on.between(since, until)
    query = select(*_COLUMNS).where(jobs.c.state.in_(PLANNED), on).order_by(jobs.c.id)
    return [_job(row) for row in await work.rows(query)]


async def of_person(work: Work, person_id: int, since: date) -> list[tuple[Job, Assignment]]:
    """List the jobs of a crew member that are on: from that day, or begun and not done."""
    on = (jobs.c.start_on >= since) | jobs.c.state.in_((JobState.EN_ROUTE, JobState.ON_SITE))
    query = (
        select(*_COLUMNS)
        .join(assignments, assignments.c.job_id == jobs.c.id)
        .join(members, members.c.id == assignments.c.member_id)
        .where(members.c.person_id == person_id, jobs.c.state.in_(PLANNED), on)
        .order_by(jobs.c.start_on, jobs.c.id)
        .limit(10)
    )
    found = [_job(row) for row in await work.rows(query)]
    mine = await _assignments(
        work, assignments.c.job_id.in_([job.id for job in found]), members.c.person_id == person_id
    )
    by_job = {one.job_id: one for one in mine}
    return [(job, by_job[job.id]) for job in found]


async def change(work: Work, job: Job, **values: Any) -> Job:
    """Write the changed fields and a new version; return the job as it is now. Raises Changed."""
    where = (jobs.c.id == job.id, jobs.c.version == job.version)
    if not await work.run(update(jobs).where(*where).values(version=job.version + 1, **values)):
        raise Changed(job.number)
    return await get(work, job.id)


async def crew_of(work: Work, job_id: int) -> list[Assignment]:
    """List who goes, the leader first."""
    return await _assignments(work, assignments.c.job_id == job_id)


async def _assignments(work: Work, *where: Any) -> list[Assignment]:
    a, m = assignments.c, members.c
    query = (
        select(
            a.job_id,
            a.member_id,
            a.leads,
            a.state,
            a.version,
            m.name,
            m.person_id,
            m.phone,
            func.coalesce(people.c.language, m.language),
        )
        .join(members, m.id == a.member_id)
        .outerjoin(people, people.c.id == m.person_id)
        .where(*where)
        .order_by(a.job_id, a.leads.desc(), m.name)
    )
    return [_assignment(row) for row in await work.rows(query)]


async def assign(work: Work, job_id: int, member_ids: Sequence[int], leader_id: int | None) -> None:
    """Put this crew on the job; who was on it and stays keeps their answer."""
    now = {one.member_id for one in await crew_of(work, job_id)}
    gone = now - set(member_ids)
    if gone:
        where = (assignments.c.job_id == job_id, assignments.c.member_id.in_(gone))
        await work.run(delete(assignments).where(*where))
    for member_id in member_ids:
        leads = member_id == leader_id
        if member_id in now:
            theirs = (assignments.c.job_id == job_id, assignments.c.member_id == member_id)
            await work.run(update(assignments).where(*theirs).values(leads=leads))
        else:
            await work.insert(
                assignments, job_id=job_id, member_id=member_id, leads=leads, state=Answer.WAITING
            )


async def answer(work: Work, assignment: Assignment, state: Answer) -> None:
    """Write down what a member answered. Raises Changed."""
    a = assignments.c
    where = (
        a.job_id == assignment.job_id,
        a.member_id == assignment.member_id,
        a.version == assignment.version,
    )
    values = {"state": state, "answered_at": work.now, "version": assignment.version + 1}
    if not await work.run(update(assignments).where(*where).values(**values)):
        raise Changed(str(assignment.job_id))


async def ask_anew(work: Work, job_id: int) -> None:
    """Day or time moved: everybody is asked again."""
    where = assignments.c.job_id == job_id
    values = {"state": Answer.WAITING, "answered_at": None, "version": assignments.c.version + 1}
    await work.run(update(assignments).where(where).values(**values))


async def open_sheet(work: Work, job_id: int, outcomes: Sequence[str], lines: int) -> None:
    """Begin the count sheet of a job, with nothing counted."""
    rows = [
        {"job_id": job_id, "position": position, "outcome": outcome, "quantity": "0"}
        for position in range(lines)
        for outcome in outcomes
    ]
    await work.run(insert_new(work, counts, ("job_id", "position", "outcome")), rows)


async def count(work: Work, job_id: int, position: int, outcome: str, quantity: Decimal) -> None:
    """Write down how much of a line had this outcome."""
    row = {"job_id": job_id, "position": position, "outcome": outcome, "quantity": str(quantity)}
    await work.run(upsert(work, counts, ("job_id", "position", "outcome"), ("quantity",)), row)


async def counted(work: Work, job_id: int) -> dict[tuple[int, str], Decimal]:
    """Tell what was counted, (line position, outcome) to quantity; empty before the sheet."""
    c = counts.c
    query = select(c.position, c.outcome, c.quantity).where(c.job_id == job_id)
    return {(row.position, row.outcome): Decimal(row.quantity) for row in await work.rows(query)}


def _job(row: AnyRow) -> Job:
    values = dict(row._mapping)  # noqa: SLF001 SQLAlchemy's public name for it
    typed = {
        "person_hours": Decimal(values["person_hours"]),
        "state": JobState(values["state"]),
    }
    return Job(**values | typed)


def _assignment(row: AnyRow) -> Assignment:
    job_id, member_id, leads, state, *rest = row
    return Assignment(job_id, member_id, leads, Answer(state), *rest)
