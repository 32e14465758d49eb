"""The schedule: the jobs of people and vehicles on some days, who is free, what is in the way."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from domain.calendar import PARIS, to_utc
from domain.crews import Member, Vehicle
from domain.jobs import CrewAnswer, JobState
from domain.planning import (
    Absence,
    Conflict,
    Plan,
    Shift,
    Timetable,
    crew_rules,
    shifts,
    vehicle_rules,
)
from domain.planning.case import Case
from domain.planning.conflicts import Rule
from domain.windows import TimeWindow

DAYS_OF_WEEK = 7
HALF_A_DAY = timedelta(hours=4)  # who is away for less, for an appointment, is free all the same

# Hard rules that a look at the days alone can find; the plan's own card asks all of them.
SHOWN: tuple[Rule, ...] = (
    crew_rules.already_booked,
    crew_rules.away,
    crew_rules.contract_ended,
    vehicle_rules.vehicle_already_booked,
    vehicle_rules.vehicle_out_of_service,
    vehicle_rules.inspection_expired,
)
OVER = frozenset({JobState.DONE, JobState.REPORTED})
CREW_INCOMPLETE = "crew_incomplete"


@dataclass(frozen=True, slots=True)
class ScheduledMember:
    """Somebody on a job, with what they answered."""

    member: int
    name: str
    leads: bool = False
    answer: CrewAnswer = CrewAnswer.WAITING


@dataclass(frozen=True, slots=True)
class ScheduledJob:
    """A job as the schedule shows it; no plan means that it has no day yet."""

    id: int
    number: str
    state: JobState
    place: str
    crew: tuple[ScheduledMember, ...] = ()
    plan: Plan | None = None

    @property
    def coming(self) -> tuple[ScheduledMember, ...]:
        return tuple(one for one in self.crew if one.answer is not CrewAnswer.DECLINED)

    @property
    def is_assigned(self) -> bool:
        return self.plan is not None and bool(self.coming)


@dataclass(frozen=True, slots=True)
class JobDay:
    """One day of a job."""

    job: ScheduledJob
    shift: Shift


@dataclass(frozen=True)
class Schedule:
    """Some days, with the jobs, people, vehicles and absences around them."""

    days: tuple[date, ...]
    jobs: tuple[ScheduledJob, ...] = ()
    roster: Mapping[int, Member] | None = None
    fleet: Mapping[int, Vehicle] | None = None
    absences: Sequence[Absence] = ()
    zone: ZoneInfo = PARIS

    @cached_property
    def members(self) -> tuple[Member, ...]:
        return tuple((self.roster or {}).values())

    @cached_property
    def vehicles(self) -> tuple[Vehicle, ...]:
        return tuple((self.fleet or {}).values())

    @cached_property
    def unassigned(self) -> tuple[ScheduledJob, ...]:
        """List what has no day yet, or a day in view and nobody who comes."""
        shown = {one.job.id for on in self.days for one in self.on(on)}
        return tuple(
            job
            for job in self.jobs
            if not job.is_assigned and (job.plan is None or job.id in shown)
        )

    def on(self, on: date) -> list[JobDay]:
        """List the jobs of a day, the earliest first."""
        return self._by_day.get(on, [])

    def of_member(self, member: int, on: date) -> list[JobDay]:
        """List the jobs that a member comes to on a day."""
        return [one for one in self.on(on) if member in one.shift.crew]

    def of_vehicle(self, vehicle: int, on: date) -> list[JobDay]:
        return [one for one in self.on(on) if vehicle in one.shift.plan.vehicles]

    def is_away(self, member: int, on: date) -> bool:
        """Tell whether a member cannot come for half a day or longer."""
        day, lost = _day_window(on, self.zone), timedelta()
        for window in self.absences_of(member, on):
            lost += min(window.ends_at, day.ends_at) - max(window.starts_at, day.starts_at)
        return lost >= HALF_A_DAY

    def absences_of(self, member: int, on: date) -> list[TimeWindow]:
        """List the times of a day at which a member cannot come."""
        day = _day_window(on, self.zone)
        return [window for window in self._away.get(member, ()) if window.overlaps(day)]

    def is_employed(self, member: Member, on: date) -> bool:
        """Tell whether a day lies within a member's contract."""
        begun = member.contract_start is None or member.contract_start <= on
        return begun and (member.contract_end is None or on <= member.contract_end)

    def free_members(self, on: date) -> list[Member]:
        """List who has no job and is not away on a day."""
        return [
            member
            for member in self.members
            if self.is_employed(member, on)
            and not self.is_away(member.id, on)
            and not self.of_member(member.id, on)
        ]

    def free_vehicles(self, on: date) -> list[Vehicle]:
        """List the vehicles that run and have no job on a day."""
        return [
            vehicle
            for vehicle in self.vehicles
            if not vehicle.out_on(on) and not self.of_vehicle(vehicle.id, on)
        ]

    def conflicts(self, job: ScheduledJob) -> tuple[Conflict, ...]:
        """Return what is against a job as it is planned now, as far as its days show it."""
        return self._conflicts.get(job.id, ())

    def is_against(self, job: ScheduledJob, on: date) -> bool:
        """Tell whether something is in the way of a day of a job, or of all its days."""
        dates = job.plan.dates if job.plan else ()
        found = (conflict.params.get("on") for conflict in self.conflicts(job))
        return any(day == on or day not in dates for day in found)

    @cached_property
    def _by_day(self) -> Mapping[date, list[JobDay]]:
        found: dict[date, list[JobDay]] = defaultdict(list)
        for job in self.jobs:
            for shift in shifts(job.plan) if job.plan else ():
                if shift.on in self.days:
                    found[shift.on].append(JobDay(job, shift))
        for day in found.values():
            day.sort(key=lambda one: (one.shift.window, one.job.number))
        return dict(found)

    @cached_property
    def _away(self) -> Mapping[int, list[TimeWindow]]:
        found: dict[int, list[TimeWindow]] = defaultdict(list)
        for absence in self.absences:
            found[absence.member].append(absence.window)
        return found

    @cached_property
    def _conflicts(self) -> Mapping[int, tuple[Conflict, ...]]:
        existing = Timetable(job.plan for job in self.jobs if job.plan)
        shown = {one.job.id: one.job for on in self.days for one in self.on(on)}
        return {job.id: self._against(job, existing) for job in shown.values()}

    def _against(self, job: ScheduledJob, existing: Timetable) -> tuple[Conflict, ...]:
        roster, fleet = self.roster or {}, self.fleet or {}
        if job.plan is None or job.state in OVER:
            return ()
        plan = replace(
            job.plan,
            crew=tuple(one for one in job.plan.crew if one in roster),
            vehicle=job.plan.vehicle if job.plan.vehicle in fleet else None,
            more_vehicles=tuple(one for one in job.plan.more_vehicles if one in fleet),
        )
        case = Case(plan, existing, roster, fleet, self.absences)
        lacking = len(job.crew) - len(job.coming)
        own = [Conflict(CREW_INCOMPLETE, hard=True, params={"count": lacking})]
        found = [
            Conflict(rule.__name__, hard=True, params=params)
            for rule in SHOWN
            for params in rule(case)
        ]
        return (*(own if lacking > 0 else ()), *found)


def week_of(on: date) -> tuple[date, ...]:
    """Return the days of the week of a day, from Monday."""
    monday = on - timedelta(days=on.weekday())
    return tuple(monday + timedelta(days=day) for day in range(DAYS_OF_WEEK))


def _day_window(on: date, zone: ZoneInfo) -> TimeWindow:
    return TimeWindow(to_utc(on, time(), zone), to_utc(on + timedelta(days=1), time(), zone))
