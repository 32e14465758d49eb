"""Certificates and inspections that run out: the office is told in time, once each, never twice."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.crews import Certificate
from domain.roster import MemberEntry, RosterEntries, VehicleEntry
from handlers.crews import roster_writing
from storage import crews
from storage.engine import Database
from tests.conftest import NOW
from tests.scheduler.ticking import tick
from tests.waiting_letters import pending

GROUP = -77
UNTIL = date(2027, 6, 30)
CARD = Certificate("CARTE_BTP", UNTIL)
AWA = MemberEntry("Awa", certificates=(CARD,))
VAN = VehicleEntry("Camion", "van20", inspected_until=UNTIL)


def at(days: int) -> datetime:
    """Ten in the morning, so many days before the last day."""
    return datetime(2027, 6, 30, 8, tzinfo=UTC) - timedelta(days)


@pytest.fixture(autouse=True)
async def _roster(db: Database) -> None:
    await takes(db, RosterEntries((AWA,), (VAN,)))


async def takes(db: Database, said: RosterEntries, now: datetime = NOW) -> None:
    async with db.begin(now) as tx:
        await roster_writing.take_in(tx, said, ("fr", "en"))


async def told(db: Database) -> list[str]:
    async with db.read(NOW) as tx:
        return [letter.post.text for letter in await pending(tx, GROUP)]


async def test_certificate_and_inspection_are_warned_of_at_each_step(db: Database) -> None:
    for days in range(91, -1, -1):
        await tick(db, at(days))

    found = await told(db)
    cards = [text for text in found if "BTP" in text]
    vans = [text for text in found if "contrôle technique" in text]
    assert len(cards) == len(vans) == 4
    assert "Awa\u202f: Carte BTP finit le mercredi 30 juin 2027, dans 90 jours" in " ".join(cards)
    assert "dans 58 jours" in " ".join(cards)  # 60 days before is a Saturday and the 1st of May


async def test_after_an_outage_the_newest_state_is_told_once(db: Database) -> None:
    await tick(db, at(5))
    await tick(db, at(4))

    [card] = [text for text in await told(db) if "BTP" in text]
    assert "dans 5 jours" in card


async def test_what_ran_out_during_an_outage_is_told_as_over(db: Database) -> None:
    await tick(db, at(-5))

    [card] = [text for text in await told(db) if "BTP" in text]
    assert "est fini depuis" in card


async def test_a_renewed_certificate_is_warned_of_for_its_new_end_only(db: Database) -> None:
    await tick(db, at(90))
    later = replace(AWA, certificates=(replace(CARD, valid_until=date(2029, 6, 30)),))
    await takes(db, RosterEntries((later,)), at(80))
    await tick(db, at(60))

    assert len([text for text in await told(db) if "BTP" in text]) == 1


async def test_the_same_file_again_warns_of_nothing_twice(db: Database) -> None:
    await tick(db, at(90))
    again = replace(AWA, phone="+33639980041")
    await takes(db, RosterEntries((again,)), at(89))
    await tick(db, at(89))

    assert len([text for text in await told(db) if "BTP" in text]) == 1


async def test_who_left_is_not_warned_of(db: Database) -> None:
    async with db.begin(NOW) as tx:
        (awa,) = await crews.roster(tx)
        await crews.leave(tx, awa.id)
    await tick(db, at(30))

    assert not [text for text in await told(db) if "BTP" in text]
