"""A member is busy at the same hours each week: the planning rules see it, a tap takes it back."""

from datetime import date, datetime, time, timedelta

import pytest

from domain.absences import AbsencePeriod
from domain.appointments import Appointment, Weekday
from domain.calendar import PARIS
from domain.people import Role
from domain.windows import TimeWindow
from handlers.conversation.given import Typed
from storage import absences, crew_assignments, fleet, jobs, people
from storage.engine import Database
from tests.conftest import NOW
from tests.handlers.contexts import buttons, press, send, tap, told
from tests.trade import COORDINATOR, MONDAY, agreed_job, member

AWA = 11
TUESDAY = MONDAY + timedelta(1)


@pytest.fixture
async def awa(db: Database) -> int:
    async with db.begin(NOW) as tx:
        nadia = await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)
        return await member(tx, "Awa", person_id=AWA, leader=True)


async def enter(db: Database, day: str = "mardi") -> None:
    await send(db, COORDINATOR, command="equipe")
    for label in ("👤 Awa", "🔁 Rendez-vous", "➕ Ajouter", day):
        await press(db, COORDINATOR, label)
    await send(db, COORDINATOR, Typed("14h-16h"))
    await press(db, COORDINATOR, "Sans fin")


async def busy(db: Database, day: date) -> list[TimeWindow]:
    async with db.read(NOW) as tx:
        window = AbsencePeriod(day, day).window(tx.zone)
        return [one.window for one in await absences.between(tx, window)]


async def test_the_hours_of_each_week_are_taken_until_it_is_taken_back(
    db: Database, awa: int
) -> None:
    await enter(db)

    assert "Awa\u202f: occupé chaque mardi, 14:00–16:00" in (await told(db, COORDINATOR))[-1]
    assert any("pas de chantier chaque mardi" in text for text in await told(db, AWA))
    for week in (0, 7):
        [taken] = await busy(db, TUESDAY + timedelta(week))
        assert taken.starts_at.astimezone(PARIS).time() == time(14)
    assert await busy(db, MONDAY) == []
    await press(db, COORDINATOR, "↩ Je me suis trompé")
    assert await busy(db, TUESDAY) == []
    assert any("de nouveau libre" in text for text in await told(db, AWA))


async def test_a_coming_job_in_these_hours_is_named(db: Database, awa: int) -> None:
    async with db.begin(NOW) as tx:
        await fleet.add(tx, name="Camion", kind="van20")
        job = await jobs.change(tx, await agreed_job(tx), start_on=MONDAY, start_time=time(13))
        await crew_assignments.assign(tx, job.id, [awa], awa)
    await enter(db, "lundi")

    assert f"prévus à ces heures\u202f: {job.number}" in (await told(db, COORDINATOR))[-1]


async def test_an_end_that_has_passed_is_refused_and_asked_again(db: Database, awa: int) -> None:
    await send(db, COORDINATOR, command="equipe")
    for label in ("👤 Awa", "🔁 Rendez-vous", "➕ Ajouter", "mardi"):
        await press(db, COORDINATOR, label)
    await send(db, COORDINATOR, Typed("14h-16h"))
    await send(db, COORDINATOR, Typed("30/06/2026"))

    assert any("est déjà passé" in text for text in await told(db, COORDINATOR))
    assert await busy(db, TUESDAY) == []
    await send(db, COORDINATOR, Typed(f"{TUESDAY:%d/%m/%Y}"))
    assert len(await busy(db, TUESDAY)) == 1
    assert await busy(db, TUESDAY + timedelta(7)) == []


async def test_it_is_listed_and_removed_on_the_member_s_card(db: Database, awa: int) -> None:
    await enter(db)
    await tap(db, COORDINATOR, "busy", awa)
    assert "🗑 chaque mardi, 14:00–16:00" in await buttons(db, COORDINATOR)
    await press(db, COORDINATOR, "🗑 chaque mardi, 14:00–16:00")

    assert "Rien de régulier" in (await told(db, COORDINATOR))[-1]
    toast = await tap(db, COORDINATOR, "unbusy", 1)
    assert toast is not None


def test_hours_keep_to_the_wall_over_the_change_of_the_clock_and_end_with_the_last_day() -> None:
    said = Appointment(1, Weekday.MONDAY, time(8), time(9), date(2027, 3, 1), date(2027, 4, 5))
    spring = TimeWindow(datetime(2027, 3, 22, tzinfo=PARIS), datetime(2027, 4, 30, tzinfo=PARIS))
    found = [one.starts_at.astimezone(PARIS) for one in said.windows(spring, PARIS)]

    assert [at.date() for at in found] == [date(2027, 3, 22), date(2027, 3, 29), date(2027, 4, 5)]
    assert {at.time() for at in found} == {time(8)}
