"""A roster's file is applied and undone by a tap: what others use or took meanwhile stays."""

from datetime import time
from decimal import Decimal

import pytest

from domain.crews import Member
from domain.people import Role
from domain.roster import MemberEntry, RosterEntries, VehicleEntry
from handlers.crews.roster_file import read_roster
from storage import crew_assignments, crews, fleet, jobs, people, roster_imports
from storage.engine import Database
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.handlers.contexts import tap, told
from tests.trade import COORDINATOR, MONDAY, agreed_job, member

AWA = 11


@pytest.fixture(autouse=True)
async def _office(db: Database) -> None:
    async with db.begin(NOW) as tx:
        nadia = await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)


async def comes(db: Database, said: RosterEntries) -> int:
    """Propose what a file says, and tap that it is taken in."""
    async with db.begin(NOW) as tx:
        proposed = await roster_imports.propose(tx, f"file:{said}"[:60], said, by=COORDINATOR)
    await tap(db, COORDINATOR, "useteam", proposed.id)
    return proposed.id


async def roster_of(tx: Transaction) -> dict[str, Member]:
    return {one.name: one for one in await crews.roster(tx)}


async def vehicle_names(db: Database) -> list[str]:
    async with db.read(NOW) as tx:
        return [van.name for van in await fleet.fleet(tx)]


async def test_a_newcomer_who_joined_and_one_on_a_job_stay_when_the_file_is_undone(
    db: Database,
) -> None:
    people_said = tuple(MemberEntry(name) for name in ("Awa", "Ben", "Chloé"))
    done = await comes(db, RosterEntries(people_said, (VehicleEntry("Van"), VehicleEntry("Old"))))
    async with db.begin(NOW) as tx:
        team = await roster_of(tx)
        await people.meet(tx, AWA, first_name="Awa", language="fr")
        await crews.tie(tx, team["Awa"].id, AWA)
        [van] = [one for one in await fleet.fleet(tx) if one.name == "Van"]
        job = await agreed_job(tx)
        await jobs.change(tx, job, start_on=MONDAY, start_time=time(8), vehicle_id=van.id)
        await crew_assignments.assign(tx, job.id, [team["Ben"].id], team["Ben"].id)
    await tap(db, COORDINATOR, "oldteam", done)

    said = (await told(db, COORDINATOR))[-1]
    assert "donc laissés tels quels" in said
    assert said.endswith("Awa, Ben, Van")
    async with db.begin(NOW) as tx:
        assert set(await roster_of(tx)) == {"Awa", "Ben"}
    assert await vehicle_names(db) == ["Van"]


async def test_a_file_that_renames_to_the_name_of_another_vehicle_changes_nothing(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        await fleet.add(tx, name="Camion bleu", kind="van20", plate="AB-123-CD")
        await fleet.add(tx, name="Camion rouge", kind="van20", plate="EF-456-GH")
        await member(tx, "Awa")
    said = RosterEntries(
        (MemberEntry("Awa", weekly_hours=Decimal(26)),),
        (VehicleEntry("Camion rouge", plate="AB-123-CD"),),
    )
    await comes(db, said)

    assert "Camion rouge. Donnez d’abord un autre nom" in (await told(db, COORDINATOR))[-1]
    assert await vehicle_names(db) == ["Camion bleu", "Camion rouge"]
    async with db.begin(NOW) as tx:
        assert (await roster_of(tx))["Awa"].weekly_hours == 35


async def test_a_file_gives_a_vehicle_the_name_of_one_that_was_removed_and_back(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        await fleet.add(tx, name="Camion bleu", kind="van20", plate="AB-123-CD")
        old = await fleet.add(tx, name="Camion rouge", kind="van20")
        await fleet.change(tx, old, active=False)
    done = await comes(db, RosterEntries((), (VehicleEntry("Camion rouge", plate="AB-123-CD"),)))
    assert await vehicle_names(db) == ["Camion rouge"]
    async with db.begin(NOW) as tx:
        other = await fleet.add(tx, name="Camion bleu", kind="van20")
    await tap(db, COORDINATOR, "oldteam", done)

    assert await vehicle_names(db) == ["Camion bleu", "Camion rouge"]
    async with db.read(NOW) as tx:
        assert await fleet.find(tx, other) is not None


async def test_the_longest_cells_of_a_file_fit_where_they_are_kept(db: Database) -> None:
    rows = (
        ("Véhicule", "Immatriculation", "Volume utile", "Charge utile"),
        ("C" * 300, "AB-123-CD", "20,12345678901234567", "99999,99999 kg"),
    )
    team = (("Nom", "Heures"), ("N" * 300, "26,6666666666666"))
    sheets = {"Véhicules": tuple(enumerate(rows, 1)), "Équipe": tuple(enumerate(team, 1))}
    file = read_roster(sheets, NOW.date(), ("van20",))
    assert file.faults == []
    await comes(db, file.entries)

    async with db.begin(NOW) as tx:
        [van] = await fleet.fleet(tx)
        [person] = (await roster_of(tx)).values()
    assert (van.name, van.volume, van.payload) == ("C" * 80, Decimal("20.12"), Decimal(100_000))
    assert person.weekly_hours == Decimal("26.67")
