"""A year of plans, 60 people and 8,000 assignments: a plan asks the database as often as of one."""

from datetime import time, timedelta

from sqlalchemy import Table, select

from domain.jobs import CrewAnswer, JobState
from handlers.views import job_views, plan_card
from handlers.views.candidates import load_candidates
from storage import crew_assignments, fleet, jobs
from storage.engine import Database
from storage.tables import assignments, members, quotes, revisions
from storage.tables import jobs as job_rows
from storage.tables import requests as request_rows
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.statements import counting
from tests.trade import MONDAY, agreed_job, member, services

PEOPLE, JOBS, CREW = 60, 2_000, 4
FIRST = 10


async def test_a_year_of_plans_takes_as_many_statements_as_one_job(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await fleet.add(tx, name="Camion", kind="van20")
        crew = [await member(tx, f"M{number}", leader=number < 9) for number in range(PEOPLE)]
        job = await agreed_job(tx)
        await crew_assignments.assign(tx, job.id, crew[:2], crew[0])
        await jobs.change(tx, job, start_on=MONDAY, start_time=time(8), vehicle_id=1)
    few, _ = await statements(db, job.id)
    async with db.begin(NOW) as tx:
        await fill_the_year(tx)
    many, plans = await statements(db, job.id)

    assert many == few
    assert min(few.values()) > 0
    assert plans > JOBS / 2  # half a year and more is looked at


async def statements(db: Database, job_id: int) -> tuple[dict[str, int], int]:
    """Count what the candidates and the conflicts of a plan ask of the database."""
    counts = {}
    async with db.read(NOW) as tx:
        job_view = await job_views.load(tx, job_id)
        with counting(db) as asked:
            bench = await load_candidates(tx, services(), job_view)
        counts["the candidates"] = len(asked)
        with counting(db) as asked:
            await plan_card.conflicts_of(tx, services(), job_view)
        counts["the conflicts"] = len(asked)
    return counts, len(bench.plans)


async def fill_the_year(tx: Transaction) -> None:
    """Make published jobs of the one that is planned, on the working days around it."""
    rows = {table: await _row(tx, table) for table in (request_rows, quotes, revisions, job_rows)}
    ids = range(FIRST, FIRST + JOBS)
    for table, named in ((request_rows, "DEM"), (quotes, "DEV")):
        numbered = [rows[table] | {"id": n, "number": f"{named}-9-{n}"} for n in ids]
        linked = [row | {"request_id": row["id"]} for row in numbered] if table is quotes else []
        await tx.run(table.insert(), linked or numbered)
    await tx.run(revisions.insert(), [rows[revisions] | {"id": n, "quote_id": n} for n in ids])
    await tx.run(
        job_rows.insert(),
        [
            rows[job_rows]
            | {
                "id": n,
                "number": f"INT-9-{n}",
                "request_id": n,
                "revision_id": n,
                "state": JobState.CONFIRMED,
                "start_on": MONDAY + timedelta(days=(n % 364) - 182),
            }
            for n in ids
        ],
    )
    who = [row.id for row in await tx.rows(select(members.c.id).order_by(members.c.id))]
    await tx.run(
        assignments.insert(),
        [
            {
                "job_id": n,
                "member_id": who[(n * CREW + seat) % PEOPLE],
                "leads": seat == 0,
                "state": CrewAnswer.CONFIRMED,
                "version": 1,
            }
            for n in ids
            for seat in range(CREW)
        ],
    )


async def _row(tx: Transaction, table: Table) -> dict[str, object]:
    row = await tx.first(select(table).limit(1))
    assert row is not None
    return dict(row._mapping)
