"""What a coordinator wants of a published plan, and the plan that it makes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from domain.planning import Plan
from handlers.context.callbacks import read_id
from storage.plan_changes import PlanPart

NO_VEHICLE = "0"


@dataclass(frozen=True, slots=True)
class WantedChange:
    """What a coordinator wants of a plan as they saw it; `seen` is the last act they knew of."""

    part: PlanPart
    value: str
    seen: int
    back: bool = False  # to what the plan was before
    why: Mapping[str, Any] | None = None  # why in spite of the soft rules that were shown


def is_readable(part: PlanPart, value: str) -> bool:
    """Tell whether a button carries a value that the part can have."""
    try:
        match part:
            case PlanPart.DAY:
                date.fromisoformat(value)
            case PlanPart.HOUR:
                time.fromisoformat(value)
            case PlanPart.VEHICLE:
                return read_id(value) is not None
    except ValueError:
        return False
    return True


def changed(plan: Plan, wanted: WantedChange) -> Plan:
    """Return the plan with the wanted value."""
    match wanted.part:
        case PlanPart.DAY:
            return replace(plan, start_on=date.fromisoformat(wanted.value))
        case PlanPart.HOUR:
            return plan.starting_at(time.fromisoformat(wanted.value))
    return replace(plan, vehicle=int(wanted.value) or None)


def value_of(plan: Plan, part: PlanPart) -> str:
    """Return a value of the plan as the trail keeps it."""
    match part:
        case PlanPart.DAY:
            return plan.start_on.isoformat()
        case PlanPart.HOUR:
            return f"{plan.starts_at(0):%H:%M}"
    return str(plan.vehicle or NO_VEHICLE)
