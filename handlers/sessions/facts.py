"""Facts that questions need and that a pure engine cannot fetch, loaded by name."""

from collections.abc import Iterable, Mapping
from typing import Any

from handlers.context.services import Services
from handlers.context.update_context import UpdateContext
from storage.sessions import StoredSession
from storage.transaction import Reading


def shared(services: Services, tx: Reading) -> dict[str, Any]:
    """Return the facts that are the same for everybody; they cost no query."""
    return {
        "now": tx.now,
        "zone": services.zone,
        "today": tx.today,
        "catalogue": services.catalogue,
        "prices": services.prices,
        "promises": services.company.promises,
    }


async def load(
    ctx: UpdateContext, stored: StoredSession, needs: Iterable[str], known: Mapping[str, Any]
) -> dict[str, Any]:
    """Add to the known facts those that are needed; KeyError where no feature loads one."""
    loaded = dict(known)
    for name in sorted(set(needs) - known.keys()):
        loaded[name] = await ctx.services.fact_loaders[name](ctx, stored)
    return loaded
