"""A member says with big buttons when they cannot come: filled in as last week, one tap to note."""

from datetime import date, timedelta

import pytest

from domain.absences import AbsencePeriod
from domain.people import Role
from storage import absences, people
from storage.engine import Database
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.handlers.contexts import buttons, press, send, tap, told
from tests.trade import COORDINATOR, member

AWA, DESK = 11, -77
MONDAY = date(2026, 11, 30)  # the week after NOW


@pytest.fixture
async def awa(db: Database) -> int:
    async with db.begin(NOW) as tx:
        assert tx.today + timedelta(7 - tx.today.weekday()) == MONDAY
        nadia = await people.meet(tx, COORDINATOR, first_name="Nadia", language="fr")
        await people.give(tx, nadia, Role.COORDINATOR)
        return await member(tx, "Awa", person_id=AWA)


async def away(
    tx: Transaction, member_id: int, first: date, last: date, added_by: int = AWA
) -> None:
    window = AbsencePeriod(first, last).window(tx.zone)
    await absences.keep(tx, member_id, window, added_by=added_by)


async def days_away(db: Database) -> list[date]:
    async with db.read(NOW) as tx:
        kept = await absences.after(tx, NOW)
        return [one.window.starts_at.astimezone(tx.zone).date() for one in kept]


async def signs(db: Database) -> str:
    return "".join(label[0] for label in await buttons(db, AWA) if label[0] in "✅❌🗓")


async def open_week(db: Database) -> None:
    await send(db, AWA, command="status")
    await press(db, AWA, "🗓 Ma semaine prochaine")


async def test_days_are_turned_around_and_noted_with_one_tap(db: Database, awa: int) -> None:
    await open_week(db)
    assert await signs(db) == "✅✅✅✅✅"
    await press(db, AWA, "✅ mar. 1er déc.")
    assert await signs(db) == "✅❌✅✅✅"
    assert await days_away(db) == []
    await press(db, AWA, "👍 C’est bon")

    assert await days_away(db) == [date(2026, 12, 1)]
    assert any("Awa, semaine du" in text and "01/12" in text for text in await told(db, DESK))
    await press(db, AWA, "✏️ Changer")
    await press(db, AWA, "❌ mar. 1er déc.")
    await press(db, AWA, "👍 C’est bon")
    assert await days_away(db) == []


async def test_the_week_is_filled_in_as_the_one_before(db: Database, awa: int) -> None:
    async with db.begin(NOW) as tx:
        friday = MONDAY - timedelta(3)
        await away(tx, awa, friday, friday)
    await open_week(db)

    assert await signs(db) == "✅✅✅✅❌"


async def test_a_longer_absence_stands_and_is_not_changed_day_by_day(
    db: Database, awa: int
) -> None:
    async with db.begin(NOW) as tx:
        await away(tx, awa, MONDAY, MONDAY + timedelta(2))
    await open_week(db)
    assert await signs(db) == "🗓🗓🗓✅✅"
    await press(db, AWA, "👍 C’est bon")

    assert await days_away(db) == [MONDAY]
    assert not [text for text in await told(db, DESK) if "semaine du" in text]


async def test_an_old_card_takes_back_nothing_that_the_office_entered(
    db: Database, awa: int
) -> None:
    await open_week(db)
    await press(db, AWA, "✅ jeu. 3 déc.")
    tuesday = MONDAY + timedelta(1)
    async with db.begin(NOW) as tx:
        await away(tx, awa, tuesday, tuesday, added_by=COORDINATOR)
    assert "a changé entre-temps" in await press(db, AWA, "👍 C’est bon")

    assert await days_away(db) == [tuesday]
    assert await signs(db) == "✅🗓✅❌✅"
    await press(db, AWA, "👍 C’est bon")
    assert await days_away(db) == [tuesday, MONDAY + timedelta(3)]


async def test_a_day_that_the_office_entered_is_not_changed_by_the_member(
    db: Database, awa: int
) -> None:
    async with db.begin(NOW) as tx:
        await away(tx, awa, MONDAY, MONDAY, added_by=COORDINATOR)
    await open_week(db)
    await press(db, AWA, next(label for label in await buttons(db, AWA) if label[0] == "🗓"))
    assert await signs(db) == "🗓✅✅✅✅"
    await press(db, AWA, "👍 C’est bon")
    assert await days_away(db) == [MONDAY]


async def test_a_week_that_is_over_and_what_is_no_week_change_nothing(
    db: Database, awa: int
) -> None:
    for ordinal, more in ((MONDAY.toordinal() + 70, "00000"), (MONDAY.toordinal(), "0000z")):
        toast = await tap(db, AWA, "weekok", ordinal, more=more)
        assert toast is not None
    assert await days_away(db) == []


async def test_a_company_of_sixty_is_shown_by_pages(db: Database, awa: int) -> None:
    async with db.begin(NOW) as tx:
        for number in range(58):
            absent = await member(tx, f"Membre {number:02}")
            await away(tx, absent, MONDAY, MONDAY)
    await send(db, COORDINATOR, command="away")
    shown = list(await buttons(db, COORDINATOR))
    assert "➕ Awa" in shown
    assert len(shown) <= 100
    await press(db, COORDINATOR, "▶")
    await press(db, COORDINATOR, "▶")
    assert "➕ Membre 57" in await buttons(db, COORDINATOR)
