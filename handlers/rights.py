"""Saying no to who may not: kindly to the person, plainly in the audit trail."""

import structlog

from handlers.conversation.screen import Screen
from handlers.visit import Visit
from storage import events

log = structlog.get_logger()


async def refuse(visit: Visit, action: str, thing: int | str) -> None:
    """Say no, kindly, and write down who tried; the same for a thing that does not exist."""
    log.warning("refused", action=action, person=visit.person.id, thing=thing)
    await events.record(
        visit.work,
        "refused",
        "person",
        visit.person.id,
        actor_id=visit.person.id,
        action=action,
        thing=thing,
    )
    if visit.input.tapped is not None:
        visit.tell(visit.say.plain("not-yours"), alert=True)
    else:
        await visit.show(Screen(visit.say("not-yours")))
