"""Who may do what on a job's card: its crew, and for the day itself its leader."""

from domain.people import Action, may
from handlers.context import refusals
from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from handlers.jobs.job_lock import lock_job_view
from handlers.views.job_views import JobView
from storage.crew_assignments import Assignment

MemberOnJob = tuple[JobView, Assignment]


async def mine(ctx: UpdateContext, tap: CardTap) -> MemberOnJob | None:
    """Load the job if this person is on it, and let nobody else change it; else say no."""
    job_view = await lock_job_view(ctx.tx, tap.id)
    found = job_view.of_person(ctx.person.id)
    if found is None:
        await refusals.refuse(ctx, tap.action, tap.id)
        return None
    return job_view, found


async def led(ctx: UpdateContext, tap: CardTap) -> MemberOnJob | None:
    """Load the job for its leader; anybody else is refused."""
    found = await mine(ctx, tap)
    if found is not None and not may(ctx.person.roles, Action.LEAD_JOB, own=found[1].leads):
        await refusals.refuse(ctx, tap.action, tap.id)
        return None
    return found
