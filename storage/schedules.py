"""The jobs of a schedule, in the same few statements however many there are."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select

from domain.schedule import ScheduledJob, ScheduledMember
from storage import crew_assignments, jobs
from storage.crew_assignments import Assignment
from storage.jobs import Job
from storage.plans import plan_of
from storage.tables import assignments, requests
from storage.transaction import Reading


async def jobs_of(tx: Reading, since: date, until: date) -> tuple[ScheduledJob, ...]:
    """Load the jobs that may have work between two days, and those without a day."""
    found = await jobs.touching(tx, since, until)
    ids = [job.id for job in found]
    crews: dict[int, list[Assignment]] = defaultdict(list)
    for assignment in await crew_assignments.matching(tx, assignments.c.job_id.in_(ids)):
        crews[assignment.job_id].append(assignment)
    towns = await _towns(tx, {job.request_id for job in found})
    return tuple(_scheduled(tx, job, crews[job.id], towns[job.request_id]) for job in found)


async def _towns(tx: Reading, request_ids: Collection[int]) -> dict[int, str]:
    c = requests.c
    rows = await tx.rows(select(c.id, c.commune).where(c.id.in_(request_ids)))
    return {row.id: row.commune for row in rows}


def _scheduled(tx: Reading, job: Job, crew: Sequence[Assignment], town: str) -> ScheduledJob:
    planned = job.start_on is not None and job.start_time is not None
    return ScheduledJob(
        job.id,
        job.number,
        job.state,
        town,
        tuple(ScheduledMember(one.member_id, one.name, one.leads, one.state) for one in crew),
        plan_of(job, crew, tx.zone) if planned else None,
    )
