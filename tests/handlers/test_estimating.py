"""A price that was promised is kept whole: reading it back gives the same estimate."""

from decimal import Decimal

import orjson

from domain.catalogue import shipped_catalogue
from domain.inventory import Access, Condition, InventoryLine, Lift
from domain.pricebook import PriceBook
from domain.pricing import price
from domain.vat import REVERSE
from handlers.estimating import keep, kept
from tests.conftest import NOW


def test_an_estimate_survives_being_kept_as_json() -> None:
    lines = [
        InventoryLine("BUR-01", Decimal(20)),
        InventoryLine("CLO-04", Decimal("12.125"), Condition.C, careful=True),
    ]
    estimated = price(
        lines,
        Access(2, Lift.NONE, Decimal(45), occupied=True),
        Decimal(24),
        PriceBook.on(NOW.date()),
        shipped_catalogue(),
        vat=REVERSE,
    )

    read_back = kept(orjson.loads(orjson.dumps(keep(estimated))))

    assert read_back == estimated
