"""How a change of a plan is said: the old value, an arrow, the new one."""

from datetime import date, time

from handlers.words.catalogue import Say
from storage import crews, fleet
from storage.plan_changes import CHANGED, SWAPPED, PlanChange, PlanPart
from storage.transaction import Reading

ICONS = {PlanPart.DAY: "📅", PlanPart.HOUR: "🕐", PlanPart.VEHICLE: "🚚"}


async def value_words(tx: Reading, say: Say, part: PlanPart, value: str) -> str:
    """Say a value of the plan as it is kept; plain text."""
    match part:
        case PlanPart.DAY:
            return say.day_short(date.fromisoformat(value))
        case PlanPart.HOUR:
            return say.time(time.fromisoformat(value))
    names = {str(vehicle.id): vehicle.name for vehicle in await fleet.fleet(tx)}
    return names.get(value, "—")


async def arrow_words(tx: Reading, say: Say, part: PlanPart, before: str, after: str) -> str:
    """Say « 🕐 07:30 → 08:00 »."""
    old = await value_words(tx, say, part, before)
    new = await value_words(tx, say, part, after)
    return say("plan-arrow", icon=ICONS[part], before=old, after=new)


async def act_words(tx: Reading, say: Say, change: PlanChange) -> str:
    """Say what somebody did to a plan; empty where only where it stands can be said."""
    told = change.details
    if change.what == CHANGED:
        return await arrow_words(tx, say, PlanPart(told["part"]), told["before"], told["after"])
    if change.what == SWAPPED:
        old, new = await crews.find(tx, told["gone"]), await crews.find(tx, told["new"])
        names = [member.name if member else "—" for member in (old, new)]
        return say("plan-arrow", icon="👷", before=names[0], after=names[1])
    return ""
