"""Plans as the planning rules take them: of one job, and of all the others around it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from domain.jobs import CrewAnswer
from domain.planning import Plan
from storage import jobs
from storage.crew_assignments import Assignment
from storage.jobs import LONGEST_JOB, Job
from storage.tables import assignments
from storage.transaction import Reading

AROUND = LONGEST_JOB
AVERAGED = timedelta(weeks=11)  # the other weeks of an average (§7.3)


class NotPlanned(LookupError):
    """The job has no day yet."""


def plan_of(job: Job, crew: Sequence[Assignment], zone: ZoneInfo) -> Plan:
    """Read a planned job as a plan of those who have not declined. Raises NotPlanned."""
    coming = tuple(member.member_id for member in crew if member.state is not CrewAnswer.DECLINED)
    leader = next((member.member_id for member in crew if member.leads), None)
    return _plan(job, coming, leader, zone)


def _plan(job: Job, crew: tuple[int, ...], leader: int | None, zone: ZoneInfo) -> Plan:
    if job.start_on is None or job.start_time is None:
        raise NotPlanned(job.number)
    return Plan(
        job=job.id,
        start_on=job.start_on,
        start_time=job.start_time,
        days=len(job.shape.days) or job.days,
        hours=job.person_hours,
        crew=crew,
        leader=leader,
        vehicle=job.vehicle_id,
        number=job.number,
        zone=zone,
        shape=job.shape.days,
        more_vehicles=job.shape.vehicles,
    )


async def around(tx: Reading, since: date, until: date) -> tuple[Plan, ...]:
    """List the plans of published jobs around the weeks from one day to another.

    They reach as far as the average of hours looks (§7.3).

    Somebody who declined leaves an empty seat, a negative id: they are free again, and the hours
    of the others stay as they are until the seat is taken.
    """
    found = await jobs.between(tx, since - AVERAGED - AROUND, until + AVERAGED + AROUND)
    seats = await _seats(tx, [job.id for job in found])
    return tuple(_plan(job, seats[job.id], None, tx.zone) for job in found)


async def _seats(tx: Reading, job_ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    a = assignments.c
    query = select(a.job_id, a.member_id, a.state).where(a.job_id.in_(job_ids))
    seats: dict[int, tuple[int, ...]] = defaultdict(tuple)
    for row in await tx.rows(query.order_by(a.job_id, a.member_id)):
        free = row.state == CrewAnswer.DECLINED
        seats[row.job_id] += (-row.member_id if free else row.member_id,)
    return seats
