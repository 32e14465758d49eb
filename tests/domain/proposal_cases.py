"""A job to find a team for, with people of many skills and four weeks of jobs behind them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

from domain.crews import Certificate, CrewRole, Member, Vehicle
from domain.planning import JobFacts, Load, Plan
from domain.planning.balance import JobBurden
from domain.planning.candidates import PlanningCandidates
from domain.planning.proposals import Selection
from tests.domain.crew_cases import FAR

MONDAY = date(2026, 12, 14)
AT = time(8)
OUR_CLIENT, OTHER_CLIENT = 1, 2
LEADS, DRIVES = frozenset({CrewRole.LEADER}), frozenset({CrewRole.DRIVER})
SST = Certificate("SST", FAR)
CACES = Certificate("CACES_R489_3", FAR)

NAMES = ("Ali", "Bintou", "Chen", "Driss", "Eva", "Fatou", "Goran", "Hawa")
ROSTER = {
    1: Member(1, "Ali", (SST,), roles=LEADS),
    2: Member(2, "Bintou", (SST,), roles=LEADS),
    3: Member(3, "Chen", roles=DRIVES),
    4: Member(4, "Driss", roles=DRIVES),
    5: Member(5, "Eva"),
    6: Member(6, "Fatou"),
    7: Member(7, "Goran", (CACES,)),
    8: Member(8, "Hawa", contract_end=MONDAY - timedelta(days=1)),
}
VAN = Vehicle(1, "Camion", "van20", volume_m3=Decimal(20), payload_kg=Decimal(800))
BIG = Vehicle(2, "Porteur", "truck7_5", volume_m3=Decimal(30), payload_kg=Decimal(2500))

BENCH = PlanningCandidates(
    job=1,
    number="INT-2026-0001",
    hours=Decimal(21),
    days=1,
    crew_size=3,
    min_crew=2,
    certificates=frozenset(),
    earliest_on=MONDAY,
    deadline_on=MONDAY,
    roster=ROSTER,
    fleet={1: VAN, 2: BIG},
    plans=(),
    facts=JobFacts(load=Load(Decimal(18), Decimal(700))),
)
HERE = JobBurden(OUR_CLIENT, "93500", Decimal(700))


def done(job: int, weeks_ago: int, crew: tuple[int, ...], at: time = AT) -> Plan:
    """A job of one day, so many weeks before."""
    on = MONDAY - timedelta(weeks=weeks_ago)
    return Plan(job, on, at, 1, Decimal(7 * len(crew)), crew, number=f"INT-{job}")


def choice(
    *plans: Plan,
    burden: JobBurden = HERE,
    burdens: Mapping[int, JobBurden] | None = None,
    at: time = AT,
    facts: JobFacts | None = None,
) -> Selection:
    """Choose among all, after these jobs."""
    bench = replace(BENCH, plans=plans, facts=facts or BENCH.facts)
    return Selection(bench, MONDAY, at, burden, burdens or {})


def teams(selection: Selection) -> list[set[str]]:
    return [{ROSTER[each].name for each in one.plan.crew} for one in selection.best]
