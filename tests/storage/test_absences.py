"""Absences: what counts touches a window, and is taken back once."""

from datetime import date, timedelta

import pytest

from domain.absences import AbsencePeriod, DayHalf, period_of
from domain.planning import Absence
from storage import absences
from storage.engine import Database
from storage.transaction import Unknown
from tests.conftest import NOW
from tests.trade import member

MONDAY = date(2026, 12, 14)


async def test_an_absence_counts_until_it_is_taken_back(db: Database) -> None:
    async with db.begin(NOW) as tx:
        awa, karim = await member(tx, "Awa"), await member(tx, "Karim")
        window = AbsencePeriod(MONDAY, MONDAY, DayHalf.MORNING).window(tx.zone)
        kept = await absences.keep(tx, awa, window, added_by=7)
        week = AbsencePeriod(MONDAY, MONDAY + timedelta(4)).window(tx.zone)

        assert await absences.between(tx, week) == [Absence(awa, window)]
        assert await absences.after(tx, NOW, karim) == []
        assert [one.name for one in await absences.after(tx, NOW)] == ["Awa"]
        assert period_of(window, tx.zone) == AbsencePeriod(MONDAY, MONDAY, DayHalf.MORNING)
        assert await absences.after(tx, window.ends_at) == []
        assert await absences.cancel(tx, kept)
        assert not await absences.cancel(tx, kept)
        assert await absences.between(tx, week) == []
        assert (await absences.get(tx, kept)).cancelled
        with pytest.raises(Unknown):
            await absences.get(tx, kept + 1)


async def test_what_touches_a_window_only_with_its_end_is_outside(db: Database) -> None:
    async with db.begin(NOW) as tx:
        awa, karim = await member(tx, "Awa"), await member(tx, "Karim")
        monday = AbsencePeriod(MONDAY, MONDAY).window(tx.zone)
        tuesday = AbsencePeriod(MONDAY + timedelta(1), MONDAY + timedelta(1)).window(tx.zone)
        await absences.keep(tx, awa, monday, added_by=7)
        await absences.keep(tx, karim, tuesday, added_by=7)

        assert await absences.between(tx, monday) == [Absence(awa, monday)]
        assert await absences.between(tx, tuesday) == [Absence(karim, tuesday)]
        assert [one.name for one in await absences.of_member(tx, awa, monday)] == ["Awa"]
        assert await absences.of_member(tx, awa, tuesday) == []


async def test_absences_are_listed_from_the_next_one_on_also_when_entered_later(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        awa = await member(tx, "Awa")
        for days in (3, 1, 2):
            on = MONDAY + timedelta(days)
            await absences.keep(tx, awa, AbsencePeriod(on, on).window(tx.zone), added_by=7)
        found = await absences.after(tx, NOW, awa)

        assert [period_of(one.window, tx.zone).first for one in found] == [
            MONDAY + timedelta(days) for days in (1, 2, 3)
        ]
