"""A week of a made-up company, for pictures and cards of the schedule."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

from domain.crews import CrewRole, Member, Vehicle
from domain.jobs import CrewAnswer, JobState
from domain.planning import Absence, Plan
from domain.schedule import Schedule, ScheduledJob, ScheduledMember, week_of
from domain.windows import TimeWindow

MONDAY, TUESDAY = date(2026, 12, 14), date(2026, 12, 15)
AWA, MOUSSA, KARIM, FATOU = 1, 2, 3, 4
VAN, TRUCK = 1, 2
NAMES = {AWA: "Awa Traoré", MOUSSA: "Moussa Diop", KARIM: "Karim Benali", FATOU: "Fatou Sow"}
ROSTER = {
    each: Member(each, name, roles=frozenset({CrewRole.LEADER, CrewRole.DRIVER}))
    for each, name in NAMES.items()
}
FLEET = {VAN: Vehicle(VAN, "Fourgon blanc", "van12"), TRUCK: Vehicle(TRUCK, "Camion", "van20")}


def job(
    number: int,
    start_on: date | None,
    crew: tuple[int, ...] = (),
    *,
    at: time = time(8),
    days: int = 1,
    hours: int = 8,
    vehicle: int | None = None,
    state: JobState = JobState.PUBLISHED,
    declined: tuple[int, ...] = (),
    place: str = "Pantin",
) -> ScheduledJob:
    """Put people and a vehicle on a job; those who declined are on it and do not come."""
    members = tuple(
        ScheduledMember(
            one,
            NAMES[one],
            leads=one == crew[0],
            answer=CrewAnswer.DECLINED if one in declined else CrewAnswer.CONFIRMED,
        )
        for one in crew
    )
    coming = tuple(one for one in crew if one not in declined)
    written = f"INT-2026-{number:04}"
    plan = None
    if start_on is not None:
        leader = crew[0] if crew else None
        plan = Plan(
            number, start_on, at, days, Decimal(hours), coming, leader, vehicle, number=written
        )
    return ScheduledJob(number, written, state, place, members, plan)


def away(member: int, on: date, first: int = 0, last: int = 24) -> Absence:
    """Keep a member away between two hours of a day, on the clock of UTC."""
    start = datetime(on.year, on.month, on.day, first, tzinfo=UTC)
    hours = last - first
    return Absence(member, TimeWindow(start, start.replace(hour=min(last, 23)) if hours else start))


def week(*jobs: ScheduledJob, absences: tuple[Absence, ...] = ()) -> Schedule:
    return Schedule(week_of(MONDAY), jobs, ROSTER, FLEET, absences)


def day(*jobs: ScheduledJob, absences: tuple[Absence, ...] = ()) -> Schedule:
    return Schedule((MONDAY,), jobs, ROSTER, FLEET, absences)
