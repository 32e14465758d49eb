"""What a plan of one job is made from: the people, the vehicles, and the plans of other jobs."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from domain.activities import MOVABLES, Activity
from domain.calendar import PARIS
from domain.crews import CrewRole, Member, Vehicle
from domain.planning import (
    AS_QUOTED,
    NO_FACTS,
    Absence,
    Conflict,
    JobFacts,
    JobShape,
    Plan,
    Timetable,
    conflicts,
    vehicle_conflicts,
)
from domain.planning.balance import JobBurden
from domain.planning.shaping import with_member_replaced

SITE_CARD = "CARTE_BTP"

# Rules that name what keeps a vehicle away, whoever goes.
_VEHICLE_AWAY = frozenset(
    {"vehicle_already_booked", "vehicle_out_of_service", "inspection_expired"}
)
# Hard rules that look at one person.
_PERSONAL = frozenset(
    {
        "already_booked",
        "away",
        "certificate_missing",
        "certificate_expired",
        "medical_date_over",
        "contract_ended",
        "too_many_hours_a_day",
        "span_too_long",
        "rest_too_short",
        "no_break",
        "too_many_hours_a_week",
        "average_too_high",
        "weekly_rest_too_short",
        "too_many_days_in_a_row",
    }
)


def certificates_for(activities: Collection[Activity]) -> frozenset[str]:
    """Tell what everybody must prove: works on fixed items are on building sites (§7.2)."""
    return frozenset() if MOVABLES.issuperset(activities) else frozenset({SITE_CARD})


@dataclass(frozen=True)
class PlanningCandidates:
    """The job to be planned and all that may stand in its way; hours are person-hours."""

    job: int
    number: str
    hours: Decimal
    days: int
    crew_size: int
    min_crew: int
    certificates: frozenset[str]
    earliest_on: date
    deadline_on: date
    roster: Mapping[int, Member]
    fleet: Mapping[int, Vehicle]
    plans: Sequence[Plan]
    absences: Sequence[Absence] = ()
    zone: ZoneInfo = PARIS
    facts: JobFacts = NO_FACTS
    shape: JobShape = AS_QUOTED
    burdens: Mapping[int, JobBurden] = field(default_factory=dict)  # where teams are proposed
    reckoned: dict[tuple[date, time], Any] = field(default_factory=dict, compare=False)

    @cached_property
    def timetable(self) -> Timetable:
        return Timetable(self.plans)

    def plan(
        self,
        on: date,
        at: time,
        crew: Sequence[int],
        leader: int | None = None,
        vehicle: int | None = None,
    ) -> Plan:
        return Plan(
            job=self.job,
            start_on=on,
            start_time=at,
            days=len(self.shape.days) or self.days,
            hours=self.hours,
            crew=tuple(crew),
            leader=leader,
            vehicle=vehicle,
            certificates=self.certificates,
            min_crew=self.min_crew,
            number=self.number,
            zone=self.zone,
            shape=self.shape.days,
            more_vehicles=self.shape.vehicles,
        )

    def plan_with(
        self,
        on: date,
        at: time,
        crew: Sequence[int],
        leader: int | None,
        vehicle: int | None,
        more_vehicles: Sequence[int],
    ) -> Plan:
        """Make a plan with these vehicles and no other."""
        plan = self.plan(on, at, crew, leader, vehicle)
        return replace(plan, more_vehicles=tuple(more_vehicles))

    def vehicle_conflicts(self, plan: Plan) -> tuple[Conflict, ...]:
        """Say what is wrong with the vehicles of a plan, whoever goes."""
        return vehicle_conflicts(
            plan, self.timetable, self.roster, self.fleet, self.absences, self.facts
        )

    def conflicts(self, plan: Plan) -> tuple[Conflict, ...]:
        """Say everything that is wrong with a plan of this job."""
        return conflicts(plan, self.timetable, self.roster, self.fleet, self.absences, self.facts)

    def hindrance(self, member: int, on: date, at: time) -> Conflict | None:
        """Say what keeps a member from coming, in a crew of the size that was quoted."""
        alone = self.plan(on, at, (member,))
        share = replace(alone, hours=self.hours / max(self.crew_size, 1))
        found = (
            conflict
            for conflict in self.conflicts(share)
            if conflict.hard and conflict.rule in _PERSONAL
        )
        return next(found, None)

    def vehicle_taken(self, vehicle: int, on: date, at: time, crew: Sequence[int]) -> bool:
        """Tell whether a vehicle is on another job, out of service or without inspection."""
        plan = self.plan(on, at, crew, vehicle=vehicle)
        return any(conflict.rule in _VEHICLE_AWAY for conflict in self.conflicts(plan))

    def leads(self, crew: Sequence[int], wanted: int | None) -> int | None:
        """Choose who leads: the one wanted, or the first of the crew who may."""
        able = [member for member in crew if self.roster[member].leader]
        return wanted if wanted in able else next(iter(able), None)

    def stand_ins(self, plan: Plan, gone: int) -> list[tuple[Member, Plan, tuple[Conflict, ...]]]:
        """List who can take the place of one, with the plan and what they newly break of it.

        What was wrong before keeps nobody from coming: another empty seat, or a vehicle that
        cannot go, is changed by itself.
        """
        found, known = [], self._known(plan, gone)
        for member in self.roster.values():
            if member.id in plan.crew:
                continue
            crew = tuple(member.id if one == gone else one for one in plan.crew)
            leader = self.leads(crew, plan.leader)
            days = with_member_replaced(plan.shape, gone, member.id)
            changed = replace(plan, crew=crew, leader=leader, shape=days)
            against = tuple(one for one in self.conflicts(changed) if one not in known)
            if not any(one.hard for one in against):
                found.append((member, changed, against))
        return found

    def _known(self, plan: Plan, gone: int) -> tuple[Conflict, ...]:
        """Say what was wrong while the one gone still came; who has left is taken to be able."""
        able = Member(gone, "", roles=frozenset(CrewRole))
        roster = {gone: able, **self.roster}
        return conflicts(plan, self.timetable, roster, self.fleet, self.absences, self.facts)
