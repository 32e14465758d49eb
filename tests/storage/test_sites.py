"""Sites that a company comes back to, and the links that begin a request there."""

from datetime import timedelta
from typing import Any

import pytest

from storage import people, sites
from storage.engine import Database
from storage.sites import KnownSite
from storage.transaction import Transaction, Unknown
from tests.conftest import NOW
from tests.trade import CLIENT, client

HOCHE, MAIL = "12 rue Hoche", "3 mail Louise"


async def remember(
    tx: Transaction, address: str, company_id: int | None, **answers: Any
) -> KnownSite:
    return await sites.remember(
        tx,
        company_id=company_id,
        person_id=CLIENT,
        address=address,
        postcode="93500",
        answers=answers,
    )


async def company(tx: Transaction) -> int:
    person = await client(tx)
    assert person.company_id is not None
    return person.company_id


async def test_a_site_comes_back_with_the_answers_that_were_given_there(db: Database) -> None:
    async with db.begin(NOW) as tx:
        ours = await company(tx)
        kept = await remember(tx, HOCHE, ours, floor=2, parking={"place": "dock"})
    async with db.read(NOW) as tx:
        assert await sites.get(tx, kept.id) == kept
        assert await sites.at(tx, ours, HOCHE, "93500") == kept
    assert kept.answers == {"floor": 2, "parking": {"place": "dock"}}


async def test_what_is_newly_known_replaces_what_was_and_the_link_stays(db: Database) -> None:
    async with db.begin(NOW) as tx:
        ours = await company(tx)
        before = await remember(tx, HOCHE, ours, floor=2)
        after = await remember(tx, HOCHE, ours, floor=3)

    assert (after.id, after.code) == (before.id, before.code)
    assert after.answers == {"floor": 3}


async def test_the_same_address_of_two_companies_is_two_sites(db: Database) -> None:
    async with db.begin(NOW) as tx:
        ours = await company(tx)
        theirs = await people.register_company(tx, siret="35600000000048", name="La Poste")
        one, other = await remember(tx, HOCHE, ours), await remember(tx, HOCHE, theirs.id)
        assert one.id != other.id
        assert one.code != other.code
        assert await sites.at(tx, theirs.id, HOCHE, "93500") == other
        assert await sites.at(tx, ours, HOCHE, "75001") is None


async def test_the_sites_of_a_company_are_listed_the_last_used_first(db: Database) -> None:
    async with db.begin(NOW) as tx:
        ours = await company(tx)
        theirs = await people.register_company(tx, siret="35600000000048", name="La Poste")
        await remember(tx, "9 rue d’ailleurs", theirs.id)
        for address in (HOCHE, MAIL, "5 quai A"):
            await remember(tx, address, ours)
    async with db.begin(NOW + timedelta(days=1)) as tx:
        await remember(tx, HOCHE, ours)

    async with db.read(NOW) as tx:
        listed = [site.address for site in await sites.of_company(tx, ours, 9)]
        assert listed == [HOCHE, "5 quai A", MAIL]
        assert [site.address for site in await sites.of_company(tx, ours, 2)] == listed[:2]


async def test_a_link_names_its_site_and_a_made_up_one_none(db: Database) -> None:
    async with db.begin(NOW) as tx:
        site = await remember(tx, HOCHE, await company(tx))
        assert await sites.of_code(tx, site.code) == site
        for code in ("made-up", "", site.code[:-1]):
            with pytest.raises(Unknown):
                await sites.of_code(tx, code)
        with pytest.raises(Unknown):
            await sites.get(tx, 404)
