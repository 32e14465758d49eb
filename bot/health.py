"""Whether the bot works, for those who watch it."""

from typing import Any

from bot.clock import real_now
from handlers.context import coordinator_group
from handlers.context.services import Services
from storage.engine import Database


async def look(db: Database, services: Services) -> dict[str, Any]:
    """Tell whether the database answers and the coordinators' group takes our messages."""
    try:
        async with db.read(real_now()) as tx:
            chat_id = await coordinator_group.coordinator_chat(tx, services)
            reachable = await coordinator_group.is_reachable(tx, services)
    except Exception as error:  # noqa: BLE001 whatever it is, the database does not answer
        return {"ok": False, "database": type(error).__name__}
    group = "not set" if chat_id is None else "ok" if reachable else "unreachable"
    return {"ok": True, "database": "ok", "coordinator_group": group}
