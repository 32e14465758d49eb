"""Each line of a price names its rule and the figures it was reckoned from."""

from dataclasses import replace
from decimal import Decimal

from domain.inventory import Access, InventoryLine, Lift
from domain.price_explanation import Explanation, explain
from domain.pricing import ByHand, Estimate, Extra, price
from tests.domain.pricing_cases import BOOK, CATALOGUE, ROUND_TRIP, inventory


def explained(estimate: Estimate) -> dict[str, Explanation]:
    return {line.key: explain(line, estimate) for line in estimate.lines}


def test_the_lines_of_a_worked_quote() -> None:
    access = Access(5, Lift.NONE, Decimal(40), occupied=True)
    estimate = price(inventory("TC02"), access, ROUND_TRIP, BOOK, CATALOGUE)
    why = explained(estimate)

    assert why["vehicle"] == Explanation(
        "vehicle", {"days": 2, "crew": 2, "hours": Decimal("26.50")}
    )
    assert why["kilometres"] == Explanation("kilometres", {"trips": 2, "km": Decimal(24)})
    assert why["overhead"].figures["taken_share"] == Decimal("0.12")
    assert why["reuse_credit"] == Explanation("reuse-credit", {"kg": Decimal("439.6")})
    assert why["report"] == Explanation("report")


def test_the_hours_are_the_sum_of_their_parts() -> None:
    access = Access(5, Lift.NONE, Decimal(40), occupied=True)
    estimate = price(inventory("TC02"), access, ROUND_TRIP, BOOK, CATALOGUE)
    why = explained(estimate)["labour"]
    part = {name: Decimal(figure) for name, figure in why.figures.items()}

    assert part["factor"] == Decimal("1.95")
    work = (part["handling"] * part["factor"] + part["dismantling"]) * part["learning"]
    total = work + part["unloading"] + part["travel"]
    assert why.rule == "labour"
    assert estimate.hours - Decimal("0.25") < total <= estimate.hours + Decimal("0.02")
    assert estimate.minutes.total <= estimate.hours * 60


def test_disposal_is_paid_free_or_an_income() -> None:
    lines = [*inventory("TC01"), InventoryLine("TEC-08", Decimal(2000))]
    why = explained(price(lines, Access(), ROUND_TRIP, BOOK, CATALOGUE))

    assert {
        key: explanation.rule for key, explanation in why.items() if key.startswith("disposal")
    } == {
        "disposal.DEA": "disposal-free",
        "disposal.DIB": "disposal",
        "disposal.STEEL": "disposal-income",
    }
    assert why["disposal.DIB"].figures == {"stream": "DIB", "kg": Decimal("32.4")}


def test_what_was_set_by_hand_says_so() -> None:
    by_hand = ByHand(Decimal(30), (Extra("Benne", 10000),), 5000)
    book = replace(BOOK, minimum_fee=Decimal(100_000))
    estimate = price(inventory("TC01"), Access(), ROUND_TRIP, book, CATALOGUE, by_hand=by_hand)

    rules = [explain(line, estimate).rule for line in estimate.lines]
    assert rules[0] == "labour-by-hand"
    assert rules[-3:] == ["extra", "minimum", "discount"]
