from decimal import Decimal

import pytest

from domain.effort import access_factor, days_needed, hardest_floor, reckon_effort, trips_of
from domain.inventory import Access, InventoryLine, Lift, take
from domain.pricebook import VehicleType
from tests.domain.pricing_cases import BOOK, CATALOGUE

VAN = VehicleType("van", Decimal(20), Decimal(800), "B")


@pytest.mark.parametrize(
    ("access", "factor"),
    [
        (Access(0, Lift.NONE), "1"),
        (Access(0, Lift.PASSENGER), "1"),
        (Access(9, Lift.GOODS), "1"),
        (Access(1, Lift.PASSENGER), "1.15"),
        (Access(8, Lift.PASSENGER), "1.15"),
        (Access(-2, Lift.PASSENGER), "1.15"),
        (Access(1, Lift.NONE), "1.15"),
        (Access(5, Lift.NONE), "1.75"),
        (Access(-1, Lift.NONE), "1.20"),
        (Access(-3, Lift.NONE), "1.60"),
        (Access(-3, Lift.GOODS), "1"),
        (Access(carry_m=Decimal(30)), "1"),
        (Access(carry_m=Decimal("30.1")), "1.10"),
        (Access(carry_m=Decimal(50)), "1.10"),
        (Access(carry_m=Decimal(51)), "1.20"),
        (Access(carry_m=Decimal(80)), "1.30"),
        (Access(occupied=True), "1.10"),
        (Access(night=True), "1.25"),
        (Access(5, Lift.NONE, Decimal(40), occupied=True), "1.95"),
    ],
)
def test_access_factor(access: Access, factor: str) -> None:
    assert access_factor(access, BOOK.access) == Decimal(factor)


@pytest.mark.parametrize(
    ("volume", "weight", "trips"),
    [
        ("20", "800", 1),
        ("20.01", "1", 2),
        ("1", "800.1", 2),
        ("0.001", "0.2", 1),
        ("41", "2400", 3),
    ],
)
def test_trips_count_whatever_runs_out_first(volume: str, weight: str, trips: int) -> None:
    assert trips_of(VAN, Decimal(volume), Decimal(weight)) == trips


def test_trips_of_a_vehicle_without_a_volume_go_by_weight() -> None:
    flatbed = VehicleType("flatbed", Decimal(0), Decimal(900), "B")

    assert trips_of(flatbed, Decimal(100), Decimal(1000)) == 2


@pytest.mark.parametrize(("hours", "days"), [("0.25", 1), ("14", 1), ("14.25", 2), ("28", 2)])
def test_days_needed_by_two_people(hours: str, days: int) -> None:
    assert days_needed(Decimal(hours), 2, Decimal(7)) == days


@pytest.mark.parametrize(
    ("code", "quantity", "access", "hours"),
    [
        # 50 x 3 min of handling: 150 x 1.2 + 75 to unload + 120 of travel = 375 min, to the minute.
        ("SIE-04", 50, Access(), "6.25"),
        ("SIE-04", 51, Access(), "6.50"),
        # 15 x (8 handling + 2 dismantling): 180 + 60 + 120 = 360 min.
        ("TAB-05", 15, Access(), "6.00"),
        # Access weighs on the work, not on unloading: 150 x 1.25 x 1.2 + 75 + 120 = 420 min.
        ("SIE-04", 50, Access(night=True), "7.00"),
    ],
)
def test_hours_go_up_to_the_next_quarter(
    code: str, quantity: int, access: Access, hours: str
) -> None:
    taken = take(InventoryLine(code, Decimal(quantity)), CATALOGUE)

    assert reckon_effort([taken], access, BOOK).hours == Decimal(hours)


def test_careful_removal_weighs_on_dismantling_alone() -> None:
    taken = take(InventoryLine("TAB-05", Decimal(15), careful=True), CATALOGUE)

    # 30 min of dismantling become 48: 168 x 1.2 + 60 + 120 = 381.6 min.
    assert reckon_effort([taken], Access(), BOOK).hours == Decimal("6.50")


def test_voids_in_the_load_count() -> None:
    chairs = [take(InventoryLine("SIE-01", Decimal(45)), CATALOGUE)]  # 18.9 m³, 630 kg

    assert reckon_effort(chairs, Access(), BOOK).trips == 2


def test_the_crew_is_as_large_as_the_heaviest_thing_asks() -> None:
    bath = take(InventoryLine("SAN-08", Decimal(1)), CATALOGUE)
    chair = take(InventoryLine("SIE-01", Decimal(1)), CATALOGUE)

    assert [reckon_effort(takes, Access(), BOOK).crew for takes in ([chair], [chair, bath])] == [
        2, 4,
    ]  # fmt: skip


def test_of_several_floors_the_hardest_is_priced() -> None:
    assert hardest_floor([3, 4]) == 4
    assert hardest_floor([0, -1]) == -1
    assert hardest_floor([5, -4]) == -4  # 0.75 and 0.80 of the handling
