"""A job to plan, with people and vehicles."""

from datetime import date, time
from decimal import Decimal

from domain.crews import Certificate, CrewRole, Member, Vehicle
from domain.planning import Plan
from domain.planning.candidates import PlanningCandidates

MONDAY = date(2026, 12, 14)


EARLY = time(7, 30)


FAR = date(2030, 1, 1)


SST = Certificate("SST", FAR)


ALI = Member(1, "Ali", (SST,), roles=frozenset({CrewRole.LEADER, CrewRole.DRIVER}))


BINTOU = Member(2, "Bintou")


CHEN = Member(3, "Chen", roles=frozenset({CrewRole.DRIVER}))


DRISS = Member(4, "Driss", roles=frozenset({CrewRole.LEADER}))


OTHER = Plan(9, MONDAY, EARLY, 1, Decimal(8), (2, -3), vehicle=1, number="INT-2026-0009")


BENCH = PlanningCandidates(
    job=1,
    number="INT-2026-0001",
    hours=Decimal(14),
    days=1,
    crew_size=2,
    min_crew=2,
    certificates=frozenset(),
    earliest_on=MONDAY,
    deadline_on=date(2026, 12, 18),
    roster={one.id: one for one in (ALI, BINTOU, CHEN, DRISS)},
    fleet={1: Vehicle(1, "Camion", "van20"), 2: Vehicle(2, "Fourgon", "van12")},
    plans=(OTHER,),
)
