"""A request keeps every line as it was said."""

from decimal import Decimal

from domain import communes
from domain.activities import Activity, Parking
from domain.inventory import Access, Condition, InventoryLine
from storage import requests
from storage.engine import Database
from storage.requests import Asked, Site
from tests.conftest import NOW
from tests.trade import FRIDAY, MONDAY, client


async def test_lines_come_back_in_their_order(db: Database) -> None:
    lines = (
        InventoryLine("SIE-03", Decimal("20.0"), Condition.D),
        InventoryLine("CLO-02", Decimal("3.125"), careful=True, fixed=True),
        InventoryLine("SIE-03", Decimal(4), Condition.A),
    )
    site = Site("12 rue Hoche", "93500", communes.of_postcode("93500")[0], Access(), Parking.DOCK)
    asked = Asked(Activity.CLEARANCE, site, lines, MONDAY, FRIDAY, None)
    async with db.begin(NOW) as work:
        person = await client(work)
        opened = await requests.open_(
            work, asked, company_id=person.company_id or 0, person_id=person.id
        )

    async with db.read(NOW) as work:
        assert (await requests.get(work, opened.id)).asked == asked
