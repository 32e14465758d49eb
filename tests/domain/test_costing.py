"""A price changed by hand, one thing at a time."""

from decimal import Decimal

import pytest

from domain.costing import (
    Costing,
    Discount,
    NoSuchLine,
    with_condition,
    with_line,
    with_quantity,
    without_extra,
)
from domain.inventory import Access, Condition, InventoryLine
from domain.pricing import ByHand, DiscountTooLarge, Extra, price, price_range, unusual_per_m3
from domain.revision_diff import QuoteChange, differences, internal_differences
from tests.domain.pricing_cases import BOOK, CATALOGUE, ROUND_TRIP, inventory

DESKS, CHAIRS = InventoryLine("BUR-01", Decimal(20)), InventoryLine("SIE-01", Decimal(4))
ASKED = Costing((DESKS, CHAIRS), Access(3))


def line(code: str, quantity: int, condition: Condition = Condition.B) -> InventoryLine:
    return InventoryLine(code, Decimal(quantity), condition)


def test_a_quantity_changes_and_nothing_of_a_line_takes_it_away() -> None:
    assert with_quantity(ASKED, 1, Decimal(6)).lines == (DESKS, line("SIE-01", 6))
    assert with_quantity(ASKED, 0, Decimal(0)).lines == (CHAIRS,)


def test_the_last_line_stays() -> None:
    alone = Costing((DESKS,), Access())
    with pytest.raises(NoSuchLine):
        with_quantity(alone, 0, Decimal(0))


@pytest.mark.parametrize("at", [-1, 2, 99])
def test_a_line_that_is_not_there_is_no_line(at: int) -> None:
    with pytest.raises(NoSuchLine):
        with_quantity(ASKED, at, Decimal(1))
    with pytest.raises(NoSuchLine):
        with_condition(ASKED, at, Condition.A)
    with pytest.raises(NoSuchLine):
        without_extra(ASKED, at)


def test_more_of_the_same_joins_its_line() -> None:
    assert with_line(ASKED, line("SIE-01", 2)).lines == (DESKS, line("SIE-01", 6))
    other = line("SIE-01", 2, Condition.D)
    assert with_line(ASKED, other).lines == (DESKS, CHAIRS, other)


def test_hours_extras_and_discount_make_the_price() -> None:
    plain = price(inventory("TC01"), Access(), ROUND_TRIP, BOOK, CATALOGUE)
    by_hand = ByHand(Decimal(30), (Extra("Benne", 10000),), 5000)
    changed = price(inventory("TC01"), Access(), ROUND_TRIP, BOOK, CATALOGUE, by_hand=by_hand)

    assert (changed.hours, changed.days, changed.hours_by_hand) == (Decimal(30), 3, True)
    assert changed.lines[0].cents == 96000
    assert [(line.key, line.cents, line.words) for line in changed.lines[-2:]] == [
        ("extra", 10000, "Benne"),
        ("discount", -5000, None),
    ]
    assert sum(line.cents for line in changed.lines) == changed.total_excl_vat_cents
    assert plain.hours_by_hand is False


def test_a_discount_may_go_below_the_minimum_and_never_below_nothing() -> None:
    few = [line("BUR-01", 1)]
    least = price(few, Access(), ROUND_TRIP, BOOK, CATALOGUE).total_excl_vat_cents

    def total(discount: int) -> int:
        by_hand = ByHand(discount_cents=discount)
        return price(
            few, Access(), ROUND_TRIP, BOOK, CATALOGUE, by_hand=by_hand
        ).total_excl_vat_cents

    assert total(least) == 0
    assert total(20000) == least - 20000 < BOOK.minimum_fee * 100
    for cents in (least + 1, -1):
        with pytest.raises(DiscountTooLarge):
            total(cents)


def test_the_range_is_in_whole_euros_around_the_price() -> None:
    assert price_range(100000, BOOK) == (850, 1150)
    assert price_range(145921, BOOK) == (1240, 1679)


@pytest.mark.parametrize(
    ("euros", "each"),
    [("474", "24.95"), ("475", None), ("2090", None), ("2100", "110.53")],
)
def test_a_price_per_m3_outside_the_usual_is_told(euros: str, each: str | None) -> None:
    """Twenty desks stand in 19 m³, and the usual lies between 25 and 110 €/m³."""
    found = unusual_per_m3(int(Decimal(euros) * 100), [DESKS], CATALOGUE, BOOK)

    assert CATALOGUE.get("BUR-01").volume_m3 * 20 == Decimal(19)
    assert found == (None if each is None else Decimal(each))


def test_what_the_client_reads_of_a_revision() -> None:
    after = Costing(
        (line("BUR-01", 24), line("SIE-01", 4, Condition.D), line("RGT-01", 1)),
        Access(2, carry_m=Decimal(30)),
        extras=(Extra("Benne", 10000),),
    )

    assert differences(ASKED, after) == (
        QuoteChange("item", Decimal(4), "BUR-01"),
        QuoteChange("condition", of="SIE-01", detail="D"),
        QuoteChange("item", Decimal(1), "RGT-01"),
        QuoteChange("floor", Decimal(-1)),
        QuoteChange("carry", Decimal(30)),
        QuoteChange("extra", Decimal(10000), "Benne"),
    )
    assert QuoteChange("extra-gone", of="Benne") in differences(after, ASKED)
    assert QuoteChange("item", Decimal(-1), "RGT-01") in differences(after, ASKED)
    assert differences(after, after) == ()


def test_reasons_and_hours_are_for_colleagues_only() -> None:
    after = Costing(
        ASKED.lines, ASKED.access, Decimal(12), (), Discount(5000, "ami"), {"billed": "owner"}
    )

    assert differences(ASKED, after) == ()
    assert internal_differences(ASKED, after) == (
        QuoteChange("hours", Decimal(12)),
        QuoteChange("discount", Decimal(5000), detail="ami"),
        QuoteChange("vat"),
    )
    assert internal_differences(after, ASKED) == (
        QuoteChange("hours-reckoned"),
        QuoteChange("discount-gone"),
        QuoteChange("vat"),
    )


def test_two_lines_of_one_thing_count_together() -> None:
    split = Costing((line("BUR-01", 12), line("BUR-01", 8), CHAIRS), Access(3))

    assert differences(ASKED, split) == ()
