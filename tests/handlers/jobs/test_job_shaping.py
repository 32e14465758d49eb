"""A coordinator gives a plan its real shape by taps: days, hours, people by day, vehicles."""

from datetime import time, timedelta

import pytest
from sqlalchemy import select

from domain.calendar import PARIS, to_utc
from domain.jobs import JobEvent
from domain.people import Role
from domain.planning import JobShape, PlanDay
from domain.reminders import ReminderKind
from handlers.cards.job_changes import write_job_reminders
from handlers.context.system_context import SystemContext
from handlers.jobs import job_reminders
from handlers.views import job_views
from storage import crew_assignments, events, fleet, jobs, people, plans
from storage.engine import Database
from storage.jobs import Job
from storage.reminders import Reminder
from storage.tables import reminders as reminder_rows
from tests.conftest import NOW
from tests.handlers.contexts import press, tap, told
from tests.trade import MONDAY, agreed_job, member, services, through
from tests.waiting_letters import pending

NADIA, AWA, MOUSSA = 601, 11, 12


@pytest.fixture
async def drafted(db: Database) -> Job:
    """A draft of two on a Monday, with a truck; a van is there as well."""
    async with db.begin(NOW) as tx:
        person = await people.meet(tx, NADIA, first_name="N", language="fr")
        await people.give(tx, person, Role.COORDINATOR)
        for name in ("Camion", "Fourgon"):
            await fleet.add(tx, name=name, kind="van20")
        crew = [
            await member(tx, "Awa", person_id=AWA, leader=True, driver=True, first_aid=True),
            await member(tx, "Moussa", person_id=MOUSSA, leader=True, driver=True, first_aid=True),
        ]
        job = await agreed_job(tx)
        await crew_assignments.assign(tx, job.id, crew, crew[0])
        return await jobs.change(tx, job, start_on=MONDAY, start_time=time(8), vehicle_id=1)


async def shape(db: Database, job: Job) -> JobShape:
    async with db.read(NOW) as tx:
        return (await jobs.get(tx, job.id)).shape


async def card(db: Database, chat_id: int, key: str) -> str:
    """Read the newest text of a card that waits for a chat."""
    async with db.read(NOW) as tx:
        letters = sorted(await pending(tx, chat_id), key=lambda letter: letter.id)
    return [letter.post.text for letter in letters if letter.post.card == key][-1]


async def test_days_are_added_moved_and_given_other_people_by_taps(
    db: Database, drafted: Job
) -> None:
    await tap(db, NADIA, "shape", drafted.id, drafted.version, "new")
    await press(db, NADIA, "➕ Jour")
    assert await shape(db, drafted) == JobShape((PlanDay(0), PlanDay(1)))

    async def on_tuesday(change: str) -> None:
        async with db.read(NOW) as tx:
            version = (await jobs.get(tx, drafted.id)).version
        await tap(db, NADIA, "reshape", drafted.id, version, change)

    await on_tuesday("day.1.1")
    await on_tuesday("at.1.1")
    await on_tuesday("who.1.1")
    assert (await shape(db, drafted)).days[1] == PlanDay(2, at=time(8, 30), off=(1,))
    text = await card(db, NADIA, f"plan:{drafted.id}")
    assert "lun. 14 déc., mer. 16 déc." in text
    assert "⚠️ Le devis prévoit 1 jour" in text
    assert "👷 Moussa" in text


async def test_an_older_card_and_a_forged_tap_change_nothing(db: Database, drafted: Job) -> None:
    toast = await tap(db, NADIA, "reshape", drafted.id, drafted.version - 1, "add")
    assert toast is not None
    assert "Cela a changé entre-temps" in toast.text
    for forged in ("", "day.9.1", "h.x.1", "van.77", "van.x", "nothing.0.0", "out.-1.0"):
        await tap(db, NADIA, "reshape", drafted.id, drafted.version, forged)
    assert await shape(db, drafted) == JobShape()
    async with db.read(NOW) as tx:
        assert await events.of(tx, "job", drafted.id) == []


async def test_a_second_vehicle_goes_and_is_booked(db: Database, drafted: Job) -> None:
    await tap(db, NADIA, "shape", drafted.id, drafted.version, "new")
    await press(db, NADIA, "🚚 Véhicules")
    await press(db, NADIA, "☐ Fourgon")
    assert await shape(db, drafted) == JobShape(vehicles=(2,))
    assert "🚚 Camion + Fourgon" in await card(db, NADIA, f"plan:{drafted.id}")
    async with db.read(NOW) as tx:
        job = await jobs.get(tx, drafted.id)
        assert [one.id for one in await jobs.of_vehicle(tx, 2, MONDAY)] == [job.id]
        assert await jobs.of_vehicle(tx, 3, MONDAY) == []
    await tap(db, NADIA, "publish", job.id, job.version)
    async with db.read(NOW) as tx:
        (plan,) = await plans.around(tx, MONDAY, MONDAY)
    assert plan.vehicles == (1, 2)
    await tap(db, NADIA, "reshape", job.id, job.version, "van.2")  # it is published
    assert await shape(db, drafted) == JobShape(vehicles=(2,))


async def test_the_crew_sees_their_own_days(db: Database, drafted: Job) -> None:
    """Awa works Monday and Wednesday, Moussa Monday alone."""
    days = (PlanDay(0), PlanDay(2, at=time(9), off=(2,)))
    async with db.begin(NOW) as tx:
        job = await jobs.change(tx, drafted, shape=JobShape(days))
    blocked = await tap(db, NADIA, "publish", job.id, job.version, "anyway")
    assert blocked is not None
    assert blocked.alert  # one alone on Wednesday
    assert "Le mercredi 16 décembre 2026, il faut au moins 2" in await card(
        db, NADIA, f"plan:{job.id}"
    )
    async with db.begin(NOW) as tx:
        job = await jobs.change(tx, job, shape=JobShape((PlanDay(0), PlanDay(2, at=time(9)))))
    await tap(db, NADIA, "publish", job.id, job.version, "anyway")
    await press(db, NADIA, "🤝 Le client est d’accord")
    awa = await card(db, AWA, f"crewjob:{job.id}")
    assert "lun. 14 déc., mer. 16 déc." in awa
    assert "🗓️ mercredi 16 décembre 2026 · <b>09:00</b>" in awa
    assert "Publié malgré" in await card(db, NADIA, f"plan:{job.id}")
    assert await told(db, MOUSSA)


async def test_the_evening_before_a_day_after_a_break_says_when_that_day_begins(
    db: Database, drafted: Job
) -> None:
    """Monday at 08:00 and Wednesday at 09:00: on Tuesday evening it is 09:00 that counts."""
    days = (PlanDay(0), PlanDay(2, at=time(9)))
    async with db.begin(NOW) as tx:
        job = await jobs.change(tx, drafted, shape=JobShape(days))
        await through(tx, job, JobEvent.PUBLISH, JobEvent.SET_OFF, JobEvent.ARRIVE)
        tuesday = to_utc(MONDAY + timedelta(days=1), time(18), PARIS)
        due = Reminder(1, "key", ReminderKind.EVE, job.id, tuesday, member_id=1)
        await job_reminders.remind_member(SystemContext(tx, services()), due)
    assert "<b>Demain 09:00</b>" in await card(db, AWA, f"crewjob:{drafted.id}")


async def test_who_is_free_on_a_day_is_not_reminded_of_it(db: Database, drafted: Job) -> None:
    days = (PlanDay(0), PlanDay(2, off=(2,)))
    async with db.begin(NOW) as tx:
        job = await jobs.change(tx, drafted, shape=JobShape(days))
        job = await through(tx, job, JobEvent.PUBLISH)
        await write_job_reminders(tx, await job_views.of_job(tx, job))
        rows = await tx.rows(select(reminder_rows.c.member_id, reminder_rows.c.kind))
    told = sorted((row.member_id, row.kind) for row in rows if row.member_id)
    assert told == [
        (1, "eve"),
        (1, "eve"),
        (1, "morning"),
        (1, "morning"),
        (2, "eve"),
        (2, "morning"),
    ]
