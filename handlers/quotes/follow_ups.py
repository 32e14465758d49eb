"""Follow-ups of a quote: written down when it reaches the client, stopped by a sign of life."""

from domain.calendar import day_of
from domain.followups import FOLLOW_UPS, plan_follow_ups, rules_on
from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from storage import quote_activity, quotes, reminders
from storage.quotes import Revision
from storage.reminders import NewReminder
from storage.transaction import Transaction


async def plan_ahead(tx: Transaction, revision: Revision) -> None:
    """Write down what is due for a quote, once; what was stopped stays so."""
    rules = rules_on(day_of(revision.issued_at, tx.zone))
    nudges = plan_follow_ups(revision.id, revision.issued_at, revision.valid_until, rules, tx.zone)
    chain = [NewReminder(one.key, one.kind, None, one.due_at) for one in nudges]
    await reminders.add(tx, chain, revision_id=revision.id)


async def tapped_quote(ctx: UpdateContext, tap: CardTap) -> Revision:
    """Load the quote that a client's button names; whatever the button does is a sign of life."""
    revision = await quotes.get(ctx.tx, tap.id)
    await stop_follow_ups(ctx.tx, revision.request_id)
    return revision


async def stop_follow_ups(tx: Transaction, request_id: int) -> None:
    """The client did something about a request: nobody asks them for its quote any more."""
    revision = await quotes.newest(tx, request_id)
    if revision is not None:
        await quote_activity.sign_of_life(tx, revision.id)
        await reminders.stop(tx, FOLLOW_UPS, revision_id=revision.id)
