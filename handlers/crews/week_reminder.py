"""When a member is asked about their next week."""

from domain.availability import plan_week_card
from domain.reminders import Subject
from storage import reminders
from storage.transaction import Transaction


async def plan(tx: Transaction, member_id: int) -> None:
    """Have a member who is in the bot asked on the next Thursday."""
    planned = plan_week_card(member_id, tx.now, tx.zone)
    await reminders.rewrite(tx, Subject.WEEK, member_id, planned)
