"""Versions of reference files: proposed once, applied and withdrawn in order, all kept."""

from datetime import datetime, timedelta

import pytest

from domain.reference_kinds import Reference
from storage import media, reference_versions
from storage.engine import Database
from storage.media import Arrived
from storage.reference_versions import APPLIED, WITHDRAWN, Version
from storage.transaction import Unknown
from tests.conftest import NOW
from tests.trade import client

LATER = NOW + timedelta(hours=1)


async def propose(db: Database, key: str, text: str = "prices") -> Version:
    async with db.begin(NOW) as tx:
        person = await client(tx)
        (file,) = await media.receive(tx, [Arrived(key, key, "document", "p.toml", "", 3)])
        return await reference_versions.propose(
            tx, key, Reference.PRICES, text, media_id=file, base_id=None, by=person.id
        )


async def decide(db: Database, version: Version, state: str, at: datetime = NOW) -> set[str]:
    async with db.begin(at) as tx:
        locked = await reference_versions.lock(tx, version.id)
        await reference_versions.decide(tx, locked, state)
    return tx.wakes


async def used(db: Database) -> list[tuple[int, str]]:
    async with db.read(NOW) as tx:
        return [(version.id, version.state) for version in await reference_versions.used(tx)]


async def test_the_same_file_checked_twice_is_one_version(db: Database) -> None:
    first, again = await propose(db, "a"), await propose(db, "a", "other words")

    assert again == first
    assert first.text == "prices"


async def test_what_is_only_proposed_is_not_used(db: Database) -> None:
    await propose(db, "a")

    assert await used(db) == []


async def test_versions_are_listed_as_they_were_applied_and_every_process_is_woken(
    db: Database,
) -> None:
    first, second = await propose(db, "a"), await propose(db, "b")
    wakes = await decide(db, second, APPLIED)
    await decide(db, first, APPLIED, LATER)

    assert len(wakes) == 1
    assert await used(db) == [(second.id, APPLIED), (first.id, APPLIED)]


async def test_a_withdrawn_version_is_kept_for_the_requests_that_it_priced(db: Database) -> None:
    version = await propose(db, "a")
    await decide(db, version, APPLIED)
    async with db.read(NOW) as tx:
        before = await reference_versions.stamp(tx)
    await decide(db, version, WITHDRAWN, LATER)

    assert await used(db) == [(version.id, WITHDRAWN)]
    async with db.read(NOW) as tx:
        assert await reference_versions.stamp(tx) != before


async def test_a_version_that_does_not_exist_is_unknown(db: Database) -> None:
    with pytest.raises(Unknown):
        async with db.begin(NOW) as tx:
            await reference_versions.lock(tx, 99)
