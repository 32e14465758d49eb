"""Where deep links lead, and who may enter."""

from collections.abc import Awaitable, Callable, Mapping

from domain.people import Role
from handlers import completing, rights, takeover
from handlers.clients import inviting, registration
from handlers.clients import joining as colleague
from handlers.coordinators import costing, planning, replacing, requests, ruling, surveys
from handlers.crews import joining
from handlers.visit import Visit
from storage.work import Unknown

Deed = Callable[[Visit, str], Awaitable[None]]

DOORS: Mapping[str, tuple[Role | None, Deed]] = {
    "ask": (Role.COORDINATOR, requests.ask_client),
    "refuse": (Role.COORDINATOR, requests.refuse),
    "tell": (Role.COORDINATOR, completing.begin_link),
    "cost": (Role.COORDINATOR, costing.open_),
    "decide": (Role.COORDINATOR, ruling.decide),
    "survey": (Role.COORDINATOR, surveys.offer),
    "take": (Role.COORDINATOR, takeover.take),
    "plan": (Role.COORDINATOR, planning.plan),
    "replace": (Role.COORDINATOR, replacing.replace),
    "crew": (None, joining.follow),
    "site": (None, registration.follow_site),
    inviting.JOIN: (None, colleague.follow),
}


async def follow(visit: Visit, payload: str) -> bool:
    """Do what the link asks, where the person may; False for a link we do not know."""
    word, _, thing = payload.partition("-")
    door = DOORS.get(word)
    if door is None:
        return False
    role, deed = door
    if role is not None and not visit.has(role):
        await rights.refuse(visit, word, thing)
    else:
        try:
            await deed(visit, thing)
        except Unknown:
            await rights.refuse(visit, word, thing)
    return True
