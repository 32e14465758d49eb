"""Who may do what on a job's card: its crew, and for the day itself its leader."""

from domain.people import Action, may
from handlers import dossier as dossiers
from handlers import rights
from handlers.actions import Tap
from handlers.dossier import Dossier
from handlers.visit import Visit
from storage.jobs import Assignment

Found = tuple[Dossier, Assignment]


async def mine(visit: Visit, tap: Tap) -> Found | None:
    """Load the job if this person is on it, and let nobody else change it; else say no."""
    dossier = await dossiers.lock(visit.work, tap.id)
    found = dossier.of_person(visit.person.id)
    if found is None:
        await rights.refuse(visit, tap.action, tap.id)
        return None
    return dossier, found


async def led(visit: Visit, tap: Tap) -> Found | None:
    """Load the job for its leader; anybody else is refused."""
    found = await mine(visit, tap)
    if found is not None and not may(visit.person.roles, Action.LEAD_JOB, own=found[1].leads):
        await rights.refuse(visit, tap.action, tap.id)
        return None
    return found
