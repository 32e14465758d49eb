"""Whoever looks at a card changes nothing: every view sends selects alone."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import time

import pytest

from domain.people import Role
from handlers.context.services import Services
from handlers.conversation.screen import Screen
from handlers.views import (
    client_job_card,
    client_request_card,
    crew_job_card,
    findings,
    home,
    job_card,
    job_views,
    plan_card,
    request_card,
)
from handlers.views.candidates import load_candidates
from handlers.words.catalogue import Say
from storage import crew_assignments, jobs, people, request_thread, requests
from storage.engine import Database
from storage.people import Person
from storage.transaction import Reading
from tests.conftest import NOW
from tests.statements import counting
from tests.trade import CLIENT, MONDAY, agreed_job, member, services

NADIA, AWA = 20, 11


@dataclass
class Looking:
    """Somebody who only looks."""

    tx: Reading
    services: Services
    person: Person
    say: Say


async def request(looking: Looking) -> object:
    return await request_card.draw(looking, await requests.get(looking.tx, 1))


async def found(looking: Looking) -> object:
    now = await requests.get(looking.tx, 1)
    return await findings.review(looking.tx, looking.services, now)


async def job(looking: Looking) -> Screen:
    job_view = await job_views.load(looking.tx, 1)
    return await job_card.draw(looking.tx, looking.services, looking.say, job_view)


async def plan(looking: Looking) -> Screen:
    job_view = await job_views.load(looking.tx, 1)
    await load_candidates(looking.tx, looking.services, job_view)
    against = await plan_card.conflicts_of(looking.tx, looking.services, job_view)
    return plan_card.draw(looking.say, job_view, against)


async def crew(looking: Looking) -> Screen:
    job_view = await job_views.load(looking.tx, 1)
    (mine,) = job_view.crew
    return crew_job_card.draw(looking.services, looking.say, job_view, mine, looking.tx)


async def client_job(looking: Looking) -> Screen:
    return client_job_card.draw(looking.say, await job_views.load(looking.tx, 1))


async def client_request(looking: Looking) -> Screen:
    return await client_request_card.draw(
        looking.tx, looking.say, await requests.get(looking.tx, 1)
    )


VIEWS: Mapping[str, tuple[int, Callable[[Looking], Awaitable[object]]]] = {
    "the request": (NADIA, request),
    "what is found in the request": (NADIA, found),
    "the job": (NADIA, job),
    "the plan": (NADIA, plan),
    "the job of the crew": (AWA, crew),
    "the job of the client": (CLIENT, client_job),
    "the request of the client": (CLIENT, client_request),
    "the home of a client": (CLIENT, home.draw),
    "the home of a coordinator": (NADIA, home.draw),
    "the home of a crew member": (AWA, home.draw),
}


@pytest.mark.parametrize("name", VIEWS)
async def test_a_view_writes_nothing(db: Database, name: str) -> None:
    await a_job_whose_request_names_lead(db)
    who, draw = VIEWS[name]
    async with db.begin(NOW) as tx:
        person = await people.get(tx, who)
        looking = Looking(tx, services(), person, services().words.say(person.language))
        with counting(db) as statements:
            assert await draw(looking)
        assert {statement.split()[0] for statement in statements} == {"SELECT"}
        assert not any("FOR UPDATE" in statement for statement in statements)
        assert (tx.posts, tx.wakes) == ([], set())


async def a_job_whose_request_names_lead(db: Database) -> None:
    """The hazard is not yet kept on the request: who draws it must leave it at that."""
    async with db.begin(NOW) as tx:
        opened = await agreed_job(tx)
        await request_thread.say(tx, opened.request_id, CLIENT, "Il y a du plomb", from_client=True)
        awa = await member(tx, "Awa", person_id=AWA, leader=True)
        await crew_assignments.assign(tx, opened.id, [awa], awa)
        await jobs.change(tx, opened, start_on=MONDAY, start_time=time(8))
        nadia = await people.meet(tx, NADIA, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)
        assert (await requests.get(tx, opened.request_id)).held == ()
