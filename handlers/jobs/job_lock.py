"""A job with all that is shown of it, locked for a change."""

from handlers.views import job_views
from handlers.views.job_views import JobView
from storage import jobs
from storage.transaction import Transaction


async def lock_job_view(tx: Transaction, job_id: int) -> JobView:
    """Load a job that this transaction will change. Raises Unknown."""
    return await job_views.of_job(tx, await jobs.lock(tx, job_id))
