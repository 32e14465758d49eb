"""A small roster, and plans of it, for the planning tests."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

from domain.crews import Certificate, CrewRole, Member, Vehicle
from domain.planning import NO_FACTS, Absence, Conflict, JobFacts, Plan, Timetable, conflicts

FAR = date(2030, 1, 1)
MONDAY = date(2026, 11, 30)

ALI = Member(
    1, "Ali", (Certificate("SST", FAR),), roles=frozenset({CrewRole.LEADER, CrewRole.DRIVER})
)
BINTOU = Member(2, "Bintou")
CHEN = Member(3, "Chen", (Certificate("LICENCE_C1", FAR),), roles=frozenset({CrewRole.DRIVER}))
DRISS = Member(4, "Driss", roles=frozenset({CrewRole.LEADER}))
ROSTER = {member.id: member for member in (ALI, BINTOU, CHEN, DRISS)}

VAN = Vehicle(1, "Kangoo", "van20")
TRUCK = Vehicle(2, "Midlum", "truck7_5", "C1")
VEHICLES = {vehicle.id: vehicle for vehicle in (VAN, TRUCK)}

PLAN = Plan(
    job=1,
    start_on=MONDAY,
    start_time=time(8),
    days=1,
    hours=Decimal(14),
    crew=(1, 2),
    leader=1,
    vehicle=1,
    number="INT-2026-0001",
)


def plan(**changes: Any) -> Plan:
    return replace(PLAN, **changes)


def other(**changes: Any) -> Plan:
    """Return the plan of another job, on the same day unless said."""
    return replace(PLAN, job=2, number="INT-2026-0002", vehicle=None, **changes)


def found(
    judged: Plan,
    *existing: Plan,
    change: Sequence[Member] = (),
    absences: Sequence[Absence] = (),
    vehicles: Sequence[Vehicle] = (),
    facts: JobFacts = NO_FACTS,
) -> tuple[Conflict, ...]:
    """Return the conflicts of a plan, with some members and vehicles changed."""
    roster = ROSTER | {member.id: member for member in change}
    fleet = VEHICLES | {vehicle.id: vehicle for vehicle in vehicles}
    return conflicts(judged, Timetable(existing), roster, fleet, absences, facts)


def broken(rule: str, judged: Plan, *existing: Plan, **how: Any) -> list[dict[str, Any]]:
    """Return the figures of each conflict with one rule."""
    return [dict(each.params) for each in found(judged, *existing, **how) if each.rule == rule]
