"""Rules about who and what goes: free, able, allowed, and enough of them (§7.2, §7.3)."""

from collections.abc import Iterable, Iterator, Mapping

from domain.crews import FIRST_AID, Member
from domain.planning.case import Case
from domain.planning.plan import Shift

CrewConflicts = Iterator[Mapping[str, object]]


def already_booked(case: Case) -> CrewConflicts:
    """A member has another job at the same time."""
    for member in case.members:
        yield from _clashes(case, member.name, case.elsewhere(member))


def vehicle_already_booked(case: Case) -> CrewConflicts:
    """The vehicle is on another job at the same time."""
    if case.vehicle is not None:
        elsewhere = [shift for shift in case.others if shift.plan.vehicle == case.vehicle.id]
        yield from _clashes(case, case.vehicle.name, elsewhere)


def away(case: Case) -> CrewConflicts:
    """A member has said, or the office has noted, that they cannot come."""
    for member in case.members:
        absences = [absence.window for absence in case.absences if absence.member == member.id]
        for day, shift in zip(case.days, case.own, strict=True):
            if any(shift.window.overlaps(window) for window in absences):
                yield {"name": member.name, "on": day}


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


def contract_ended(case: Case) -> CrewConflicts:
    """A member's contract ends before the last day of the job."""
    for member in case.members:
        if member.contract_end is not None and member.contract_end < case.days[-1]:
            yield {"name": member.name, "on": member.contract_end}


def crew_too_small(case: Case) -> CrewConflicts:
    """Fewer people than the heaviest thing of the inventory asks for."""
    if len(case.members) < case.plan.min_crew:
        yield {"count": len(case.members), "needed": case.plan.min_crew}


def no_leader(case: Case) -> CrewConflicts:
    """Nobody leads: the named leader is not on the crew or may not lead, or none is named."""
    able = [member.id for member in case.members if member.leader]
    if not able if case.plan.leader is None else case.plan.leader not in able:
        yield {}


def no_driver(case: Case) -> CrewConflicts:
    """Nobody on the crew may drive the vehicle, to the last day."""
    if case.vehicle is not None and not any(_may_drive(case, member) for member in case.members):
        yield {"vehicle": case.vehicle.name}


def no_first_aider(case: Case) -> CrewConflicts:
    """Nobody on the crew is a first-aider on every day of the job (§7.2)."""
    if not any(member.holds(FIRST_AID, case.days[-1]) for member in case.members):
        yield {}


def _may_drive(case: Case, member: Member) -> bool:
    needed = case.vehicle.certificate if case.vehicle else None
    return member.driver and (needed is None or member.holds(needed, case.days[-1]))


def _clashes(case: Case, name: str, elsewhere: Iterable[Shift]) -> CrewConflicts:
    """Name each other job once, with the first day on which it is in the way."""
    told = set[int]()
    for other in elsewhere:
        days = [
            day
            for day, shift in zip(case.days, case.own, strict=True)
            if shift.window.overlaps(other.window)
        ]
        if days and other.plan.job not in told:
            told.add(other.plan.job)
            yield {
                "name": name,
                "on": days[0],
                "job": other.plan.job,
                "number": other.plan.number,
            }
