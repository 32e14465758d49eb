"""Many jobs made of one that was agreed: each with a request, a quote and a revision of its own."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, select

from storage.tables import jobs, quotes, requests, revisions
from storage.transaction import Transaction


async def copy_job(tx: Transaction, changed: Mapping[int, Mapping[str, Any]]) -> Sequence[int]:
    """Copy the first job under each id, with its columns changed; return the ids."""
    rows = {table: await _first(tx, table) for table in (requests, quotes, revisions, jobs)}
    asked = [rows[requests] | {"id": n, "number": f"DEM-9-{n}"} for n in changed]
    await tx.run(requests.insert(), asked)
    quoted = [rows[quotes] | {"id": n, "number": f"DEV-9-{n}", "request_id": n} for n in changed]
    await tx.run(quotes.insert(), quoted)
    await tx.run(revisions.insert(), [rows[revisions] | {"id": n, "quote_id": n} for n in changed])
    own = {n: {"id": n, "number": f"INT-9-{n}", "request_id": n, "revision_id": n} for n in changed}
    planned = [rows[jobs] | own[n] | dict(columns) for n, columns in changed.items()]
    await tx.run(jobs.insert(), planned)
    return [*changed]


async def _first(tx: Transaction, table: Table) -> dict[str, Any]:
    row = await tx.first(select(table).order_by(table.c.id).limit(1))
    assert row is not None
    return dict(row._mapping)
