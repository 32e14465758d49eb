"""Jobs: work at a site, when it is, who goes and what they answered, what was counted."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from sqlalchemy import bindparam, select

from domain.jobs import (
    JOB,
    OCCUPYING,
    UNDER_WAY,
    JobEvent,
    JobState,
)
from domain.json_fields import from_json, to_json
from domain.numbers import Series
from domain.planning import AS_QUOTED, JobShape
from storage import counters, crew_assignments, moves
from storage.crew_assignments import Assignment
from storage.dialects import insert_new, upsert
from storage.moves import Trail
from storage.quotes import Revision
from storage.tables import assignments, counts, jobs, members
from storage.transaction import AnyRow, Query, Reading, Transaction, Unknown

LONGEST_JOB = timedelta(days=45)  # a job of 30 working days still touches the week

STAMPED = {  # the column that says when
    JobEvent.PUBLISH: "published_at",
    JobEvent.SET_OFF: "en_route_at",
    JobEvent.ARRIVE: "arrived_at",
    JobEvent.FINISH: "done_at",
    JobEvent.REPORT: "reported_at",
}


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
    in_spite_of: Mapping[str, Any] | None = None
    shape: JobShape = AS_QUOTED


_COLUMNS = [jobs.c[name] for name in Job.__dataclass_fields__]
_OF_REQUESTS = select(*_COLUMNS).where(jobs.c.request_id.in_(bindparam("requests", expanding=True)))


async def open_(tx: Transaction, revision: Revision, *, actor_id: int | None) -> Job:
    """Write down the job that an accepted revision promises, under the next number.

    One that was cancelled when an agreement was taken back opens again, with its plan.
    """
    promised = {
        "revision_id": revision.id,
        "person_hours": str(revision.estimate.hours),
        "days": revision.estimate.days,
        "crew_size": revision.estimate.crew,
    }
    before = await of_request(tx, revision.request_id)
    if before is not None:
        return await _move(tx, before, JobEvent.REOPEN, actor_id, promised)
    number = await counters.next_number(tx, Series.JOB)
    identity = await tx.insert(
        jobs,
        number=number,
        request_id=revision.request_id,
        state=JobState.DRAFT,
        **promised,
        created_at=tx.now,
    )
    return await get(tx, identity)


async def get(tx: Reading, job_id: int) -> Job:
    """Load a job. Raises Unknown."""
    job = await _find(tx, select(*_COLUMNS).where(jobs.c.id == job_id))
    if job is None:
        raise Unknown(f"job {job_id}")
    return job


async def lock(tx: Transaction, job_id: int) -> Job:
    """Load a job that this transaction will change: who comes second waits. Raises Unknown."""
    job = await _find(tx, select(*_COLUMNS).where(jobs.c.id == job_id).with_for_update())
    if job is None:
        raise Unknown(f"job {job_id}")
    return job


async def of_request(tx: Reading, request_id: int) -> Job | None:
    return (await of_requests(tx, [request_id])).get(request_id)


async def of_requests(tx: Reading, request_ids: Collection[int]) -> dict[int, Job]:
    """Load the jobs of these requests, by request."""
    rows = await tx.rows(_OF_REQUESTS, {"requests": list(request_ids)})
    return {row.request_id: _job(row) for row in rows}


async def _find(tx: Reading, query: Query) -> Job | None:
    row = await tx.first(query)
    return _job(row) if row else None


async def in_states(tx: Reading, states: Collection[JobState], limit: int = 20) -> list[Job]:
    """List jobs in these states, the soonest first."""
    query = select(*_COLUMNS).where(jobs.c.state.in_(states))
    rows = await tx.rows(query.order_by(jobs.c.start_on, jobs.c.id).limit(limit))
    return [_job(row) for row in rows]


async def between(tx: Reading, since: date, until: date) -> list[Job]:
    """List published jobs that start between two days, both included."""
    on = jobs.c.start_on.between(since, until)
    query = select(*_COLUMNS).where(jobs.c.state.in_(OCCUPYING), on).order_by(jobs.c.id)
    return [_job(row) for row in await tx.rows(query)]


async def touching(tx: Reading, since: date, until: date) -> list[Job]:
    """List the jobs that may have work between two days, drafts too, and those without a day."""
    c = jobs.c
    planned = c.state.in_(OCCUPYING | {JobState.DRAFT}) & c.start_on.between(
        since - LONGEST_JOB, until
    )
    waiting = (c.state == JobState.DRAFT) & c.start_on.is_(None)
    rows = await tx.rows(select(*_COLUMNS).where(planned | waiting).order_by(c.id))
    return [_job(row) for row in rows]


async def of_member(tx: Reading, member_id: int, since: date) -> list[Job]:
    """List a member's planned jobs that may still be going on at a day, the next first."""
    query = (
        select(*_COLUMNS)
        .join(assignments, assignments.c.job_id == jobs.c.id)
        .where(assignments.c.member_id == member_id, jobs.c.start_on >= since - LONGEST_JOB)
        .order_by(jobs.c.start_on, jobs.c.id)
    )
    return [_job(row) for row in await tx.rows(query)]


async def of_vehicle(tx: Reading, vehicle_id: int, since: date) -> list[Job]:
    """List a vehicle's jobs, drafts too, that may still be going on at a day, the next first."""
    may_go = (jobs.c.vehicle_id == vehicle_id) | jobs.c.shape.is_not(None)
    query = (
        select(*_COLUMNS)
        .where(may_go, jobs.c.start_on >= since - LONGEST_JOB)
        .where(jobs.c.state.in_(OCCUPYING | {JobState.DRAFT}))
        .order_by(jobs.c.start_on, jobs.c.id)
    )
    found = [_job(row) for row in await tx.rows(query)]
    return [job for job in found if vehicle_id in (job.vehicle_id, *job.shape.vehicles)]


async def of_person(tx: Reading, person_id: int, since: date) -> list[tuple[Job, Assignment]]:
    """List the jobs of a crew member that are on: from that day, or begun and not done."""
    on = (jobs.c.start_on >= since) | jobs.c.state.in_(UNDER_WAY)
    query = (
        select(*_COLUMNS)
        .join(assignments, assignments.c.job_id == jobs.c.id)
        .join(members, members.c.id == assignments.c.member_id)
        .where(members.c.person_id == person_id, jobs.c.state.in_(OCCUPYING), on)
        .order_by(jobs.c.start_on, jobs.c.id)
        .limit(10)
    )
    found = [_job(row) for row in await tx.rows(query)]
    mine = await crew_assignments.matching(
        tx, assignments.c.job_id.in_([job.id for job in found]), members.c.person_id == person_id
    )
    by_job = {assignment.job_id: assignment for assignment in mine}
    return [(job, by_job[job.id]) for job in found]


async def move(
    tx: Transaction,
    job: Job,
    event: JobEvent,
    *,
    actor_id: int | None,
    report_media_id: int | None = None,
    in_spite_of: Mapping[str, Any] | None = None,
    **details: Any,
) -> Job:
    """Move a job, note when, record it with the details. Raises NotAllowed, Changed.

    A plan that is published keeps what was soft against it, and why it goes out all the same.
    """
    columns: dict[str, Any] = {}
    if event is JobEvent.PUBLISH:
        columns["in_spite_of"] = in_spite_of
        details = {**details, "in_spite_of": in_spite_of}
    if event in STAMPED:
        columns[STAMPED[event]] = tx.now
    if report_media_id is not None:
        columns["report_media_id"] = report_media_id
    return await _move(tx, job, event, actor_id, columns, details)


async def unpublish(
    tx: Transaction, job: Job, published_before: datetime | None, *, actor_id: int, told: list[int]
) -> Job:
    """Take a publication back; `told` are the members who know of an earlier one."""
    columns = {"published_at": published_before}
    return await _move(tx, job, JobEvent.UNPUBLISH, actor_id, columns, {"told": told})


async def postpone(tx: Transaction, job: Job, start_on: date, *, actor_id: int) -> Job:
    """Call a crew back that was off already: the job is for another day. Raises NotAllowed."""
    columns = {"start_on": start_on, "en_route_at": None, "arrived_at": None}
    return await _move(tx, job, JobEvent.POSTPONE, actor_id, columns)


async def _move(
    tx: Transaction,
    job: Job,
    event: JobEvent,
    actor_id: int | None,
    columns: Mapping[str, Any],
    details: Mapping[str, Any] | None = None,
) -> Job:
    trail = Trail("job", job.id, actor_id, details=details)
    await moves.move(tx, jobs, JOB, job, event, trail, columns)
    return await get(tx, job.id)


class JobColumns(TypedDict, total=False):
    """What may change of a job while its state stays."""

    start_on: date | None
    start_time: time | None
    vehicle_id: int | None
    shape: JobShape
    in_spite_of: Mapping[str, Any] | None
    rating: int


async def change(tx: Transaction, job: Job, **columns: Unpack[JobColumns]) -> Job:
    """Write the changed columns and a new version; return the job as it is now. Raises Changed."""
    values: dict[str, Any] = {**columns}
    if "shape" in columns:
        shape = columns["shape"]
        values["shape"] = None if shape == AS_QUOTED else to_json(shape)
    await moves.write(tx, jobs, job, values)
    return await get(tx, job.id)


async def open_sheet(tx: Transaction, job_id: int, outcomes: Sequence[str], lines: int) -> None:
    """Begin the count sheet of a job, with nothing counted."""
    rows = [
        {"job_id": job_id, "position": position, "outcome": outcome, "quantity": "0"}
        for position in range(lines)
        for outcome in outcomes
    ]
    await tx.run(insert_new(tx, counts, ("job_id", "position", "outcome")), rows)


async def count(
    tx: Transaction, job_id: int, position: int, outcome: str, quantity: Decimal
) -> None:
    """Write down how much of a line had this outcome."""
    row = {"job_id": job_id, "position": position, "outcome": outcome, "quantity": str(quantity)}
    await tx.run(upsert(tx, counts, ("job_id", "position", "outcome"), ("quantity",)), row)


async def counted(tx: Reading, job_id: int) -> dict[tuple[int, str], Decimal]:
    """Tell what was counted, (line position, outcome) to quantity; empty before the sheet."""
    c = counts.c
    query = select(c.position, c.outcome, c.quantity).where(c.job_id == job_id)
    return {(row.position, row.outcome): Decimal(row.quantity) for row in await tx.rows(query)}


def _job(row: AnyRow) -> Job:
    values = dict(row._mapping)  # noqa: SLF001 SQLAlchemy's public name for it
    typed = {
        "person_hours": Decimal(values["person_hours"]),
        "state": JobState(values["state"]),
        "shape": from_json(JobShape, values["shape"]),
    }
    return Job(**values | typed)
