"""In the planning conversation three teams are proposed: a tap takes one, another says why not."""

import pytest

from domain.people import Role
from domain.planning import HARD, SOFT
from handlers.jobs.crew_kind import ChosenTeam, read_team
from handlers.words.catalogue import Words
from storage import crew_assignments, crews, fleet, jobs, people
from storage.engine import Database
from storage.jobs import Job
from tests.conftest import NOW
from tests.handlers.contexts import buttons, follow, press, told
from tests.trade import MONDAY, agreed_job, member

NADIA = 601


@pytest.fixture
async def job(db: Database) -> Job:
    """An agreed job; two who lead, two who drive, and one whose contract has ended."""
    async with db.begin(NOW) as tx:
        person = await people.meet(tx, NADIA, first_name="N", language="fr")
        await people.give(tx, person, Role.COORDINATOR)
        await fleet.add(tx, name="Camion", kind="van20")
        await member(tx, "Awa", leader=True, first_aid=True)
        await member(tx, "Bilal", leader=True, first_aid=True)
        await member(tx, "Chloé", driver=True)
        await member(tx, "Driss", driver=True)
        gone = await member(tx, "Élise")
        await crews.change(tx, gone, contract_until=MONDAY.replace(day=1))
        return await agreed_job(tx)


async def at_the_crew(db: Database, job: Job) -> None:
    await follow(db, NADIA, "plan", job.request_id)
    await press(db, NADIA, "lun. 14 déc.")
    await press(db, NADIA, "08:00")


async def test_a_tap_takes_a_whole_team(db: Database, job: Job) -> None:
    await at_the_crew(db, job)
    asked = (await told(db, NADIA))[-1]
    assert "Équipes proposées" in asked
    assert "Awa ★" in asked
    assert "🚚 Camion" in asked
    assert "aucune règle enfreinte" in asked
    assert "durs·loin·tôt en 4 semaines\u202f: Awa 0·0·0" in asked
    await press(db, NADIA, "⭐ Équipe 1")
    async with db.read(NOW) as tx:
        planned = await jobs.get(tx, job.id)
        crew = await crew_assignments.crew_of(tx, job.id)
    assert (planned.start_on, planned.vehicle_id) == (MONDAY, 1)
    assert [(one.name, one.leads) for one in crew] == [("Awa", True), ("Chloé", False)]
    assert "📢 Publier" in await buttons(db, NADIA)


async def test_it_is_said_why_the_others_are_in_none(db: Database, job: Job) -> None:
    await at_the_crew(db, job)
    await press(db, NADIA, "❓ Pourquoi pas les autres\u202f?")
    said = (await told(db, NADIA))[-1]
    assert "<b>Élise</b> · fin contrat" in said
    await press(db, NADIA, "⭐ Équipe 2")  # the teams are still a tap away
    async with db.read(NOW) as tx:
        assert (await jobs.get(tx, job.id)).start_on == MONDAY


async def test_names_can_still_be_ticked_one_by_one(db: Database, job: Job) -> None:
    await at_the_crew(db, job)
    for name in ("☐ Bilal ★", "☐ Driss"):
        await press(db, NADIA, name)
    await press(db, NADIA, "✔ Terminé")
    assert "Qui dirige" in (await told(db, NADIA))[-1]


async def test_nobody_is_proposed_where_no_team_is_possible(db: Database, job: Job) -> None:
    async with db.begin(NOW) as tx:
        for one in await crews.roster(tx):
            if one.driver:
                await crews.leave(tx, one.id)
    await at_the_crew(db, job)
    assert "Aucune équipe possible" in (await told(db, NADIA))[-1]
    assert "⭐ Équipe 1" not in await buttons(db, NADIA)


def test_a_team_is_read_as_it_was_written_and_a_forgery_is_none() -> None:
    assert read_team(("=1-5_1_4-7",)) == ChosenTeam((1, 5), 1, (4, 7))
    assert read_team(("=1-5__",)) == ChosenTeam((1, 5), None, ())
    for forged in ("=", "=__", "=1", "=x_1_4", "=1_2", "1"):
        assert read_team((forged,)) is None
    assert read_team(("=1-5_1_4", "2")) is None


@pytest.mark.parametrize("lang", Words.load().languages)
def test_every_rule_has_its_words(lang: str) -> None:
    keys = Words.load().keys(lang)
    assert {f"conflict-{rule.__name__.replace('_', '-')}" for rule in (*HARD, *SOFT)} <= keys
    assert {f"short-{rule.__name__.replace('_', '-')}" for rule in SOFT} <= keys
