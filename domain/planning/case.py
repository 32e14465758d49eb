"""Everything that the planning rules look at, laid out once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from domain.crews import Member, Vehicle
from domain.planning.job_facts import NO_FACTS, JobFacts
from domain.planning.plan import Plan, Shift, shifts
from domain.planning.timetable import Timetable
from domain.planning_limits import WorkLimits, limits_on
from domain.windows import TimeWindow

NEAR = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Absence:
    """A time in which a member cannot be planned; why is nobody's business (§1.3)."""

    member: int
    window: TimeWindow


@dataclass(frozen=True)
class Case:
    """A plan to be judged beside the other plans; `existing` may hold an older one of its job."""

    plan: Plan
    existing: Timetable
    roster: Mapping[int, Member]
    fleet: Mapping[int, Vehicle]
    absences: Sequence[Absence] = ()
    facts: JobFacts = NO_FACTS

    @cached_property
    def limits(self) -> WorkLimits:
        return limits_on(self.plan.start_on)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        return tuple(self.roster[each] for each in self.plan.crew)

    @cached_property
    def vehicles(self) -> tuple[Vehicle, ...]:
        return tuple(self.fleet[each] for each in self.plan.vehicles)

    @cached_property
    def days(self) -> tuple[date, ...]:
        return self.plan.dates

    @cached_property
    def own(self) -> tuple[Shift, ...]:
        return shifts(self.plan)

    def own_of(self, member: Member) -> list[Shift]:
        """List the shifts of this plan that a member comes to."""
        return [shift for shift in self.own if member.id in shift.crew]

    def elsewhere(self, member: Member) -> list[Shift]:
        return self._of_others(self.existing.of_member(member.id))

    def elsewhere_of(self, vehicle: Vehicle) -> list[Shift]:
        return self._of_others(self.existing.of_vehicle(vehicle.id))

    def all_shifts(self, member: Member) -> list[Shift]:
        """Return what a member would do under this plan, earliest first."""
        return self._laid_out[member.id]

    def near_shifts(self, member: Member) -> list[Shift]:
        """Return what of it lies within two days of this plan."""
        since, until = self.days[0] - NEAR, self.days[-1] + NEAR
        return [shift for shift in self._laid_out[member.id] if since <= shift.on <= until]

    def hours_by_day(self, member: Member) -> Mapping[date, Decimal]:
        """Return the hours of every civil day on which a member would work."""
        return self._hours[member.id]

    @cached_property
    def touched(self) -> frozenset[date]:
        """Return the civil days on which this plan itself has work."""
        return frozenset(on for shift in self.own for on, _ in shift.window.by_day(self.plan.zone))

    @cached_property
    def _laid_out(self) -> Mapping[int, list[Shift]]:
        return {
            member.id: sorted(
                (*self.own_of(member), *self.elsewhere(member)), key=lambda shift: shift.window
            )
            for member in self.members
        }

    @cached_property
    def _hours(self) -> Mapping[int, Mapping[date, Decimal]]:
        return {member: _hours_by_day(worked) for member, worked in self._laid_out.items()}

    def _of_others(self, of_all: Sequence[Shift]) -> list[Shift]:
        return [shift for shift in of_all if shift.plan.job != self.plan.job]


def _hours_by_day(worked: Sequence[Shift]) -> Mapping[date, Decimal]:
    hours: dict[date, Decimal] = defaultdict(Decimal)
    for shift in worked:
        for on, share in shift.hours_by_day:
            hours[on] += share
    return dict(hours)
