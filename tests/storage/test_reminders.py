"""What is due has one row per thing, kind and person, whatever is rescheduled."""

from datetime import date, datetime, timedelta

from sqlalchemy import insert

from domain.reminders import PlannedReminder, ReminderKind, Subject
from storage import reminders
from storage.engine import Database
from storage.reminders import DROPPED, SAID, STOPPED, Reminder, UnknownReminder
from storage.tables import reminders as table
from tests.conftest import NOW

SOON, LATER = NOW + timedelta(hours=1), NOW + timedelta(hours=2)
SURVEY, RELAY = 3, 3  # ids of two kinds of thing may be equal


def survey_eve(due_at: datetime = SOON, key: str = "survey:3") -> PlannedReminder:
    return PlannedReminder(ReminderKind.SURVEY_EVE, None, date(2026, 12, 14), due_at, key)


def relay_end(due_at: datetime = LATER) -> PlannedReminder:
    return PlannedReminder(ReminderKind.TAKEOVER_END, None, date(2026, 12, 14), due_at, "relay:3")


async def rewrite(db: Database, *planned: PlannedReminder) -> None:
    async with db.begin(NOW) as tx:
        await reminders.rewrite(tx, Subject.SURVEY, SURVEY, planned)


async def claim(db: Database, at: datetime, state: str = SAID) -> Reminder | UnknownReminder | None:
    async with db.begin(at) as tx:
        claimed = await reminders.claim(tx)
        if claimed is not None:
            await reminders.settle(tx, claimed.id, state)
    return claimed


async def test_a_reminder_is_claimed_when_due_and_only_once(db: Database) -> None:
    await rewrite(db, survey_eve())

    assert await claim(db, SOON - timedelta(seconds=1)) is None
    claimed = await claim(db, SOON)
    assert isinstance(claimed, Reminder)
    assert (claimed.kind, claimed.subject_id) == (ReminderKind.SURVEY_EVE, SURVEY)
    assert await claim(db, LATER) is None


async def test_rewriting_replaces_what_waits(db: Database) -> None:
    await rewrite(db, survey_eve())
    await rewrite(db, survey_eve(LATER, "survey:3 moved"))

    assert await claim(db, SOON) is None
    claimed = await claim(db, LATER)
    assert isinstance(claimed, Reminder)
    assert claimed.key == "survey:3 moved"
    assert await claim(db, LATER) is None


async def test_what_was_said_or_stopped_is_not_written_again(db: Database) -> None:
    await rewrite(db, survey_eve())
    await claim(db, SOON)
    await rewrite(db, survey_eve(), survey_eve(key="survey:3 again"))
    async with db.begin(NOW) as tx:
        await reminders.stop(tx, (ReminderKind.SURVEY_EVE,), Subject.SURVEY, SURVEY)
    await rewrite(db, survey_eve(), survey_eve(key="survey:3 again"))

    assert await claim(db, LATER) is None


async def test_things_of_another_kind_keep_their_reminders(db: Database) -> None:
    async with db.begin(NOW) as tx:
        await reminders.rewrite(tx, Subject.RELAY, RELAY, [relay_end()])
    await rewrite(db, survey_eve())
    await rewrite(db)

    claimed = await claim(db, LATER)
    assert isinstance(claimed, Reminder)
    assert (claimed.kind, claimed.subject_id) == (ReminderKind.TAKEOVER_END, RELAY)


async def test_a_postponed_reminder_comes_back(db: Database) -> None:
    await rewrite(db, survey_eve())
    claimed = await claim(db, SOON)
    assert claimed is not None
    async with db.begin(SOON) as tx:
        await reminders.postpone(tx, claimed.id, LATER)

    assert await claim(db, SOON) is None
    assert await claim(db, LATER) == Reminder(
        claimed.id, "survey:3", ReminderKind.SURVEY_EVE, SURVEY, LATER
    )


async def test_the_oldest_comes_first_and_the_next_is_known(db: Database) -> None:
    await rewrite(db, survey_eve(LATER, "second"), survey_eve(SOON, "first"))

    async with db.read(NOW) as tx:
        following = await reminders.next_due(tx)
    assert isinstance(following, Reminder)
    assert following.key == "first"
    claimed = [await claim(db, LATER), await claim(db, LATER)]
    assert [getattr(reminder, "key", None) for reminder in claimed] == ["first", "second"]


async def test_a_row_of_a_kind_that_no_program_has_is_told_apart(db: Database) -> None:
    async with db.begin(NOW) as tx:
        row = {"key": "old", "kind": "nudge", "state": "waiting", "due_at": SOON}
        await tx.run(insert(table).values(**row))

    claimed = await claim(db, SOON, DROPPED)
    assert isinstance(claimed, UnknownReminder)
    assert claimed.kind == "nudge"
    assert await claim(db, SOON) is None


async def test_what_is_stopped_is_not_counted_as_said(db: Database) -> None:
    await rewrite(db, survey_eve())
    await claim(db, SOON, STOPPED)

    async with db.read(NOW) as tx:
        assert await reminders.said(tx, (ReminderKind.SURVEY_EVE,), SURVEY) == 0
        assert await reminders.waiting(tx) == 0
