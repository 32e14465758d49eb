"""Roster files: proposed once, applied with what was there before, taken back."""

from datetime import date
from decimal import Decimal

import pytest

from domain.crews import CrewRole
from domain.roster import MemberEntry, RosterEntries, VehicleEntry
from storage import people, roster_imports
from storage.engine import Database
from storage.roster_imports import (
    APPLIED,
    CHAT,
    PROPOSED,
    WITHDRAWN,
    MemberBefore,
    RosterBefore,
    VehicleBefore,
)
from storage.transaction import Transaction, Unknown
from tests.conftest import NOW

NADIA = 7
AWA = MemberEntry(
    "Awa",
    "+33639980001",
    roles=(CrewRole.LEADER,),
    weekly_hours=Decimal("26.5"),
    contract_until=date(2027, 3, 31),
)
VAN = VehicleEntry("Berlingo", "van", payload=Decimal("650.5"), inspected_until=date(2027, 1, 1))
SAID = RosterEntries((AWA,), (VAN,))
BEFORE = RosterBefore((MemberBefore(1, AWA), MemberBefore(2)), (VehicleBefore(3, VAN),))


async def proposed(tx: Transaction, key: str = "file:1") -> int:
    await people.meet(tx, NADIA, first_name="Nadia", language="fr")
    return (await roster_imports.propose(tx, key, SAID, NADIA)).id


async def test_a_file_is_read_back_as_it_was_told_to_the_last_figure(db: Database) -> None:
    async with db.begin(NOW) as tx:
        kept = await roster_imports.lock(tx, await proposed(tx))

    assert (kept.content, kept.state, kept.added_by) == (SAID, PROPOSED, NADIA)
    assert kept.before is None


async def test_the_same_file_twice_is_one_import_and_stays_what_it_was(db: Database) -> None:
    async with db.begin(NOW) as tx:
        first = await proposed(tx)
        await roster_imports.applied(tx, first, BEFORE)
        again = await roster_imports.propose(tx, "file:1", RosterEntries(), NADIA)

    assert (again.id, again.state, again.content) == (first, APPLIED, SAID)


async def test_what_was_there_before_is_kept_with_who_was_new(db: Database) -> None:
    async with db.begin(NOW) as tx:
        one = await proposed(tx)
        await roster_imports.applied(tx, one, BEFORE)
        assert (await roster_imports.lock(tx, one)).before == BEFORE
        await roster_imports.withdrawn(tx, one)
        taken_back = await roster_imports.lock(tx, one)

    assert (taken_back.state, taken_back.before) == (WITHDRAWN, BEFORE)


async def test_the_newest_file_in_use_is_no_proposal_no_chat_and_nothing_taken_back(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        assert await roster_imports.newest_applied(tx) is None
        first, second, chat, _ = [
            await proposed(tx, key) for key in ("file:1", "file:2", f"{CHAT}1", "file:3")
        ]
        for one in (first, second, chat):
            await roster_imports.applied(tx, one, RosterBefore())
        assert await roster_imports.newest_applied(tx) == second
        await roster_imports.withdrawn(tx, second)
        assert await roster_imports.newest_applied(tx) == first


async def test_an_import_that_nobody_proposed_is_unknown(db: Database) -> None:
    async with db.begin(NOW) as tx:
        with pytest.raises(Unknown):
            await roster_imports.lock(tx, 1)
