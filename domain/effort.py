"""What a clearance takes: hours, trips, days and crew, from the inventory and the access."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from domain.inventory import Access, Lift, Take
from domain.money import ceil_to
from domain.pricebook import AccessRates, PriceBook, VehicleType

MINUTES = Decimal(60)


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the hours are made of, in minutes of one person; factors multiply those before them."""

    handling: Decimal
    access_factor: Decimal
    dismantling: Decimal
    learning_factor: Decimal
    unloading: Decimal
    travel: Decimal

    @property
    def total(self) -> Decimal:
        work = self.handling * self.access_factor + self.dismantling
        return work * self.learning_factor + self.unloading + self.travel


@dataclass(frozen=True, slots=True)
class Effort:
    """`hours` are person-hours of the whole crew; volume is loaded volume."""

    hours: Decimal
    trips: int
    days: int
    crew: int
    volume_m3: Decimal
    weight_kg: Decimal
    minutes: Minutes


def reckon_effort(takes: Sequence[Take], access: Access, book: PriceBook) -> Effort:
    """Reckon what it takes to carry everything away (pricing, steps 1 to 8)."""
    handling = sum((each.handling_min for each in takes), Decimal(0))
    crew = max(int(book.crew_minimum), *(each.item.min_persons for each in takes))
    volume = sum((each.volume_m3 for each in takes), Decimal(0))
    weight = sum((each.weight_kg for each in takes), Decimal(0))
    trips = trips_of(book.vehicle, volume * book.loading_factor, weight)
    # The crew rides once; only the driver makes the further trips.
    travel = book.travel_minutes * (crew + trips - 1)
    minutes = Minutes(
        handling=handling,
        access_factor=access_factor(access, book.access),
        dismantling=_dismantling(takes, book),
        learning_factor=book.learning_factor,
        unloading=handling * book.unload_share,
        travel=travel,
    )
    hours = ceil_to(minutes.total, book.hours_step * MINUTES) * book.hours_step
    days = days_needed(hours, crew, book.hours_per_day)
    return Effort(hours, trips, days, crew, volume, weight, minutes)


def access_factor(access: Access, rates: AccessRates) -> Decimal:
    """Return what handling minutes are multiplied by, 1 at the easiest (§3.1)."""
    beyond = max(access.carry_m - rates.carry_free_m, Decimal(0))
    return (
        1
        + _climb(access, rates)
        + rates.carry_step * ceil_to(beyond, rates.carry_step_m)
        + (rates.occupied if access.occupied else 0)
        + (rates.night if access.night else 0)
    )


def hardest_floor(floors: Collection[int]) -> int:
    """Return the floor that raises the access factor most where there is no lift.

    A level below ground counts a third more than one above, as in the price book (§3.1). Lines
    are not told apart by floor, so all are priced at this one: never less than it may take.
    """
    return max(floors, key=lambda floor: abs(floor) * (4 if floor < 0 else 3))


def trips_of(vehicle: VehicleType, volume_m3: Decimal, weight_kg: Decimal) -> int:
    """Count the trips of a vehicle, by volume or by weight, whichever runs out first."""
    by_volume = ceil_to(volume_m3, vehicle.volume_m3) if vehicle.volume_m3 else 0
    return max(by_volume, ceil_to(weight_kg, vehicle.payload_kg), 1)


def days_needed(hours: Decimal, crew: int, hours_per_day: Decimal) -> int:
    """Count the days that a crew needs for so many person-hours, at least one."""
    return max(1, ceil_to(hours, crew * hours_per_day))


def _climb(access: Access, rates: AccessRates) -> Decimal:
    if access.floor == 0 or access.lift is Lift.GOODS:
        return Decimal(0)
    if access.lift is Lift.PASSENGER:
        return rates.passenger_lift
    each = rates.floor_above if access.floor > 0 else rates.level_below
    return each * abs(access.floor)


def _dismantling(takes: Sequence[Take], book: PriceBook) -> Decimal:
    return sum(
        (each.dismantle_min * (book.careful_factor if each.line.careful else 1) for each in takes),
        Decimal(0),
    )
