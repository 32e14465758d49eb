"""Contents of requests as they are stored."""

from dataclasses import replace
from datetime import time
from decimal import Decimal

from domain import communes
from domain.activities import Activity, Parking
from domain.inventory import Access, InventoryLine, Lift
from domain.job_preferences import JobPreferences, WastePaper
from domain.particulars import Particulars, Treated
from domain.people import SiteContact
from domain.site_rules import Box, Opening, SiteRules
from storage.request_content import RequestContent, Site
from tests.trade import FRIDAY, MONDAY

SITE = Site("12 rue Hoche", "93500", communes.of_postcode("93500")[0], Access(), Parking.DOCK)


ALI, ZOE = SiteContact("Ali Diallo", "+33639980007"), SiteContact("Zoé", "+33639980009")


LINES = (InventoryLine("BUR-01", Decimal(3)),)


FULL = RequestContent(
    (Activity.CLEARANCE, Activity.WOOD_REUSE),
    replace(SITE, access=Access(2, Lift.GOODS, Decimal(20), night=True)),
    LINES,
    MONDAY,
    FRIDAY,
    "Sonner",
    particulars=Particulars(wood_length_m=Decimal("4.5"), wood_treated=Treated.NO),
    contact=ALI,
    rules=SiteRules(hours=Opening(time(21), time(6)), owned=False, lift_size=Box(110, 140, 210)),
    wishes=JobPreferences(phases=2, papers=(WastePaper.SLIPS,), budget=Decimal("12000.5")),
    unread=("4 bidules", "un truc"),
)


BRIEF = RequestContent((Activity.CLEARANCE,), SITE, (), MONDAY, MONDAY, None, brief=True)
