"""What a client asks, between values of the trade and the columns of a row."""

from dataclasses import replace
from datetime import time
from decimal import Decimal

import pytest
from sqlalchemy import select

from domain.activities import Activity, Parking
from domain.communes import Commune, Pin
from domain.inventory import Access, Condition, InventoryLine, Lift
from domain.site_rules import Opening, SiteRules
from domain.survey import AsbestosSurvey, CutOff
from storage import requests, tables
from storage.engine import Database
from storage.request_content import RequestContent, Site, columns_of, line_rows
from tests.conftest import NOW
from tests.storage.stored_contents import BRIEF, FULL, SITE
from tests.trade import FRIDAY, MONDAY, client

PLAIN = RequestContent((Activity.CLEARANCE,), SITE, (), MONDAY, FRIDAY, None)


async def again(db: Database, asked: RequestContent) -> RequestContent:
    """Store what is asked, and read it in another transaction."""
    async with db.begin(NOW) as tx:
        person = await client(tx)
        assert person.company_id is not None
        opened = await requests.open_(tx, asked, company_id=person.company_id, person_id=person.id)
    async with db.read(NOW) as tx:
        return (await requests.get(tx, opened.id)).asked


@pytest.mark.parametrize(
    "asked",
    [
        FULL,
        BRIEF,
        PLAIN,
        replace(PLAIN, asbestos=AsbestosSurvey.RECENT, cut_off=CutOff.NOT_APPLICABLE),
        replace(PLAIN, note="« Sonner » <b>2×</b> & attendre\nau portail 🚪"),
        replace(PLAIN, site=replace(SITE, pin=Pin(48.8947, -2.4108))),
        replace(PLAIN, site=replace(SITE, pin=Pin(0.0, 0.0))),
        replace(PLAIN, activities=tuple(Activity)),
    ],
)
async def test_what_was_asked_is_what_is_read(db: Database, asked: RequestContent) -> None:
    assert await again(db, asked) == asked


async def test_activities_come_back_as_the_company_lists_them(db: Database) -> None:
    backwards = tuple(reversed(Activity))
    assert (await again(db, replace(PLAIN, activities=backwards))).activities == tuple(Activity)


async def test_quantities_keep_every_figure_and_lines_their_order(db: Database) -> None:
    lines = (
        InventoryLine("CLO-02", Decimal("0.125"), Condition.D, careful=True, fixed=True),
        InventoryLine("BUR-01", Decimal("20.0"), Condition.A),
        InventoryLine("CLO-02", Decimal("99999.999")),
    )
    found = (await again(db, replace(PLAIN, lines=lines))).lines

    assert [(line.code, str(line.quantity)) for line in found] == [
        ("CLO-02", "0.125"),
        ("BUR-01", "20.0"),
        ("CLO-02", "99999.999"),
    ]
    assert found == lines


def test_lines_are_numbered_from_nought_under_their_request() -> None:
    rows = line_rows(7, (InventoryLine("BUR-01", Decimal(1)), InventoryLine("SIE-01", Decimal(2))))

    assert [(row["request_id"], row["position"], row["code"]) for row in rows] == [
        (7, 0, "BUR-01"),
        (7, 1, "SIE-01"),
    ]
    assert line_rows(7, ()) == []


async def test_whether_work_is_by_night_follows_from_the_hours_of_the_site(db: Database) -> None:
    by_night = SiteRules(hours=Opening(time(21), time(6)))
    said = replace(SITE, access=Access(4, Lift.PASSENGER, Decimal(35), occupied=True))

    access = (await again(db, replace(PLAIN, site=said, rules=by_night))).site.access
    assert access == replace(said.access, night=True)
    wrong = replace(SITE, access=Access(night=True))
    assert (await again(db, replace(PLAIN, site=wrong))).site.access.night is False


async def test_what_nobody_said_takes_no_room_in_the_row(db: Database) -> None:
    await again(db, PLAIN)
    empty = ("particulars", "rules", "wishes", "latitude", "contact_name", "asbestos", "cut_off")
    async with db.read(NOW) as tx:
        row = await tx.first(select(*(tables.requests.c[name] for name in empty)))

    assert row is not None
    assert set(row) == {None}


def test_the_first_activity_stands_alone_for_the_release_before() -> None:
    columns = columns_of(replace(PLAIN, activities=(Activity.SOFT_STRIP, Activity.CLEARANCE)))

    assert columns["activity"] == Activity.SOFT_STRIP
    assert columns["activities"] == [Activity.SOFT_STRIP, Activity.CLEARANCE]


def test_a_town_is_written_with_the_postcode_that_was_said() -> None:
    site = Site("1 rue A", "93200", Commune("93066", "Saint-Denis"), Access(), Parking.DOCK)

    assert site.town == f"93200 {site.commune.town}"
