"""What speaks for and against a team, in points, as of a day."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class ProposalWeights:
    """The points and thresholds of one day; more points speak against a team."""

    weeks: Decimal
    hard_kg: Decimal
    far_km: Decimal
    early_hour: Decimal
    fairness: Decimal
    continuity: Decimal
    most_continuity: Decimal
    spare: Decimal
    km: Decimal
    empty_m3: Decimal
    vehicle: Decimal
    soft: Decimal


@cache
def weights_on(day: date) -> ProposalWeights:
    """Return the weights that count on a day; before the first ones, those."""
    rows = _table()
    return ProposalWeights(
        **{field.name: _value(rows[field.name], day) for field in fields(ProposalWeights)}
    )


def _value(values: list[Mapping[str, Any]], day: date) -> Decimal:
    known = [row for row in values if row["from"] <= day]
    row = max(known, key=lambda row: row["from"]) if known else values[0]
    return Decimal(row["value"])


@cache
def _table() -> Mapping[str, Any]:
    path = files("domain") / "data" / "proposal_weights.toml"
    table: Mapping[str, Any] = tomllib.loads(path.read_text("utf-8"))["weights"]
    return table
