"""What follows a change of a job: its reminders, and the cards of everybody concerned."""

from collections.abc import Collection
from enum import Enum, auto

from domain.jobs import REMINDED
from domain.reminders import PlannedReminder, plan_reminders
from handlers.cards.job_cards import send_to_client, send_to_coordinators, send_to_crew
from handlers.context.context_protocols import CardContext
from handlers.views import job_views
from handlers.views.job_views import JobView
from storage import reminders
from storage.reminders import NewReminder
from storage.transaction import Transaction


class Audience(Enum):
    """Who has cards of a job."""

    CREW = auto()
    CLIENT = auto()
    COORDINATORS = auto()


EVERYBODY = frozenset(Audience)


async def job_changed(
    ctx: CardContext,
    job_id: int,
    *,
    shown_to: Collection[Audience] = EVERYBODY,
    aloud_to: Collection[Audience] = (),
    members: Collection[int] | None = None,
    new_members: Collection[int] = (),
) -> JobView:
    """Plan the reminders anew and let the cards follow; return the job as it stands now.

    `aloud_to` get their card anew, with sound, and so do `new_members`. Of the crew only
    `members` see the change, where they are named.
    """
    now = await job_views.load(ctx.tx, job_id)
    await plan_ahead(ctx.tx, now)
    if Audience.CREW in shown_to:
        seen_by = [mine for mine in now.crew if members is None or mine.member_id in members]
        for mine in seen_by:
            fresh = Audience.CREW in aloud_to or mine.member_id in new_members
            await send_to_crew(ctx, now, only=[mine], fresh=fresh)
    if Audience.CLIENT in shown_to:
        await send_to_client(ctx, now, fresh=Audience.CLIENT in aloud_to)
    if Audience.COORDINATORS in shown_to:
        await send_to_coordinators(ctx, now, fresh=Audience.COORDINATORS in aloud_to)
    return now


async def plan_ahead(tx: Transaction, job_view: JobView) -> None:
    """Write the chain of a job anew, as it stands now; what was said is not said again."""
    promises: tuple[PlannedReminder, ...] = ()
    if job_view.job.state in REMINDED:
        promises = plan_reminders(job_view.plan, tx.now)
    chain = [
        NewReminder(promise.key, promise.kind, promise.person, promise.due_at)
        for promise in promises
    ]
    await reminders.rewrite(tx, job_view.job.id, chain)
