"""Facts that the survey form needs."""

from domain.people import Role
from handlers.context.update_context import UpdateContext
from storage import people
from storage.sessions import StoredSession


async def surveyors(ctx: UpdateContext, _: StoredSession) -> list[tuple[int, str]]:
    """List the coordinators, who alone survey sites: id and name."""
    coordinators = await people.with_role(ctx.tx, Role.COORDINATOR)
    return [(person.id, person.display_name) for person in coordinators]
