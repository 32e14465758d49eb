"""Follow-ups of a quote: written when it is sent, stopped by a sign of life."""

from domain.calendar import day_of
from domain.followups import rules_on
from domain.reminders import FOLLOW_UPS, Subject, plan_follow_ups
from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from storage import quote_activity, quotes, reminders
from storage.quotes import Revision
from storage.transaction import Transaction


async def write_follow_ups(tx: Transaction, revision: Revision) -> None:
    """Write the reminders of a sent quote; stopped follow-ups stay stopped."""
    rules = rules_on(day_of(revision.issued_at, tx.zone))
    planned = plan_follow_ups(revision.id, revision.issued_at, revision.valid_until, rules, tx.zone)
    await reminders.rewrite(tx, Subject.QUOTE, revision.id, planned)


async def tapped_quote(ctx: UpdateContext, tap: CardTap) -> Revision:
    """Load the quote of a tapped button and count the tap as a sign of life."""
    revision = await quotes.get(ctx.tx, tap.id)
    await stop_follow_ups(ctx.tx, revision.request_id)
    return revision


async def stop_follow_ups(tx: Transaction, request_id: int) -> None:
    """Stop the follow-ups of a request's quotes."""
    revision = await quotes.newest(tx, request_id)
    if revision is not None:
        await quote_activity.sign_of_life(tx, revision.id)
        await reminders.stop(tx, FOLLOW_UPS, Subject.QUOTE, revision.id)
