"""How far a site is from the depot."""

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("domain") / "data" / "distances.toml").read_text("utf-8"))


def round_trip_km(postcode: str) -> Decimal:
    """Estimate the kilometres of one round trip from the depot, by department."""
    table = _table()
    return Decimal(table["departments"].get(postcode[:2], table["elsewhere_km"]))


def is_served(department: str) -> bool:
    """Tell whether our crews usually go there; the first two signs of a postcode will do."""
    return department[:2] in _table()["departments"]
