"""The schedule of some days, with everybody and everything that can be planned."""

from collections.abc import Sequence
from datetime import date

from domain.absences import AbsencePeriod
from domain.schedule import Schedule
from handlers.context.services import Services
from handlers.views.candidates import planned_vehicle
from storage import absences, crews, fleet, schedules
from storage.transaction import Reading


async def load(tx: Reading, services: Services, days: Sequence[date]) -> Schedule:
    """Load it, in as many statements whatever there is."""
    window = AbsencePeriod(days[0], days[-1]).window(tx.zone)
    return Schedule(
        tuple(days),
        await schedules.jobs_of(tx, days[0], days[-1]),
        {member.id: member for member in await crews.roster(tx)},
        {vehicle.id: planned_vehicle(services, vehicle) for vehicle in await fleet.fleet(tx)},
        await absences.between(tx, window),
        tx.zone,
    )
