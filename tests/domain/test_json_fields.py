"""What is stored as JSON reads back as it was, today's and that of earlier releases."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.catalogue import shipped_catalogue
from domain.costing import Costing, Discount
from domain.inventory import Access, Condition, InventoryLine, Lift
from domain.json_fields import BadJson, from_json, to_json
from domain.pricebook import PriceBook
from domain.pricing import Estimate, EstimateLine, Extra, price
from domain.site_rules import Box, Opening
from domain.vat import REVERSE, STANDARD


def through_json(value: Any) -> Any:
    return from_json(type(value), orjson.loads(orjson.dumps(to_json(value))))


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Inner:
    amount: Decimal
    on: date


@dataclass(frozen=True)
class Everything:
    text: str
    count: int
    flag: bool
    amount: Decimal | None
    colours: tuple[Colour, ...]
    parts: tuple[Inner, ...]
    weights: Mapping[str, Decimal] = field(default_factory=dict)
    at: time | None = None
    opening: Opening | None = None
    box: Box | None = None


DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=3)
MINUTES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
OPENINGS = st.builds(Opening, MINUTES, MINUTES)


@given(
    st.builds(
        Everything,
        text=st.text(),
        count=st.integers(-(2**53), 2**53),
        flag=st.booleans(),
        amount=st.none() | DECIMALS,
        colours=st.lists(st.sampled_from(Colour)).map(tuple),
        parts=st.lists(st.builds(Inner, DECIMALS, st.dates())).map(tuple),
        weights=st.dictionaries(st.text(), DECIMALS),
        at=st.none() | st.times(),
        opening=st.none() | OPENINGS,
        box=st.none() | st.builds(Box, *[st.integers(1, 500)] * 3),
    )
)
def test_what_is_written_reads_back_equal(value: Everything) -> None:
    assert through_json(value) == value


def test_what_nobody_said_can_be_left_out() -> None:
    value = Everything("t", 1, flag=False, amount=None, colours=(), parts=())

    written = to_json(value, omit_none=True)
    assert written == {
        "text": "t", "count": 1, "flag": False, "colours": [], "parts": [], "weights": {},
    }  # fmt: skip


def test_a_name_of_a_later_release_is_passed_over_and_a_missing_one_has_its_default() -> None:
    assert from_json(Access, {"floor": 2, "lift": "none", "helipad": True}) == Access(2)
    assert from_json(Access, None) == Access()


@pytest.mark.parametrize(
    "stored",
    [
        {"amount": "12", "on": "tomorrow"},
        {"amount": "twelve", "on": "2026-11-28"},
        {"amount": None, "on": "2026-11-28"},
        {"on": "2026-11-28"},
    ],
)
def test_json_that_does_not_fit_is_an_error_with_the_name_of_the_class(
    stored: Mapping[str, Any],
) -> None:
    with pytest.raises(BadJson, match="Inner"):
        from_json(Inner, stored)


def test_a_number_is_not_taken_for_a_text_nor_a_text_for_a_number() -> None:
    with pytest.raises(BadJson):
        from_json(Extra, {"words": 3, "cents": 100})
    with pytest.raises(BadJson):
        from_json(Extra, {"words": "Benne", "cents": "100"})


def test_an_estimate_survives_being_kept_as_json() -> None:
    lines = [
        InventoryLine("BUR-01", Decimal(20)),
        InventoryLine("CLO-04", Decimal("12.125"), Condition.C, careful=True),
    ]
    estimated = price(
        lines,
        Access(2, Lift.NONE, Decimal(45), occupied=True),
        Decimal(24),
        PriceBook.on(date(2026, 11, 28)),
        shipped_catalogue(),
        vat=REVERSE,
    )

    assert through_json(estimated) == estimated


def test_a_costing_survives_being_kept_as_json() -> None:
    worked = Costing(
        (InventoryLine("CLO-04", Decimal("12.125"), Condition.C, careful=True),),
        Access(-1, Lift.PASSENGER, Decimal(45), occupied=True),
        Decimal("26.50"),
        (Extra("Benne", 10000),),
        Discount(5000, "ami"),
        {"works": "fixed"},
    )

    assert through_json(worked) == worked
    assert through_json(Costing((), Access())) == Costing((), Access())


# As the release of November 2026 wrote them.
ESTIMATE = {
    "lines": [
        {
            "key": "labour",
            "cents": 28000,
            "quantity": "8.75",
            "unit": "h",
            "rate_cents": "3200.00",
            "words": None,
        },
        {
            "key": "reuse_credit",
            "cents": -336,
            "quantity": "56.000",
            "unit": "kg",
            "rate_cents": "-6.00",
            "words": None,
        },
    ],
    "hours": "8.75",
    "trips": 1,
    "days": 1,
    "crew": 2,
    "volume_m3": "2.17875",
    "weight_kg": "371.000",
    "outcome": {
        "reused": "56.000",
        "transformed": "21.6000",
        "recycled": "291.000",
        "disposed": "2.4000",
    },
    "waste_kg": {"DIB": "2.4000"},
    "total_excl_vat_cents": 71643,
    "vat_share": "0.20",
    "vat_cents": 14329,
    "vat": {"key": "movables", "rate": "vat_share", "category": "S", "mention": None},
    "minutes": {
        "handling": "80.09375",
        "access_factor": "1.50",
        "dismantling": "179.2000",
        "learning_factor": "1.20",
        "unloading": "40.046875",
        "travel": "120",
    },
    "hours_by_hand": False,
}
COSTING = {
    "lines": [
        {"code": "CLO-04", "quantity": "12.125", "condition": "C", "careful": True, "fixed": False}
    ],
    "access": {"floor": -1, "lift": "passenger", "carry_m": "45", "occupied": True, "night": False},
    "hours": "26.50",
    "extras": [{"words": "Benne", "cents": 10000}],
    "discount": {"cents": 5000, "reason": "ami"},
    "vat": {"works": "fixed"},
}


def test_an_estimate_of_an_earlier_release_is_read() -> None:
    read = from_json(Estimate, ESTIMATE)

    assert read.lines[1] == EstimateLine("reuse_credit", -336, Decimal(56), "kg", Decimal(-6))
    assert (read.hours, read.vat, read.outcome.recycled) == (
        Decimal("8.75"),
        STANDARD,
        Decimal(291),
    )
    assert to_json(read) == ESTIMATE


def test_a_costing_of_an_earlier_release_is_read() -> None:
    read = from_json(Costing, COSTING)

    assert read.discount == Discount(5000, "ami")
    assert read.access.lift is Lift.PASSENGER
    assert to_json(read) == COSTING
