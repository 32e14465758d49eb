"""Locks a job for a change and loads all that is shown of it."""

from handlers.views import job_views
from handlers.views.job_views import JobView
from storage import jobs
from storage.transaction import Transaction


async def lock_job_view(tx: Transaction, job_id: int) -> JobView:
    """Raises Unknown if the job does not exist."""
    return await job_views.of_job(tx, await jobs.lock(tx, job_id))
