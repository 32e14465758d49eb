"""Requests with everything, with nothing special, and with the usual."""

from dataclasses import replace
from datetime import time
from decimal import Decimal

from domain import communes
from domain.activities import Activity, Parking
from domain.inventory import Access, Condition, InventoryLine, Lift
from domain.job_preferences import Bound, ClientKind, JobPreferences, Pemd, WastePaper
from domain.particulars import GlassAs, Handling, Particulars, Treated
from domain.people import SiteContact
from domain.site_rules import (
    Box,
    ClientRole,
    Confidential,
    Noise,
    Opening,
    Permit,
    SiteEntry,
    SiteRules,
    Welfare,
)
from domain.survey import AsbestosSurvey, CutOff
from storage.request_content import RequestContent, Site
from tests.trade import FRIDAY, MONDAY

GROUND = Access(0, Lift.NONE, Decimal(10))


PANTIN = Site("12 rue Hoche", "93500", communes.of_postcode("93500")[0], GROUND, Parking.STREET)


CHAIRS = InventoryLine("SIE-03", Decimal(4), Condition.C)


DOOR = InventoryLine("POR-02", Decimal(2), fixed=True)


USUAL = SiteRules(
    permit=Permit.NO,
    hours=Opening(time(8), time(17)),
    entry=SiteEntry.FREE,
    noise=Noise.ANY,
    coactivity=False,
    owned=True,
    confidential=Confidential.NONE,
    role=ClientRole.OWNER,
)


EVERY_RULE = SiteRules(
    permit=Permit.US,
    hours=Opening(time(21), time(6)),
    entry=SiteEntry.BADGE,
    names_days=2,
    other_floors=(1,),
    noise=Noise.AGREED,
    coactivity=True,
    csps="Mme Roy, 06 39 98 00 09",
    owned=False,
    confidential=Confidential.IT,
    lift_size=Box(110, 140, 210),
    lift_load=630,
    lift_reserve=True,
    building="B, escalier 2",
    stairs_width=120,
    vehicle_height=Decimal("1.9"),
    vehicle_tonnes=Decimal("3.5"),
    welfare=(Welfare.WATER, Welfare.TOILETS),
    role=ClientRole.SUB,
    owner_name="SCI Hoche",
    owner_siret="73282932000074",
)


EVERY_WISH = JobPreferences(
    hard_deadline=True,
    phases=3,
    reuse_goal=70,
    reuse_contract=True,
    bounds=(Bound.CHARITY, Bound.NO_RESALE),
    bound_words="Emmaüs, la marque Nord",
    insertion_hours=140,
    clause_officer="M. Sow, sow@batinord.fr",
    pemd=Pemd.MADE,
    budget=Decimal(12000),
    papers=(WastePaper.REGISTER, WastePaper.CO2),
    bill_kind=ClientKind.PUBLIC,
    bill_name="Comptabilité",
    bill_address="4 quai de la Marne, 93500 Pantin",
    bill_email="compta@batinord.fr",
    bill_reference="SVC-12/2026",
    bill_vat="FR44732829320",
)


PLAIN = RequestContent((Activity.CLEARANCE,), PANTIN, (CHAIRS,), MONDAY, FRIDAY, None, rules=USUAL)


EVERYTHING = RequestContent(
    (
        Activity.INVENTORY,
        Activity.TRANSFORMATION,
        Activity.WOOD_REUSE,
        Activity.CAREFUL_REMOVAL,
        Activity.FLAT_GLASS,
    ),
    replace(PANTIN, access=Access(3, Lift.PASSENGER, Decimal(40), occupied=True, night=True)),
    (
        CHAIRS,
        replace(DOOR, careful=True),
        InventoryLine("VER-03", Decimal("12.5"), careful=True, fixed=True),
        InventoryLine("BOI-03", Decimal(30)),
    ),
    MONDAY,
    FRIDAY,
    None,
    AsbestosSurvey.YES,
    CutOff.CERTIFIED,
    Particulars(
        GlassAs.PANES, Decimal("4.5"), Treated.NO, Handling.ELSEWHERE, "3 rue Neuve", "un comptoir"
    ),
    SiteContact("Ali Diallo", "+33639980007"),
    rules=EVERY_RULE,
    wishes=EVERY_WISH,
    unread=("4 bidules",),
)


DAYS = {"photos": None, "earliest": "2026-12-14", "deadline": "2026-12-18", "note": None}
