"""Rules about vehicles, one test each, at their limits (§3.2, §2.2)."""

from dataclasses import replace
from decimal import Decimal

from domain.planning import JobFacts, Load
from domain.site_rules import SiteRules
from tests.domain.crew_cases import TRUCK, VAN, broken, other, plan

BOX_VAN = replace(
    VAN,
    volume_m3=Decimal(20),
    payload_kg=Decimal(800),
    height_m=Decimal("3.30"),
    gross_t=Decimal("3.5"),
)
FLATBED = replace(VAN, id=3, name="Plateau", volume_m3=Decimal(0), payload_kg=Decimal(900))


def carrying(load: Load, rule: str, *fleet: object, **changes: object) -> list[dict[str, object]]:
    vehicles = fleet or (BOX_VAN,)
    return broken(rule, plan(**changes), facts=JobFacts(load=load), vehicles=vehicles)


def test_no_vehicle() -> None:
    load = Load(weight_kg=Decimal(10))

    assert carrying(load, "no_vehicle", vehicle=None) == [{}]
    assert carrying(load, "no_vehicle") == []
    assert carrying(Load(), "no_vehicle", vehicle=None) == []  # nothing to carry


def test_vehicle_too_small() -> None:
    """20 m³ in one trip, 40 in two."""

    def small(volume: str, trips: int = 1) -> list[dict[str, object]]:
        return carrying(Load(Decimal(volume), trips=trips), "vehicle_too_small")

    assert small("20") == []
    assert small("20.01") == [{"volume": Decimal("20.0"), "holds": Decimal(20), "trips": 1}]
    assert small("40", trips=2) == []
    assert carrying(Load(Decimal(99)), "vehicle_too_small", VAN) == []  # nobody told its size


def test_a_flatbed_carries_glass_alone() -> None:
    glass = Load(Decimal(3), Decimal(400), glass_m2=Decimal(40), glass_m3=Decimal(3))
    mixed = replace(glass, volume_m3=Decimal(5))

    assert carrying(glass, "vehicle_too_small", FLATBED, vehicle=3) == []
    assert carrying(mixed, "vehicle_too_small", FLATBED, vehicle=3) == [
        {"volume": Decimal("2.0"), "holds": Decimal(0), "trips": 1}
    ]
    both = {"vehicle": 1, "more_vehicles": (3,)}
    assert carrying(mixed, "vehicle_too_small", BOX_VAN, FLATBED, **both) == []


def test_vehicle_overloaded() -> None:
    """800 kg a trip: refused, the driver answers for it."""

    def heavy(weight: str, trips: int = 1) -> list[dict[str, object]]:
        return carrying(Load(weight_kg=Decimal(weight), trips=trips), "vehicle_overloaded")

    assert heavy("800") == []
    assert heavy("801") == [{"weight": Decimal(801), "may": Decimal(800), "trips": 1}]
    assert heavy("1600", trips=2) == []


def test_several_vehicles_share_the_load_and_each_takes_a_driver() -> None:
    load = Load(weight_kg=Decimal(1700))
    both = {"vehicle": 1, "more_vehicles": (3,)}

    assert carrying(load, "vehicle_overloaded", BOX_VAN, FLATBED, **both) == []
    assert broken("no_driver", plan(crew=(1, 3), **both), vehicles=[FLATBED]) == []
    assert broken("no_driver", plan(crew=(1, 2), **both), vehicles=[FLATBED]) == [
        {"vehicle": "Plateau"}
    ]
    # Chen alone may drive the truck: Ali takes the van, in whatever order they are named.
    for first, second in ((1, 2), (2, 1)):
        taken = plan(crew=(3, 1), vehicle=first, more_vehicles=(second,))
        assert broken("no_driver", taken, vehicles=[TRUCK]) == []
    elsewhere = replace(other(crew=(4,)), vehicle=3)
    assert len(broken("vehicle_already_booked", plan(**both), elsewhere, vehicles=[FLATBED])) == 1


def test_vehicle_too_high() -> None:
    def at(limit: str) -> list[dict[str, object]]:
        facts = JobFacts(rules=SiteRules(vehicle_height=Decimal(limit)))
        return broken("vehicle_too_high", plan(), facts=facts, vehicles=[BOX_VAN])

    assert at("3.30") == []
    assert at("3.29") == [
        {"vehicle": "Kangoo", "height": Decimal("3.30"), "highest": Decimal("3.29")}
    ]


def test_vehicle_too_heavy() -> None:
    def at(limit: str) -> list[dict[str, object]]:
        facts = JobFacts(rules=SiteRules(vehicle_tonnes=Decimal(limit)))
        return broken("vehicle_too_heavy", plan(), facts=facts, vehicles=[BOX_VAN])

    assert at("3.5") == []
    assert at("3.4") == [
        {"vehicle": "Kangoo", "tonnes": Decimal("3.5"), "heaviest": Decimal("3.4")}
    ]


def test_glass_without_frame() -> None:
    def glass(area: str) -> list[dict[str, object]]:
        return carrying(Load(glass_m2=Decimal(area)), "glass_without_frame")

    assert glass("9.9") == []
    assert glass("10") == [{"area": Decimal("10.0")}]
    framed = replace(BOX_VAN, glass_frame=True)
    assert carrying(Load(glass_m2=Decimal(10)), "glass_without_frame", framed) == []
