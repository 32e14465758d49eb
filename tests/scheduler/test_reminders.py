"""What is due is said once, in time or not at all, and only while it makes sense."""

from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import insert

from domain.absences import AbsencePeriod
from domain.calendar import PARIS
from domain.jobs import CrewReply, JobEvent
from domain.planning import JobShape, PlanDay
from handlers.cards.job_changes import write_job_reminders
from handlers.views import job_views
from storage import absences, crew_assignments, jobs
from storage.engine import Database
from storage.outbox import Letter
from storage.tables import reminders as reminder_rows
from tests.conftest import NOW
from tests.scheduler.ticking import tick
from tests.trade import MONDAY, agreed_job, member, through
from tests.waiting_letters import pending

AWA, BEN = 11, 12
EVE = datetime(2026, 12, 13, 17, 0, tzinfo=UTC)  # 18:00 in Paris
ALERT = EVE + timedelta(minutes=30)
MORNING = datetime(2026, 12, 14, 5, 0, tzinfo=UTC)  # 06:00 in Paris, not earlier
GROUP = -77


@pytest.fixture
async def job_id(db: Database) -> int:
    """A published job for Awa, who leads, and Ben; Monday 07:30."""
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        awa = await member(tx, "Awa", person_id=AWA, leader=True)
        ben = await member(tx, "Ben", person_id=BEN, language="en")
        await crew_assignments.assign(tx, job.id, [awa, ben], awa)
        job = await jobs.change(tx, job, start_on=MONDAY, start_time=time(7, 30))
        await through(tx, job, JobEvent.PUBLISH)
        await write_job_reminders(tx, await job_views.load(tx, job.id))
    return job.id


async def answer(db: Database, job_id: int, *answers: CrewReply | None) -> None:
    async with db.begin(NOW) as tx:
        for assignment, said in zip(
            await crew_assignments.crew_of(tx, job_id), answers, strict=True
        ):
            if said is not None:
                await crew_assignments.answer(tx, assignment, said, actor_id=assignment.person_id)
        await write_job_reminders(tx, await job_views.load(tx, job_id))


async def said(db: Database) -> list[tuple[int, str]]:
    """Return who is told what, by the first line."""
    async with db.read(NOW) as tx:
        letters: list[Letter] = await pending(tx)
    return sorted((letter.post.chat_id, letter.post.text.splitlines()[0]) for letter in letters)


async def test_the_evening_before_each_is_told_in_their_language(db: Database, job_id: int) -> None:
    assert await tick(db, EVE - timedelta(seconds=1)) == []
    assert await tick(db, EVE) == [("eve", True), ("eve", True)]
    assert await said(db) == [(AWA, "⏰ <b>Demain 07:30</b>"), (BEN, "⏰ <b>Tomorrow 07:30</b>")]
    assert await tick(db, EVE) == []


async def test_half_an_hour_later_the_coordinators_hear_who_is_silent(
    db: Database, job_id: int
) -> None:
    await answer(db, job_id, CrewReply.CONFIRM, None)
    await tick(db, ALERT)
    alert, board = [text for chat, text in await said(db) if chat == GROUP]
    assert "pas encore de réponse de Ben · 06 39 98 00 01." in alert
    assert "INT-2026-0001" in board


async def test_nobody_is_alerted_about_a_crew_that_has_said_yes(db: Database, job_id: int) -> None:
    await answer(db, job_id, CrewReply.CONFIRM, CrewReply.CONFIRM)
    await tick(db, ALERT)
    assert [chat for chat, _ in await said(db)] == [AWA, BEN]


async def test_who_is_not_coming_is_left_in_peace(db: Database, job_id: int) -> None:
    await answer(db, job_id, CrewReply.CONFIRM, CrewReply.DECLINE)
    await tick(db, EVE)
    assert [chat for chat, _ in await said(db)] == [AWA]


async def test_the_morning_gives_the_leader_the_button_to_set_off(
    db: Database, job_id: int
) -> None:
    await answer(db, job_id, CrewReply.CONFIRM, CrewReply.CONFIRM)
    await tick(db, MORNING)
    async with db.read(NOW) as tx:
        letters = await pending(tx)
    buttons = {
        letter.post.chat_id: str(letter.post.markup)
        for letter in letters
        if "07:30" in letter.post.text
    }
    assert "Je pars" in buttons[AWA]
    assert "On my way" not in buttons[BEN]


async def test_what_comes_too_late_is_dropped_and_what_still_helps_is_said(
    db: Database, job_id: int
) -> None:
    """The bot was away from six in the evening to half past six in the morning."""
    await answer(db, job_id, CrewReply.CONFIRM, CrewReply.CONFIRM)
    found = await tick(db, MORNING + timedelta(minutes=30))
    assert found == [
        ("eve", False),
        ("eve", False),
        ("unconfirmed", True),
        ("morning", True),
        ("morning", True),
    ]
    assert [chat for chat, _ in await said(db)] == [AWA, BEN]


async def test_a_job_that_moved_is_reminded_of_its_new_day(db: Database, job_id: int) -> None:
    await tick(db, EVE)
    async with db.begin(EVE) as tx:
        job = await jobs.get(tx, job_id)
        await jobs.change(tx, job, start_on=MONDAY + timedelta(days=1))
        await write_job_reminders(tx, await job_views.load(tx, job_id))
    assert await tick(db, MORNING) == []
    assert await tick(db, EVE + timedelta(days=1)) == [("eve", True), ("eve", True)]


async def test_a_job_taken_back_is_not_spoken_of(db: Database, job_id: int) -> None:
    async with db.begin(NOW) as tx:
        job = await jobs.get(tx, job_id)
        await through(tx, job, JobEvent.REPLAN)
    await tick(db, MORNING)
    assert await said(db) == []


async def test_a_reminder_of_an_unknown_kind_does_not_hold_up_the_others(
    db: Database, job_id: int
) -> None:
    async with db.begin(NOW) as tx:
        row = {"key": "old", "kind": "nudge", "state": "waiting", "due_at": NOW}
        await tx.run(insert(reminder_rows).values(**row))

    assert await tick(db, EVE) == [("nudge", False), ("eve", True), ("eve", True)]


async def test_who_is_away_on_the_second_day_of_a_job_under_way_is_left_in_peace(
    db: Database, job_id: int
) -> None:
    await answer(db, job_id, CrewReply.CONFIRM, CrewReply.CONFIRM)
    tuesday = AbsencePeriod(MONDAY + timedelta(1), MONDAY + timedelta(1)).window(PARIS)
    async with db.begin(NOW) as tx:
        job = await jobs.change(
            tx, await jobs.get(tx, job_id), shape=JobShape((PlanDay(0), PlanDay(1), PlanDay(2)))
        )
        await through(tx, job, JobEvent.SET_OFF)
        await write_job_reminders(tx, await job_views.load(tx, job_id))
        awa, _ = await crew_assignments.crew_of(tx, job_id)
        await absences.keep(tx, awa.member_id, tuesday, added_by=AWA)

    await tick(db, MORNING + timedelta(1))
    assert [chat for chat, text in await said(db) if "07:30" in text] == [BEN]
    await tick(db, MORNING + timedelta(2))
    assert [chat for chat, text in await said(db) if "07:30" in text] == [AWA, BEN]
