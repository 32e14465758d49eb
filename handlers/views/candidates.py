"""Lays out what a plan is made from: the roster, the fleet, absences, and the plans around."""

from datetime import date
from decimal import Decimal

from domain.absences import AbsencePeriod
from domain.calendar import day_of
from domain.crews import Vehicle
from domain.inventory import take
from domain.job_papers import JobForPapers, papers_needed
from domain.jobs import CrewAnswer
from domain.planning import JobFacts, Load, Plan
from domain.planning.candidates import PlanningCandidates, certificates_for
from domain.planning_limits import vehicle_size
from domain.survey import glass_m2, has_fixed
from domain.windows import TimeWindow
from handlers.context.services import Services
from handlers.views.job_views import JobView
from storage import absences, crews, fleet, job_papers, plans, quotes
from storage.crew_assignments import Assignment
from storage.fleet import FleetVehicle
from storage.transaction import Reading

CAR_LICENCE = "B"
GLASS = "GLASS"  # the stream


async def load_candidates(
    tx: Reading, services: Services, job_view: JobView, on: date | None = None
) -> PlanningCandidates:
    """Gather it for one job; `on` is another first day that somebody wants."""
    job, asked = job_view.job, job_view.request.asked
    firsts = [day for day in (job.start_on, on) if day is not None]
    since = min((asked.earliest_on, *firsts))
    until = max((asked.deadline_on, *firsts))
    book = services.prices.on(day_of(job_view.request.created_at, tx.zone))
    return PlanningCandidates(
        job=job.id,
        number=job.number,
        hours=job.person_hours,
        days=job.days,
        crew_size=job.crew_size,
        min_crew=int(book.crew_minimum),
        certificates=certificates_for(asked.activities),
        earliest_on=asked.earliest_on,
        deadline_on=asked.deadline_on,
        roster={member.id: member for member in await crews.roster(tx)},
        fleet={vehicle.id: planned_vehicle(services, vehicle) for vehicle in await fleet.fleet(tx)},
        plans=await plans.around(tx, since, until),
        absences=await absences.between(tx, _window(tx, since, until)),
        zone=tx.zone,
        facts=await load_facts(tx, services, job_view),
        shape=job.shape,
    )


async def load_facts(tx: Reading, services: Services, job_view: JobView) -> JobFacts:
    """Gather what the job asks of any plan: its load as priced, its site, its papers."""
    job, asked = job_view.job, job_view.request.asked
    book = services.prices.on(day_of(job_view.request.created_at, tx.zone))
    takes = [take(line, services.catalogue) for line in asked.lines]
    estimate = (await quotes.get(tx, job.revision_id)).estimate
    glass = [each for each in takes if each.item.stream == GLASS]
    job_for_papers = JobForPapers(
        asked.rules,
        job.person_hours,
        estimate.total_excl_vat_cents,
        fixed=has_fixed(asked.lines, services.catalogue),
        asbestos=asked.asbestos,
        on=tx.today,
    )
    return JobFacts(
        today=tx.today,
        earliest_on=asked.earliest_on,
        deadline_on=asked.deadline_on,
        quoted_days=job.days,
        quoted_hours=job.person_hours,
        load=Load(
            estimate.volume_m3 * book.loading_factor,
            estimate.weight_kg,
            estimate.trips,
            glass_m2(glass),
            sum((each.volume_m3 for each in glass), Decimal(0)) * book.loading_factor,
        ),
        items=tuple(one.item for one in takes),
        rules=asked.rules,
        needed=papers_needed(job_for_papers),
        papers=await job_papers.there(tx, job.id),
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


def planned_vehicle(services: Services, vehicle: FleetVehicle) -> Vehicle:
    """Tell what the planning rules ask of a vehicle; what it lacks comes from its type."""
    kind, size = services.prices.vehicles.get(vehicle.kind), vehicle_size(vehicle.kind)
    return Vehicle(
        vehicle.id,
        vehicle.name,
        vehicle.kind,
        licence=vehicle.licence or (kind.licence if kind else CAR_LICENCE),
        inspected_until=vehicle.inspected_until,
        out_from=vehicle.out_from,
        out_until=vehicle.out_until,
        volume_m3=_known(vehicle.volume, kind.volume_m3 if kind else None),
        payload_kg=_known(vehicle.payload, kind.payload_kg if kind else None),
        glass_frame=vehicle.glass_frame,
        height_m=size.height_m if size else None,
        gross_t=size.gross_t if size else None,
    )


def _known(own: Decimal | None, of_kind: Decimal | None) -> Decimal | None:
    """Prefer what is known of the vehicle itself to what its type carries."""
    return of_kind if own is None else own
