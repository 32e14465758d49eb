"""Rules about who goes: free, able, allowed, and enough of them (§7.2, §7.3)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from domain.crews import FIRST_AID, MEDICAL, Member, Vehicle
from domain.planning.case import Case
from domain.planning.plan import Shift

CrewConflicts = Iterator[Mapping[str, object]]


def already_booked(case: Case) -> CrewConflicts:
    """A member has another job at the same time."""
    for member in case.members:
        yield from clashes(case.own_of(member), member.name, case.elsewhere(member))


def away(case: Case) -> CrewConflicts:
    """A member has said, or the office has noted, that they cannot come."""
    for member in case.members:
        absences = [absence.window for absence in case.absences if absence.member == member.id]
        for shift in case.own_of(member):
            if any(shift.window.overlaps(window) for window in absences):
                yield {"name": member.name, "on": shift.on}


def certificate_missing(case: Case) -> CrewConflicts:
    """A member never proved a skill that the job asks of everybody."""
    for member in case.members:
        for kind in sorted(case.plan.certificates):
            if member.certificate(kind) is None:
                yield {"name": member.name, "certificate": kind}


def certificate_expired(case: Case) -> CrewConflicts:
    """A member's proof of a skill runs out before the last day of the job."""
    for member in case.members:
        for kind in sorted(case.plan.certificates):
            found = member.certificate(kind)
            if found is not None and not found.holds_on(case.days[-1]):
                yield {"name": member.name, "certificate": kind, "on": found.valid_until}


def medical_date_over(case: Case) -> CrewConflicts:
    """A member's medical visit is no longer valid on the last day of the job (§7.2)."""
    for member in case.members:
        visit = member.certificate(MEDICAL)
        if visit is not None and not visit.holds_on(case.days[-1]):
            yield {"name": member.name, "on": visit.valid_until}


def contract_ended(case: Case) -> CrewConflicts:
    """A member's contract ends before their last day on the job."""
    for member in case.members:
        last = _last_day(case, member)
        if member.contract_end is not None and member.contract_end < last:
            yield {"name": member.name, "on": member.contract_end}


def crew_too_small(case: Case) -> CrewConflicts:
    """Fewer people than a job takes at least."""
    if len(case.members) < case.plan.min_crew:
        yield {"count": len(case.members), "needed": case.plan.min_crew}


def no_leader(case: Case) -> CrewConflicts:
    """Nobody leads: the named leader is not on the crew or may not lead, or none is named."""
    able = [member.id for member in case.members if member.leader]
    if not able if case.plan.leader is None else case.plan.leader not in able:
        yield {}


def no_driver(case: Case) -> CrewConflicts:
    """Nobody on the crew may drive a vehicle, to the last day; each takes a driver of its own."""
    for vehicle in _without_driver(case, case.members):
        yield {"vehicle": vehicle.name}


def day_without_leader(case: Case) -> CrewConflicts:
    """On a day of its own crew nobody may lead, though somebody on the job may."""
    if any(member.leader for member in case.members):
        for on, there in _split_days(case):
            if not any(member.leader for member in there):
                yield {"on": on}


def day_without_driver(case: Case) -> CrewConflicts:
    """On a day of its own crew a vehicle has no driver, though there is one on the job."""
    if not _without_driver(case, case.members):
        for on, there in _split_days(case):
            for vehicle in _without_driver(case, there):
                yield {"on": on, "vehicle": vehicle.name}


def day_crew_too_small(case: Case) -> CrewConflicts:
    """On a day of its own crew fewer people come than a job takes at least."""
    needed = case.plan.min_crew
    if len(case.members) >= needed:
        for on, there in _split_days(case):
            if len(there) < needed:
                yield {"on": on, "count": len(there), "needed": needed}


def no_first_aider(case: Case) -> CrewConflicts:
    """Nobody on the crew is a first-aider on every day of the job (§7.2)."""
    if not any(member.holds(FIRST_AID, case.days[-1]) for member in case.members):
        yield {}


def clashes(own: Sequence[Shift], name: str, elsewhere: Iterable[Shift]) -> CrewConflicts:
    """Name each other job once, with the first day on which it is in the way."""
    told = set[int]()
    for other in elsewhere:
        days = [shift.on for shift in own if shift.window.overlaps(other.window)]
        if days and other.plan.job not in told:
            told.add(other.plan.job)
            yield {
                "name": name,
                "on": days[0],
                "job": other.plan.job,
                "number": other.plan.number,
            }


def _split_days(case: Case) -> Iterator[tuple[date, list[Member]]]:
    """Yield the days on which only some of the crew come, with who does."""
    for shift in case.own:
        if len(shift.crew) < len(case.members):
            yield shift.on, [member for member in case.members if member.id in shift.crew]


def _last_day(case: Case, member: Member) -> date:
    return max((shift.on for shift in case.own_of(member)), default=case.days[-1])


def _without_driver(case: Case, there: Sequence[Member]) -> list[Vehicle]:
    """List the vehicles that are left when everybody who may drives one."""
    driven: dict[int, Vehicle] = {}
    return [
        vehicle for vehicle in case.vehicles if not _seat(case, vehicle, there, driven, set())
    ]  # fmt: skip


def _seat(
    case: Case,
    vehicle: Vehicle,
    there: Sequence[Member],
    driven: dict[int, Vehicle],
    tried: set[int],
) -> bool:
    """Find a vehicle its driver, moving those who drive another where they can."""
    for member in there:
        if member.id in tried or not _may_drive(case, member, vehicle):
            continue
        tried.add(member.id)
        before = driven.get(member.id)
        if before is None or _seat(case, before, there, driven, tried):
            driven[member.id] = vehicle
            return True
    return False


def _may_drive(case: Case, member: Member, vehicle: Vehicle) -> bool:
    needed = vehicle.certificate
    return member.driver and (needed is None or member.holds(needed, case.days[-1]))
