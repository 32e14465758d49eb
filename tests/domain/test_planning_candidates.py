"""What stands in the way of a plan, as the coordinator is shown it."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from domain.activities import Activity
from domain.planning import JobShape, PlanDay
from domain.planning.candidates import SITE_CARD, certificates_for
from tests.domain.candidate_cases import (
    BENCH,
    EARLY,
    MONDAY,
)


def test_works_on_a_building_ask_everybody_for_the_site_card() -> None:
    assert certificates_for([Activity.CLEARANCE]) == frozenset()
    assert certificates_for([Activity.CLEARANCE, Activity.SOFT_STRIP]) == {SITE_CARD}
    works = replace(BENCH, certificates=certificates_for([Activity.FLAT_GLASS]))
    assert [conflict.rule for conflict in works.conflicts(works.plan(MONDAY, EARLY, (1, 4)))] == [
        "certificate_missing",
        "certificate_missing",
    ]


def test_what_hinders_one_person_does_not_count_what_the_whole_crew_lacks() -> None:
    assert BENCH.hindrance(3, MONDAY, EARLY) is None
    assert BENCH.hindrance(1, MONDAY, EARLY) is None
    booked = BENCH.hindrance(2, MONDAY, EARLY)
    assert booked is not None
    assert (booked.rule, booked.params["number"]) == ("already_booked", "INT-2026-0009")


def test_a_second_job_of_the_day_hinders_by_its_hours() -> None:
    tired = BENCH.hindrance(2, MONDAY, time(13))
    assert tired is not None
    assert tired.rule == "too_many_hours_a_day"


def test_the_seat_of_who_declined_is_free() -> None:
    assert BENCH.hindrance(3, MONDAY, EARLY) is None


def test_a_vehicle_is_taken_only_while_it_is_away() -> None:
    assert BENCH.vehicle_taken(1, MONDAY, EARLY, (1, 3))
    assert not BENCH.vehicle_taken(2, MONDAY, EARLY, (1, 3))
    assert not BENCH.vehicle_taken(1, MONDAY, time(14), (1, 3))


def test_a_vehicle_out_of_service_or_without_inspection_is_taken_too() -> None:
    out = replace(BENCH.fleet[2], out_from=MONDAY)
    lapsed = replace(BENCH.fleet[2], inspected_until=date(2026, 12, 13))
    for vehicle in (out, lapsed):
        bench = replace(BENCH, fleet={**BENCH.fleet, 2: vehicle})
        assert bench.vehicle_taken(2, MONDAY, EARLY, (1, 3))


def test_who_leads_is_the_one_wanted_or_the_first_who_may() -> None:
    assert BENCH.leads((2, 4, 1), 1) == 1
    assert BENCH.leads((2, 4, 1), None) == 4
    assert BENCH.leads((4, 1), 3) == 4
    assert BENCH.leads((2, 3), 2) is None


def test_stand_ins_are_those_whom_no_hard_rule_forbids() -> None:
    plan = BENCH.plan(MONDAY, EARLY, (1, 3), leader=1, vehicle=2)
    found = {member.name: changed for member, changed, _ in BENCH.stand_ins(plan, 3)}
    assert set(found) == {"Driss"}  # Bintou is booked
    assert found["Driss"] == replace(plan, crew=(1, 4))


def test_a_van_that_broke_down_keeps_no_stand_in_away() -> None:
    broken_down = replace(BENCH.fleet[2], out_from=MONDAY)
    bench = replace(BENCH, fleet={**BENCH.fleet, 2: broken_down})
    plan = bench.plan(MONDAY, EARLY, (1, 3), leader=1, vehicle=2)
    assert [member.name for member, _, _ in bench.stand_ins(plan, 3)] == ["Driss"]


def test_a_stand_in_for_the_leader_must_leave_somebody_who_leads() -> None:
    plan = BENCH.plan(MONDAY, EARLY, (1, 3), leader=1, vehicle=2)
    found = [(member.name, changed.leader) for member, changed, _ in BENCH.stand_ins(plan, 1)]
    assert found == [("Driss", 4)]
    soft = [conflict.rule for _, _, against in BENCH.stand_ins(plan, 1) for conflict in against]
    assert soft == ["no_first_aider"]


def test_who_stands_in_stays_away_on_the_same_days() -> None:
    two_days = replace(BENCH, shape=JobShape((PlanDay(0), PlanDay(1, off=(3,)))))
    plan = two_days.plan(MONDAY, EARLY, (1, 2, 3), leader=1, vehicle=2)
    found = {
        member.name: changed.shape
        for member, changed, _ in replace(two_days, plans=()).stand_ins(plan, 3)
    }
    assert found == {"Driss": (PlanDay(0), PlanDay(1, off=(4,)))}


def test_nobody_stands_in_where_only_the_one_gone_may_drive() -> None:
    plan = BENCH.plan(MONDAY, EARLY, (3, 4), leader=4, vehicle=2)
    assert [member.name for member, _, _ in BENCH.stand_ins(plan, 3)] == ["Ali"]


def test_both_of_a_crew_of_two_are_replaced_one_after_the_other() -> None:
    """One alone is too few, leads nobody and would do the work of two: that keeps nobody away."""
    bench = replace(BENCH, hours=Decimal(20))
    plan = bench.plan(MONDAY, EARLY, (3,), leader=1)
    found = bench.stand_ins(replace(plan, empty_seats=(1,)), 3)
    assert [(member.name, changed.leader) for member, changed, _ in found] == [
        ("Ali", 1),
        ("Driss", 4),
    ]
    assert [against for _, _, against in found] == [(), ()]


def test_who_left_the_company_was_able_and_is_replaced_by_who_is() -> None:
    plan = BENCH.plan(MONDAY, EARLY, (1, 7), leader=7, vehicle=2)
    assert [member.name for member, _, _ in BENCH.stand_ins(plan, 7)] == ["Chen", "Driss"]
