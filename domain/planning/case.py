"""Everything that the planning rules look at, laid out once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from domain.crews import Member, Vehicle
from domain.planning.plan import Plan, Shift, shifts, work_days
from domain.windows import TimeWindow


@dataclass(frozen=True, slots=True)
class Absence:
    """A time in which a member cannot be planned; why is nobody's business (§1.3)."""

    member: int
    window: TimeWindow


@dataclass(frozen=True)
class Case:
    """A plan to be judged beside the other plans; `existing` may hold an older one of its job."""

    plan: Plan
    existing: Sequence[Plan]
    roster: Mapping[int, Member]
    vehicles: Mapping[int, Vehicle]
    absences: Sequence[Absence] = ()

    @cached_property
    def members(self) -> tuple[Member, ...]:
        return tuple(self.roster[each] for each in self.plan.crew)

    @cached_property
    def vehicle(self) -> Vehicle | None:
        return None if self.plan.vehicle is None else self.vehicles[self.plan.vehicle]

    @cached_property
    def days(self) -> tuple[date, ...]:
        return work_days(self.plan.start_on, self.plan.days)

    @cached_property
    def own(self) -> tuple[Shift, ...]:
        return shifts(self.plan)

    @cached_property
    def others(self) -> tuple[Shift, ...]:
        """Shifts of every other job."""
        plans = (plan for plan in self.existing if plan.job != self.plan.job)
        return tuple(shift for plan in plans for shift in shifts(plan))

    def elsewhere(self, member: Member) -> list[Shift]:
        return [shift for shift in self.others if member.id in shift.plan.crew]

    def all_shifts(self, member: Member) -> list[Shift]:
        """Return what a member would do under this plan, earliest first."""
        return sorted((*self.own, *self.elsewhere(member)), key=lambda shift: shift.window)

    def hours_by_day(self, member: Member) -> dict[date, Decimal]:
        """Return the hours of every civil day on which a member would work."""
        hours: dict[date, Decimal] = defaultdict(Decimal)
        for shift in self.all_shifts(member):
            for on, share in shift.hours_by_day:
                hours[on] += share
        return dict(hours)

    def touched(self) -> set[date]:
        """Return the civil days on which this plan itself has work."""
        return {on for shift in self.own for on, _ in shift.window.by_day(self.plan.zone)}
