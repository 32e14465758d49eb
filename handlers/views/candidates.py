"""Lays out what a plan is made from: the roster, the fleet, absences, and the plans around."""

from datetime import date

from domain.absences import AbsencePeriod
from domain.calendar import day_of
from domain.crews import Vehicle
from domain.inventory import take
from domain.jobs import CrewAnswer
from domain.planning import Plan
from domain.planning.candidates import PlanningCandidates, certificates_for
from domain.windows import TimeWindow
from handlers.context.services import Services
from handlers.views.job_views import JobView
from storage import absences, crews, fleet, plans
from storage.crew_assignments import Assignment
from storage.fleet import FleetVehicle
from storage.transaction import Reading

CAR_LICENCE = "B"


async def load_candidates(tx: Reading, services: Services, job_view: JobView) -> PlanningCandidates:
    """Gather it for one job."""
    job, asked = job_view.job, job_view.request.asked
    since = min(asked.earliest_on, job.start_on or asked.earliest_on)
    until = max(asked.deadline_on, job.start_on or asked.deadline_on)
    takes = [take(line, services.catalogue) for line in asked.lines]
    book = services.prices.on(day_of(job_view.request.created_at, tx.zone))
    return PlanningCandidates(
        job=job.id,
        number=job.number,
        hours=job.person_hours,
        days=job.days,
        crew_size=job.crew_size,
        min_crew=max(int(book.crew_minimum), *(one.item.min_persons for one in takes)),
        certificates=certificates_for(asked.activities),
        earliest_on=asked.earliest_on,
        deadline_on=asked.deadline_on,
        roster={member.id: member for member in await crews.roster(tx)},
        fleet={vehicle.id: _vehicle(services, vehicle) for vehicle in await fleet.fleet(tx)},
        plans=await plans.around(tx, since, until),
        absences=await absences.between(tx, _window(tx, since, until)),
        zone=tx.zone,
    )


def _window(tx: Reading, since: date, until: date) -> TimeWindow:
    """Return the time in which a job of these days can have its work."""
    period = AbsencePeriod(since, until + plans.AROUND)
    return period.window(tx.zone)


def plan_on(
    bench: PlanningCandidates, job_view: JobView, crew: tuple[Assignment, ...] | None = None
) -> Plan:
    """Read the job's plan with what the bench knows; what is out or declined is left out."""
    kept = job_view.plan
    coming = [member for member in crew or job_view.crew if member.state is not CrewAnswer.DECLINED]
    members = tuple(
        assignment.member_id for assignment in coming if assignment.member_id in bench.roster
    )
    vehicle = kept.vehicle if kept.vehicle in bench.fleet else None
    return bench.plan(kept.start_on, kept.start_time, members, kept.leader, vehicle)


def _vehicle(services: Services, vehicle: FleetVehicle) -> Vehicle:
    kind = services.prices.vehicles.get(vehicle.kind)
    licence = vehicle.licence or (kind.licence if kind else CAR_LICENCE)
    return Vehicle(
        vehicle.id,
        vehicle.name,
        vehicle.kind,
        licence,
        vehicle.inspected_until,
        vehicle.out_from,
        vehicle.out_until,
    )
