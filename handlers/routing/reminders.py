"""A due reminder goes to the feature that declares its kind."""

from handlers.context.services import Services
from handlers.context.system_context import SystemContext
from handlers.routing.features import REMINDERS
from storage.reminders import Reminder
from storage.transaction import Transaction


async def remind(tx: Transaction, services: Services, reminder: Reminder) -> None:
    """Send a due reminder, unless it no longer makes sense."""
    await REMINDERS[reminder.kind](SystemContext(tx, services), reminder)
