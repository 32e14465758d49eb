"""A coordinator finds a request by its job, by who goes, by a thing of the list and by a day."""

from datetime import time

import pytest

from domain.people import Role
from storage import crew_assignments, jobs, people
from storage.engine import Database
from tests.conftest import NOW
from tests.handlers.contexts import buttons, send, told
from tests.job_copies import copy_job
from tests.trade import MONDAY, agreed_job, member

NADIA = 601


@pytest.fixture
async def office(db: Database) -> None:
    """A coordinator, a job of Zoé's on Monday with desks, and one without a day or list."""
    async with db.begin(NOW) as tx:
        nadia = await people.meet(tx, NADIA, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)
        zoe = await member(tx, "Zoé Marchal", leader=True)
        job = await agreed_job(tx)
        await copy_job(tx, {9: {"start_on": None}})
        await crew_assignments.assign(tx, job.id, [zoe], zoe)
        await jobs.change(tx, job, start_on=MONDAY.replace(day=15), start_time=time(8))


@pytest.mark.parametrize(
    "text",
    [
        "INT-2026-0001",
        "int-2026",
        "zoe",
        "marchal hoche",
        "bureau",
        "15/12/2026",
        "mardi 15 décembre",
    ],
)
async def test_the_request_is_found_with_the_plan_of_its_job(
    db: Database, office: None, text: str
) -> None:
    await send(db, NADIA, command="find", argument=text)

    assert list(await buttons(db, NADIA)) == [
        "DEM-2026-0001 · Bâti Nord · 12 rue Hoche",
        "🛠️ INT-2026-0001",
    ]


@pytest.mark.parametrize("text", ["zoe quai", "armoire", "16/12/2026", "15", "zo"])
async def test_what_fits_nothing_is_not_found(db: Database, office: None, text: str) -> None:
    await send(db, NADIA, command="find", argument=text)

    assert "Rien ne contient" in (await told(db, NADIA))[-1]


async def test_the_day_the_client_named_first_finds_what_has_no_plan_yet(
    db: Database, office: None
) -> None:
    await send(db, NADIA, command="find", argument="14/12/2026")

    assert "DEM-9-9 · Bâti Nord · 12 rue Hoche" in await buttons(db, NADIA)
