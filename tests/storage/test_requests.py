"""A request keeps every line as it was said."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import update

from domain import communes
from domain.activities import Activity, Parking
from domain.addresses import AddressCheck
from domain.inventory import Access, Condition, InventoryLine
from domain.job_preferences import JobPreferences
from domain.particulars import Particulars
from domain.requests import RequestEvent
from domain.site_rules import SiteRules
from storage import request_lists, requests, tables
from storage.engine import Database
from storage.request_content import RequestContent, Site
from storage.transaction import Changed, Transaction
from tests.conftest import NOW
from tests.storage.stored_contents import ALI, BRIEF, FULL, ZOE
from tests.trade import CLIENT, FRIDAY, MONDAY, client, request_of

COLLEAGUE = 77


async def test_lines_come_back_in_their_order(db: Database) -> None:
    lines = (
        InventoryLine("SIE-03", Decimal("20.0"), Condition.D),
        InventoryLine("CLO-02", Decimal("3.125"), careful=True, fixed=True),
        InventoryLine("SIE-03", Decimal(4), Condition.A),
    )
    site = Site("12 rue Hoche", "93500", communes.of_postcode("93500")[0], Access(), Parking.DOCK)
    asked = RequestContent((Activity.CLEARANCE,), site, lines, MONDAY, FRIDAY, None)
    async with db.begin(NOW) as tx:
        person = await client(tx)
        opened = await requests.open_(
            tx, asked, company_id=person.company_id or 0, person_id=person.id
        )

    async with db.read(NOW) as tx:
        assert (await requests.get(tx, opened.id)).asked == asked


async def sent(tx: Transaction, asked: RequestContent) -> requests.Request:
    person = await client(tx)
    company_id = person.company_id or 0
    return await requests.open_(tx, asked, company_id=company_id, person_id=person.id)


async def test_everything_that_is_asked_comes_back(db: Database) -> None:
    async with db.begin(NOW) as tx:
        opened = await sent(tx, FULL)
    async with db.read(NOW) as tx:
        assert await requests.get(tx, opened.id) == opened
        assert opened.asked == FULL


async def test_a_brief_request_is_completed_once(db: Database) -> None:
    async with db.begin(NOW) as tx:
        brief = await sent(tx, BRIEF)
        assert (brief.state, brief.asked.brief) == ("brief", True)
        completed = await requests.complete(tx, brief, FULL, actor_id=CLIENT)
    async with db.begin(NOW) as tx:
        assert await requests.get(tx, brief.id) == completed
        assert (completed.state, completed.version, completed.asked) == ("submitted", 2, FULL)
        with pytest.raises(Changed):
            await requests.complete(tx, brief, FULL, actor_id=CLIENT)


async def test_an_address_that_changed_is_looked_up_anew(db: Database) -> None:
    check = AddressCheck("12 Rue Hoche", 97)
    async with db.begin(NOW) as tx:
        brief = await sent(tx, BRIEF)
        await requests.address_checked(tx, brief.id, check)
        checked = await requests.get(tx, brief.id)
        same = await requests.complete(tx, checked, FULL, actor_id=CLIENT)
        assert same.address_check == (await requests.get(tx, brief.id)).address_check == check
        other = await sent(tx, BRIEF)
        await requests.address_checked(tx, other.id, check)
        moved = replace(FULL, site=replace(FULL.site, address="3 place du Marché"))
        there = await requests.complete(
            tx, await requests.get(tx, other.id), moved, actor_id=CLIENT
        )
        assert there.address_check is (await requests.get(tx, other.id)).address_check is None


async def test_a_request_of_the_release_before_has_one_activity(db: Database) -> None:
    async with db.begin(NOW) as tx:
        opened = await sent(tx, FULL)
        old = {"activity": "soft_strip", "activities": None, "particulars": None, "rules": None}
        await tx.run(update(tables.requests).values(**old, wishes=None, contact_name=None))
    async with db.read(NOW) as tx:
        asked = (await requests.get(tx, opened.id)).asked
        assert asked.activities == (Activity.SOFT_STRIP,)
        assert (asked.particulars, asked.contact) == (Particulars(), None)
        assert (asked.rules, asked.wishes) == (SiteRules(), JobPreferences())
        assert asked.site.access.night is False


async def test_the_last_full_request_and_the_people_named_before(db: Database) -> None:
    async with db.begin(NOW) as tx:
        first = await sent(tx, FULL)
        await sent(tx, replace(FULL, contact=ZOE))
        third = await sent(tx, replace(FULL, contact=ALI))
        await sent(tx, BRIEF)
        company = first.company_id
        assert await request_lists.last_of(tx, company) == third
        assert await request_lists.contacts_of(tx, company, 5) == [ALI, ZOE]
        assert await request_lists.contacts_of(tx, company, 1) == [ALI]
        assert await request_lists.last_of(tx, company + 1) is None
        assert await request_lists.contacts_of(tx, company + 1, 5) == []


async def test_a_client_writes_about_their_own_open_requests_else_the_company_s(
    db: Database,
) -> None:
    async with db.begin(NOW) as tx:
        claire = await client(tx)
        hugo = await client(tx, COLLEAGUE)
        company_id = claire.company_id or 0
        first, second = [await request_of(tx, claire) for _ in range(2)]
        since = NOW - timedelta(days=30)

        async def about(person_id: int) -> list[int]:
            found = await request_lists.written_about(tx, company_id, person_id, since, 7)
            return [request.id for request in found]

        assert await about(claire.id) == [second.id, first.id]
        assert await about(hugo.id) == [second.id, first.id]
        theirs = await request_of(tx, hugo)
        assert await about(hugo.id) == [theirs.id]
        await requests.move(tx, second, RequestEvent.REFUSE, actor_id=None, reason="too far")
        assert await about(claire.id) == [first.id]
        assert await request_lists.written_about(tx, company_id + 1, claire.id, since, 7) == []
