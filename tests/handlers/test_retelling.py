"""What is written again as answers of the form comes out as the same request."""

from dataclasses import replace
from decimal import Decimal

import pytest

from domain import communes
from domain.activities import Activity, Parking
from domain.communes import Pin
from domain.inventory import Access, Condition, InventoryLine, Lift
from domain.particulars import GlassAs, Handling, Particulars, Treated
from domain.people import SiteContact
from domain.survey import AsbestosSurvey, CutOff
from handlers.clients.requests import asked as taken
from handlers.conversation.session import begin
from handlers.conversation.walk import walk
from handlers.flows.request import Request
from handlers.retelling import all_of, brief_of
from handlers.words.catalogue import Words
from storage.asked import Asked, Site
from tests.trade import FRIDAY, MONDAY

SAY = Words.load().say("fr")
GROUND = Access(0, Lift.NONE, Decimal(10))
PANTIN = Site("12 rue Hoche", "93500", communes.of_postcode("93500")[0], GROUND, Parking.STREET)
CHAIRS = InventoryLine("SIE-03", Decimal(4), Condition.C)
DOOR = InventoryLine("POR-02", Decimal(2), fixed=True)
PLAIN = Asked((Activity.CLEARANCE,), PANTIN, (CHAIRS,), MONDAY, FRIDAY, None)
EVERYTHING = Asked(
    (
        Activity.INVENTORY,
        Activity.TRANSFORMATION,
        Activity.WOOD_REUSE,
        Activity.CAREFUL_REMOVAL,
        Activity.FLAT_GLASS,
    ),
    replace(PANTIN, access=Access(3, Lift.PASSENGER, Decimal(40), occupied=True)),
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
)
DAYS = {"photos": None, "earliest": "2026-12-14", "deadline": "2026-12-18", "note": None}


@pytest.mark.parametrize(
    "asked",
    [
        PLAIN,
        EVERYTHING,
        replace(PLAIN, site=replace(PANTIN, address="Portail vert", pin=Pin(48.89, 2.41))),
        replace(PLAIN, activities=(Activity.SOFT_STRIP,), lines=(DOOR,), cut_off=CutOff.NO,
                asbestos=AsbestosSurvey.NO),
    ],
    ids=["plain", "everything", "pin", "fixed"],
)  # fmt: skip
def test_the_same_as_last_time_is_the_same(asked: Asked) -> None:
    again = walk(Request, {**all_of(asked), **DAYS, "reviewed": True}).value

    assert taken(again, SAY) == asked


def test_only_photos_days_and_words_are_asked_again() -> None:
    session = begin(Request, all_of(EVERYTHING))
    assert getattr(session.stands, "path", None) == "photos"


def test_a_brief_request_is_asked_from_the_way_in_on() -> None:
    session = begin(Request, brief_of(replace(PLAIN, brief=True, lines=())))

    assert getattr(session.stands, "path", None) == "floor"
    assert session.walked.find("earliest") is None  # it stands behind what is missing
