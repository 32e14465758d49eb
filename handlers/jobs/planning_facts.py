"""Facts that the planning form needs."""

from dataclasses import replace

from domain.planning.candidates import PlanningCandidates
from handlers.context.update_context import UpdateContext
from handlers.views import job_views
from handlers.views.candidates import load_candidates
from storage import job_burdens
from storage.sessions import StoredSession


async def candidates(ctx: UpdateContext, stored: StoredSession) -> PlanningCandidates:
    """Load the members, vehicles and plans for the job of a conversation."""
    job_view = await job_views.load(ctx.tx, int((stored.about or {})["job"]))
    found = await load_candidates(ctx.tx, ctx.services, job_view)
    known = [found.job, *(plan.job for plan in found.plans)]
    return replace(found, burdens=await job_burdens.of_jobs(ctx.tx, known))
