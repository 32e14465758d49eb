"""Planning: putting a crew, a vehicle and days on a job without breaking a rule."""

from domain.planning.case import Absence
from domain.planning.conflicts import HARD, SOFT, Conflict, conflicts, vehicle_conflicts
from domain.planning.job_facts import NO_FACTS, JobFacts, Load
from domain.planning.plan import (
    AS_QUOTED,
    JobShape,
    Plan,
    PlanDay,
    Shift,
    is_touched,
    shifts,
    windows,
    work_days,
)
from domain.planning.timetable import Timetable

__all__ = [
    "AS_QUOTED",
    "HARD",
    "NO_FACTS",
    "SOFT",
    "Absence",
    "Conflict",
    "JobFacts",
    "JobShape",
    "Load",
    "Plan",
    "PlanDay",
    "Shift",
    "Timetable",
    "conflicts",
    "is_touched",
    "shifts",
    "vehicle_conflicts",
    "windows",
    "work_days",
]
