"""The figures that the planning rules measure with, as of a day."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class WorkLimits:
    """The limits of one day (§7.3); hours, minutes, weeks, days, euros and m² as named."""

    hours_a_day: Decimal
    span_hours: Decimal
    rest_hours: Decimal
    break_from_hours: Decimal
    break_minutes: Decimal
    hours_a_week: Decimal
    average_hours: Decimal
    average_weeks: Decimal
    weekly_rest_hours: Decimal
    days_in_a_row: Decimal
    safety_plan_hours: Decimal
    vigilance_euros: Decimal
    frame_from_m2: Decimal


@dataclass(frozen=True, slots=True)
class VehicleSize:
    """How high a type of vehicle is, and what it weighs when full."""

    height_m: Decimal
    gross_t: Decimal


@cache
def limits_on(day: date) -> WorkLimits:
    """Return the limits that count on a day; before the first ones, those."""
    rows = _table()["limits"]
    return WorkLimits(**{field.name: _value(rows[field.name], day) for field in fields(WorkLimits)})


def vehicle_size(kind: str) -> VehicleSize | None:
    """Return the size of a type of vehicle; None where nobody told it."""
    row = _table()["vehicles"].get(kind)
    return VehicleSize(*(Decimal(row[name]) for name in ("height_m", "gross_t"))) if row else None


def _value(values: list[Mapping[str, Any]], day: date) -> Decimal:
    known = [row for row in values if row["from"] <= day]
    row = max(known, key=lambda row: row["from"]) if known else values[0]
    return Decimal(row["value"])


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((files("domain") / "data" / "planning_limits.toml").read_text("utf-8"))
