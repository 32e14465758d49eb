"""Worked inventories of the domain reference, and generated ones."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from domain.catalogue import shipped_catalogue
from domain.inventory import Access, Condition, InventoryLine, Lift
from domain.pricebook import PriceBook

CATALOGUE = shipped_catalogue()
BOOK = PriceBook.on(date(2026, 11, 23))
ROUND_TRIP = Decimal(24)
CASES: dict[str, dict[str, Any]] = {
    case["id"]: case
    for case in json.loads((Path(__file__).parent / "testcases.json").read_text("utf-8"))
}


def inventory(
    case: str, condition: Condition = Condition.B, *, careful: bool = False
) -> tuple[InventoryLine, ...]:
    return tuple(
        InventoryLine(line["code"], Decimal(str(line["qty"])), condition, careful)
        for line in CASES[case]["lines"]
    )


@st.composite
def inventory_lines(draw: st.DrawFn) -> InventoryLine:
    item = draw(st.sampled_from(CATALOGUE.items))
    quantity = (
        Decimal(draw(st.integers(1, 5000)))
        if item.whole
        else draw(st.decimals(min_value=Decimal("0.001"), max_value=5000, places=3))
    )
    return InventoryLine(item.code, quantity, draw(st.sampled_from(Condition)), draw(st.booleans()))


inventories = st.lists(inventory_lines(), min_size=1, max_size=8)
accesses = st.builds(
    Access,
    floor=st.integers(-5, 60),
    lift=st.sampled_from(Lift),
    carry_m=st.integers(0, 300).map(Decimal),
    occupied=st.booleans(),
    night=st.booleans(),
)
