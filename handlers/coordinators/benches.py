"""Lays out what a plan is made from: the roster, the fleet, and the plans around."""

from domain.calendar import day_of
from domain.crews import Vehicle
from domain.inventory import take
from domain.jobs import Answer
from domain.planning import Plan
from handlers.dossier import Dossier
from handlers.flows.bench import Bench, certificates_for
from handlers.shop import Shop
from storage import crews, plans
from storage.crews import FleetVehicle
from storage.jobs import Assignment
from storage.work import Work

CAR_LICENCE = "B"


async def bench_of(work: Work, shop: Shop, dossier: Dossier) -> Bench:
    """Gather it for one job."""
    job, asked = dossier.job, dossier.request.asked
    since = min(asked.earliest_on, job.start_on or asked.earliest_on)
    until = max(asked.deadline_on, job.start_on or asked.deadline_on)
    takes = [take(line, shop.catalogue) for line in asked.lines]
    book = shop.prices.on(day_of(dossier.request.created_at, work.zone))
    return Bench(
        job=job.id,
        number=job.number,
        hours=job.person_hours,
        days=job.days,
        crew_size=job.crew_size,
        min_crew=max(int(book.crew_minimum), *(one.item.min_persons for one in takes)),
        certificates=certificates_for(asked.activities),
        earliest_on=asked.earliest_on,
        deadline_on=asked.deadline_on,
        roster={member.id: member for member in await crews.roster(work)},
        fleet={one.id: _vehicle(shop, one) for one in await crews.fleet(work)},
        plans=await plans.around(work, since, until),
        zone=work.zone,
    )


def plan_on(bench: Bench, dossier: Dossier, crew: tuple[Assignment, ...] | None = None) -> Plan:
    """Read the job's plan with what the bench knows; those who declined are left out."""
    kept = dossier.plan
    coming = [one for one in crew or dossier.crew if one.state is not Answer.DECLINED]
    members = tuple(one.member_id for one in coming if one.member_id in bench.roster)
    return bench.plan(kept.start_on, kept.start_time, members, kept.leader, kept.vehicle)


def _vehicle(shop: Shop, one: FleetVehicle) -> Vehicle:
    kind = shop.prices.vehicles.get(one.kind)
    return Vehicle(one.id, one.name, one.kind, kind.licence if kind else CAR_LICENCE)
