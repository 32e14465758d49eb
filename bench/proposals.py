"""`python -m bench proposals`: how long one proposal takes among 60 people and 200 jobs."""

from datetime import date, time, timedelta
from decimal import Decimal
from statistics import median
from time import process_time

from domain.calendar import add_working_days
from domain.crews import Certificate, CrewRole, Member, Vehicle
from domain.planning import JobFacts, Load, Plan
from domain.planning.balance import JobBurden
from domain.planning.candidates import PlanningCandidates
from domain.planning.proposals import Selection

PEOPLE, JOBS, VEHICLES = 60, 200, 14
ROUNDS = 15
FIRST = date(2027, 1, 11)
ON, AT = date(2027, 2, 8), time(8)
FAR = date(2030, 1, 1)
TOWNS = ("93500", "75011", "92190", "77100")
KINDS = ("van12", "van20", "truck7_5")


def main() -> None:
    """Print the median of a proposal with its reasons, and of saying why the others are left."""
    whole, others = zip(*(_once() for _ in range(ROUNDS)), strict=True)
    print(f"{'one proposal, ms':40} {median(whole):8.1f}")
    print(f"{'why the others are in none, ms':40} {median(others):8.1f}")


def _once() -> tuple[float, float]:
    bench, burdens = build()
    began = process_time()
    selection = Selection(bench, ON, AT, burdens[0], burdens)
    taken = {member for one in selection.best for member in one.plan.crew}
    proposed = process_time()
    if len(selection.best) != 3 or not all(
        selection.why_not(each) for each in bench.roster if each not in taken
    ):
        raise AssertionError("three teams were expected")
    return 1000 * (proposed - began), 1000 * (process_time() - proposed)


def build() -> tuple[PlanningCandidates, dict[int, JobBurden]]:
    """Make a company of sixty and two hundred jobs around the day that is planned."""
    roster = {n: _member(n) for n in range(1, PEOPLE + 1)}
    fleet = {n: _vehicle(n) for n in range(1, VEHICLES + 1)}
    burdens = {
        n: JobBurden(n % 20, TOWNS[n % len(TOWNS)], Decimal(300 + 40 * (n % 60)))
        for n in range(JOBS + 1)
    }
    bench = PlanningCandidates(
        job=0,
        number="INT-2027-0000",
        hours=Decimal(56),
        days=2,
        crew_size=4,
        min_crew=2,
        certificates=frozenset(),
        earliest_on=ON,
        deadline_on=ON + timedelta(days=4),
        roster=roster,
        fleet=fleet,
        plans=[_plan(n) for n in range(1, JOBS + 1)],
        facts=JobFacts(load=Load(Decimal(18), Decimal(700))),
    )
    return bench, burdens


def _member(n: int) -> Member:
    certificates = [Certificate("SST", FAR)] if n % 4 == 0 else []
    certificates += [Certificate("CACES_R489_3", FAR)] if n % 7 == 0 else []
    certificates += [Certificate("LICENCE_C1", FAR)] if n % 10 == 0 else []
    roles = {CrewRole.LEADER} if n % 5 == 0 else {CrewRole.HANDLER}
    roles |= {CrewRole.DRIVER} if n % 3 == 0 else set()
    return Member(n, f"M{n}", tuple(certificates), roles=frozenset(roles))


def _vehicle(n: int) -> Vehicle:
    kind = KINDS[n % len(KINDS)]
    volume, payload = {"van12": (12, 1_100), "van20": (20, 800), "truck7_5": (30, 2_500)}[kind]
    licence = "C1" if kind == "truck7_5" else "B"
    return Vehicle(
        n, f"V{n}", kind, licence, volume_m3=Decimal(volume), payload_kg=Decimal(payload)
    )


def _plan(n: int) -> Plan:
    """Make one of five jobs a day over forty working days, three people each."""
    crew = tuple(1 + (3 * n + seat) % PEOPLE for seat in range(3))
    return Plan(
        job=n,
        start_on=add_working_days(FIRST, n // 5),
        start_time=time(7 + n % 2),
        days=1,
        hours=Decimal(21),
        crew=crew,
        vehicle=1 + n % VEHICLES,
        number=f"INT-2027-{n:04d}",
    )
