"""Rules about what goes: vehicles that are free and large enough, for load and for site (§3.2)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from domain.money import half_up
from domain.planning.case import Case
from domain.planning.crew_rules import clashes

VehicleConflicts = Iterator[Mapping[str, object]]


def vehicle_already_booked(case: Case) -> VehicleConflicts:
    """A vehicle is on another job at the same time."""
    for vehicle in case.vehicles:
        yield from clashes(case.own, vehicle.name, case.elsewhere_of(vehicle))


def no_vehicle(case: Case) -> VehicleConflicts:
    """Something is to be carried away and no vehicle goes."""
    if not case.vehicles and case.facts.load.weight_kg > 0:
        yield {}


def vehicle_too_small(case: Case) -> VehicleConflicts:
    """The vehicles do not hold the volume in the trips that were reckoned (§3.2).

    One that only carries glass holds nothing else.
    """
    load = case.facts.load
    sizes = [vehicle.volume_m3 for vehicle in case.vehicles]
    if not sizes or None in sizes:
        return
    holds = sum((size for size in sizes if size), Decimal(0)) * load.trips
    on_frames = load.glass_m3 if any(size == 0 for size in sizes) else Decimal(0)
    volume = load.volume_m3 - on_frames
    if volume > holds:
        yield {"volume": half_up(volume, 1), "holds": holds, "trips": load.trips}


def vehicle_overloaded(case: Case) -> VehicleConflicts:
    """The vehicles would carry more than they may, in the trips that were reckoned (§3.2).

    Overload is an offence of the driver: refused.
    """
    load = case.facts.load
    payloads = [each.payload_kg for each in case.vehicles if each.payload_kg is not None]
    if not payloads or len(payloads) < len(case.vehicles):
        return
    may = sum(payloads, Decimal(0)) * load.trips
    if load.weight_kg > may:
        yield {"weight": half_up(load.weight_kg), "may": may, "trips": load.trips}


def vehicle_too_high(case: Case) -> VehicleConflicts:
    """A vehicle is higher than the site lets in (§2.2)."""
    limit = case.facts.rules.vehicle_height
    for vehicle in case.vehicles:
        if limit is not None and vehicle.height_m is not None and vehicle.height_m > limit:
            yield {"vehicle": vehicle.name, "height": vehicle.height_m, "highest": limit}


def vehicle_too_heavy(case: Case) -> VehicleConflicts:
    """A vehicle weighs more, when full, than the site bears (§2.2)."""
    limit = case.facts.rules.vehicle_tonnes
    for vehicle in case.vehicles:
        if limit is not None and vehicle.gross_t is not None and vehicle.gross_t > limit:
            yield {"vehicle": vehicle.name, "tonnes": vehicle.gross_t, "heaviest": limit}


def glass_without_frame(case: Case) -> VehicleConflicts:
    """Glass goes upright on a frame, and no vehicle has one (§3.2)."""
    glass = case.facts.load.glass_m2
    framed = any(vehicle.glass_frame for vehicle in case.vehicles)
    if case.vehicles and glass >= case.limits.frame_from_m2 and not framed:
        yield {"area": half_up(glass, 1)}


def vehicle_out_of_service(case: Case) -> VehicleConflicts:
    """A vehicle is out of service on a day of the job."""
    for vehicle in case.vehicles:
        day = next((on for on in case.days if vehicle.out_on(on)), None)
        if day is not None:
            yield {"vehicle": vehicle.name, "on": day}


def inspection_expired(case: Case) -> VehicleConflicts:
    """A vehicle's inspection runs out before the last day of the job."""
    for vehicle in case.vehicles:
        if not vehicle.inspected_on(case.days[-1]):
            yield {"vehicle": vehicle.name, "on": vehicle.inspected_until}
