"""Rules about the state of the vehicle: in service and inspected on every day of the job."""

from collections.abc import Iterator, Mapping

from domain.planning.case import Case

VehicleConflicts = Iterator[Mapping[str, object]]


def vehicle_out_of_service(case: Case) -> VehicleConflicts:
    """The vehicle is out of service on a day of the job."""
    vehicle = case.vehicle
    day = next((on for on in case.days if vehicle and vehicle.out_on(on)), None)
    if vehicle is not None and day is not None:
        yield {"vehicle": vehicle.name, "on": day}


def inspection_expired(case: Case) -> VehicleConflicts:
    """The vehicle's inspection runs out before the last day of the job."""
    vehicle = case.vehicle
    if vehicle is not None and not vehicle.inspected_on(case.days[-1]):
        yield {"vehicle": vehicle.name, "on": vehicle.inspected_until}
