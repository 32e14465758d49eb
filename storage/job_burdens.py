"""What jobs ask of those who go: weight, distance, client; for the balance of a proposal."""

from collections.abc import Collection, Mapping
from decimal import Decimal

from sqlalchemy import select

from domain.planning.balance import JobBurden
from storage.tables import jobs, requests, revisions
from storage.transaction import Reading


async def of_jobs(tx: Reading, job_ids: Collection[int]) -> Mapping[int, JobBurden]:
    """Load it for these jobs, in one statement."""
    weight = revisions.c.estimate["weight_kg"].as_string()
    query = (
        select(jobs.c.id, requests.c.company_id, requests.c.postcode, weight.label("weight"))
        .join(requests, requests.c.id == jobs.c.request_id)
        .join(revisions, revisions.c.id == jobs.c.revision_id)
        .where(jobs.c.id.in_(job_ids))
    )
    return {
        row.id: JobBurden(row.company_id, row.postcode, Decimal(row.weight or 0))
        for row in await tx.rows(query)
    }
