"""Which papers of a job are there, and since when."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import delete, select

from domain.job_papers import JobPaper
from storage import events
from storage.dialects import insert_new
from storage.tables import job_papers
from storage.transaction import Reading, Transaction


async def there(tx: Reading, job_id: int) -> Mapping[JobPaper, date]:
    """Tell which papers are there, each with its day; those of no known kind are left out."""
    c = job_papers.c
    rows = await tx.rows(select(c.paper, c.since).where(c.job_id == job_id))
    known = {paper.value: paper for paper in JobPaper}
    return {known[row.paper]: row.since for row in rows if row.paper in known}


async def note(tx: Transaction, job_id: int, paper: JobPaper, *, actor_id: int) -> None:
    """Write down that a paper is there, or was sent, today; once is enough."""
    row = {
        "job_id": job_id,
        "paper": paper,
        "since": tx.today,
        "noted_by": actor_id,
        "at": tx.now,
    }
    await tx.run(insert_new(tx, job_papers, ("job_id", "paper")), [row])
    await events.record(tx, "paper_there", "job", job_id, actor_id=actor_id, paper=paper)


async def take_back(tx: Transaction, job_id: int, paper: JobPaper, *, actor_id: int) -> None:
    """Write down that a paper is not there after all."""
    c = job_papers.c
    await tx.run(delete(job_papers).where(c.job_id == job_id, c.paper == paper))
    await events.record(tx, "paper_missing", "job", job_id, actor_id=actor_id, paper=paper)
