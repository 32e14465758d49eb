"""Planning: putting a crew, a vehicle and days on a job without breaking a rule."""

from domain.planning.case import Absence
from domain.planning.conflicts import HARD, SOFT, Conflict, conflicts
from domain.planning.plan import Plan, Shift, shifts, windows, work_days

__all__ = [
    "HARD",
    "SOFT",
    "Absence",
    "Conflict",
    "Plan",
    "Shift",
    "conflicts",
    "shifts",
    "windows",
    "work_days",
]
