"""Access of a crew member to a job by a tapped card."""

from handlers.context.callbacks import CardTap
from handlers.context.update_context import UpdateContext
from handlers.jobs.job_lock import lock_job_view
from handlers.views.job_views import JobView
from storage.crew_assignments import Assignment
from storage.transaction import Unknown

MemberOnJob = tuple[JobView, Assignment]


async def job_of_member(ctx: UpdateContext, tap: CardTap) -> MemberOnJob:
    """Lock the tapped job and find the person's assignment. Raises Unknown if there is none."""
    job_view = await lock_job_view(ctx.tx, tap.id)
    found = job_view.of_person(ctx.person.id)
    if found is None:
        raise Unknown(f"job {tap.id}")
    return job_view, found
