"""Requests are found by any word, on either database."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.activities import Activity, Parking
from domain.communes import Commune
from domain.inventory import Access, InventoryLine
from storage import people, quotes, request_search, requests
from storage.engine import Database
from storage.request_content import RequestContent, Site
from tests.conftest import NOW
from tests.trade import ESTIMATE

PANTIN = Commune("93055", "Pantin")
ASKED = RequestContent(
    activities=(Activity.CLEARANCE,),
    site=Site("12 rue de l’Évêché", "93500", PANTIN, Access(), Parking.DOCK),
    lines=(InventoryLine("BUR-01", Decimal(2)),),
    earliest_on=date(2026, 12, 14),
    deadline_on=date(2026, 12, 18),
    note="Badge à 100 % : demander Zoé",
)


@pytest.fixture
async def filled(db: Database) -> Database:
    """Two requests of two companies; the first has a quote."""
    async with db.begin(NOW) as tx:
        for siret, name, address in (
            ("73282932000074", "Bâti Nord", ASKED.site.address),
            ("13002526500013", "Verre & Cie", "5 quai_haut"),
        ):
            company = await people.register_company(tx, siret=siret, name=name)
            person = await people.meet(tx, company.id + 500, first_name="A", language="fr")
            asked = replace(ASKED, site=replace(ASKED.site, address=address))
            made = await requests.open_(tx, asked, company_id=company.id, person_id=person.id)
            if made.id == 1:
                await quotes.issue(
                    tx, made.id, ESTIMATE, valid_until=date(2026, 12, 30), actor_id=None
                )
    return db


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("bati", ["DEM-2026-0001"]),
        ("BÂTI eveche", ["DEM-2026-0001"]),
        ("evec", ["DEM-2026-0001"]),
        ("73282932000074", ["DEM-2026-0001"]),
        ("dev-2026-0001", ["DEM-2026-0001"]),
        ("pantin", ["DEM-2026-0002", "DEM-2026-0001"]),
        ("93500", ["DEM-2026-0002", "DEM-2026-0001"]),
        ("zoe 0002", ["DEM-2026-0002"]),
        ("i_h", ["DEM-2026-0002"]),
        ("100 %", ["DEM-2026-0002", "DEM-2026-0001"]),
        ("verre bati", []),
        ("b%i", []),
        ("   ", []),
    ],
)
async def test_each_word_must_be_there(filled: Database, text: str, numbers: list[str]) -> None:
    async with filled.read(NOW) as tx:
        assert [hit.number for hit in await request_search.find(tx, text, 8)] == numbers


async def test_no_more_than_asked_for(filled: Database) -> None:
    async with filled.read(NOW) as tx:
        (only,) = await request_search.find(tx, "dem", 1)
    assert (only.number, only.company, only.state) == ("DEM-2026-0002", "Verre & Cie", "submitted")
