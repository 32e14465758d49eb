"""What follows a change of a job: its reminders, and the cards of everybody concerned."""

from collections.abc import Collection
from enum import Enum, auto

from domain.jobs import REMINDED
from domain.reminders import Subject, plan_job_reminders
from handlers.cards import client_cards
from handlers.cards.job_cards import send_to_client, send_to_coordinators, send_to_crew
from handlers.context.context_protocols import CardContext
from handlers.views import job_views
from handlers.views.job_views import JobView
from storage import reminders
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
    await write_job_reminders(ctx.tx, now)
    if Audience.CREW in shown_to:
        seen_by = [mine for mine in now.crew if members is None or mine.member_id in members]
        for mine in seen_by:
            fresh = Audience.CREW in aloud_to or mine.member_id in new_members
            await send_to_crew(ctx, now, only=[mine], fresh=fresh)
    if Audience.CLIENT in shown_to:
        await send_to_client(ctx, now, fresh=Audience.CLIENT in aloud_to)
        await client_cards.follow(ctx, now.request.id)
    if Audience.COORDINATORS in shown_to:
        await send_to_coordinators(ctx, now, fresh=Audience.COORDINATORS in aloud_to)
    return now


async def write_job_reminders(tx: Transaction, job_view: JobView) -> None:
    """Replace the reminders of a job that are still to come."""
    job = job_view.job
    planned = plan_job_reminders(job_view.plan, tx.now) if job.state in REMINDED else ()
    await reminders.rewrite(tx, Subject.JOB, job.id, planned)
