"""The clock by hand: everything that is due at an instant is said."""

from datetime import datetime

from handlers.routing.reminders import remind
from scheduler.reminders import claim_due
from storage.engine import Database
from tests.trade import services


async def tick(db: Database, now: datetime) -> list[tuple[str, bool]]:
    """Claim all that is due, say it, and return it."""
    found: list[tuple[str, bool]] = []
    while True:
        async with db.begin(now) as tx:
            due = await claim_due(tx)
            if due is None:
                return found
            if due.to_send is not None:
                await remind(tx, services(), due.to_send)
            found.append((due.kind, due.to_send is not None))
