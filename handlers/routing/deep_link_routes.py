"""Where deep links lead, and who may enter."""

from collections.abc import Awaitable, Callable, Mapping

from domain.people import Role
from handlers.accounts import colleague_join, invitation, registration
from handlers.context import refusals
from handlers.context.update_context import UpdateContext
from handlers.crews import member_join
from handlers.jobs import planning, replacement
from handlers.quotes import costing
from handlers.relay import live_chat
from handlers.requests import brief_request, coordinator_decisions, hazard_ruling
from handlers.surveys import coordinator_survey
from storage.transaction import Unknown

LinkHandler = Callable[[UpdateContext, str], Awaitable[None]]

DEEP_LINKS: Mapping[str, tuple[Role | None, LinkHandler]] = {
    "ask": (Role.COORDINATOR, coordinator_decisions.ask_client),
    "refuse": (Role.COORDINATOR, coordinator_decisions.refuse),
    "tell": (Role.COORDINATOR, brief_request.begin_link),
    "cost": (Role.COORDINATOR, costing.open_),
    "decide": (Role.COORDINATOR, hazard_ruling.decide),
    "survey": (Role.COORDINATOR, coordinator_survey.offer),
    "take": (Role.COORDINATOR, live_chat.take),
    "plan": (Role.COORDINATOR, planning.plan),
    "replace": (Role.COORDINATOR, replacement.replace),
    "crew": (None, member_join.follow),
    "site": (None, registration.follow_site),
    invitation.JOIN: (None, colleague_join.follow),
}


async def follow(ctx: UpdateContext, payload: str) -> bool:
    """Do what the link asks, where the person may; False for a link we do not know."""
    word, _, thing = payload.partition("-")
    door = DEEP_LINKS.get(word)
    if door is None:
        return False
    role, deed = door
    if role is not None and not ctx.has(role):
        await refusals.refuse(ctx, word, thing)
    else:
        try:
            await deed(ctx, thing)
        except Unknown:
            await refusals.refuse(ctx, word, thing)
    return True
