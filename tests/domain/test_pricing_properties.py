"""What holds for every price, whatever the inventory."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.inventory import Access, Condition, InventoryLine
from domain.money import half_up, share_of
from domain.price_explanation import explain
from domain.pricing import ByHand, Estimate, price, price_range
from domain.vat import REVERSE
from tests.domain.pricing_cases import (
    BOOK,
    CATALOGUE,
    ROUND_TRIP,
    accesses,
    inventories,
    inventory_lines,
)

Lines = list[InventoryLine]


def priced(lines: Lines, access: Access) -> Estimate:
    return price(lines, access, ROUND_TRIP, BOOK, CATALOGUE)


def labour(estimate: Estimate) -> int:
    return sum(line.cents for line in estimate.lines if line.key == "labour")


INVENTORIES = 200  # what the price is held to


@settings(max_examples=INVENTORIES)
@given(inventories, accesses, st.randoms())
def test_the_order_of_lines_is_irrelevant(lines: Lines, access: Access, random: object) -> None:
    shuffled = list(lines)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert priced(shuffled, access) == priced(lines, access)


@settings(max_examples=INVENTORIES)
@given(inventories, accesses, inventory_lines())
def test_more_to_take_never_takes_less(lines: Lines, access: Access, more: InventoryLine) -> None:
    less, all_of_it = priced(lines, access), priced([*lines, more], access)

    assert all_of_it.hours >= less.hours
    assert all_of_it.trips >= less.trips
    assert all_of_it.crew >= less.crew
    assert all_of_it.weight_kg > less.weight_kg
    assert all_of_it.lines[0].cents >= less.lines[0].cents


@settings(max_examples=INVENTORIES)
@given(inventories, accesses, st.integers(1, 20))
def test_more_of_a_line_never_costs_less_labour(lines: Lines, access: Access, more: int) -> None:
    first = lines[0]
    grown = [replace(first, quantity=first.quantity + more), *lines[1:]]

    assert labour(priced(grown, access)) >= labour(priced(lines, access))


@settings(max_examples=INVENTORIES)
@given(inventories, accesses)
def test_sums_agree(lines: Lines, access: Access) -> None:
    estimate = priced(lines, access)

    assert sum(line.cents for line in estimate.lines) == estimate.total_excl_vat_cents
    assert share_of(estimate.total_excl_vat_cents, BOOK.vat_share) == estimate.vat_cents
    assert estimate.outcome.total == estimate.weight_kg
    assert sum(estimate.waste_kg.values()) == (
        estimate.outcome.recycled + estimate.outcome.disposed
    )


@given(inventories, accesses)
def test_the_total_never_falls_below_the_minimum(lines: Lines, access: Access) -> None:
    assert priced(lines, access).total_excl_vat_cents >= BOOK.minimum_fee * 100


@given(inventories, accesses)
def test_hours_are_quarters_and_fit_the_days(lines: Lines, access: Access) -> None:
    estimate = priced(lines, access)
    a_day = BOOK.hours_per_day * estimate.crew

    assert estimate.hours % Decimal("0.25") == 0
    assert (estimate.days - 1) * a_day < estimate.hours <= estimate.days * a_day


@given(inventories, accesses)
def test_harder_access_never_costs_less_labour(lines: Lines, access: Access) -> None:
    harder = replace(access, carry_m=access.carry_m + 20, occupied=True, night=True)

    assert priced(lines, harder).hours >= priced(lines, access).hours


@given(inventories, accesses)
def test_a_line_in_two_halves_is_the_same_line(lines: Lines, access: Access) -> None:
    doubled = [replace(line, quantity=line.quantity * 2) for line in lines]

    assert priced([*lines, *lines], access) == priced(doubled, access)


@given(inventories, accesses)
def test_better_condition_never_reuses_less(lines: Lines, access: Access) -> None:
    reused = [
        priced([replace(line, condition=condition) for line in lines], access).reused_kg
        for condition in Condition
    ]

    assert reused == sorted(reused, reverse=True)


@given(inventories, accesses)
def test_reverse_charge_drops_the_vat_and_nothing_else(lines: Lines, access: Access) -> None:
    plain = priced(lines, access)
    reverse = price(lines, access, ROUND_TRIP, BOOK, CATALOGUE, vat=REVERSE)

    assert reverse.total_incl_vat_cents == reverse.total_excl_vat_cents
    assert reverse.lines == plain.lines


@settings(max_examples=INVENTORIES)
@given(inventories, accesses)
def test_each_line_is_its_quantity_times_its_rate(lines: Lines, access: Access) -> None:
    for line in priced(lines, access).lines:
        assert line.cents == int(half_up(line.quantity * line.rate_cents))


@settings(max_examples=INVENTORIES)
@given(inventories, accesses)
def test_each_line_can_be_explained_from_itself(lines: Lines, access: Access) -> None:
    estimate = priced(lines, access)
    why = {line.key: explain(line, estimate).figures for line in estimate.lines}
    of_travel = why["kilometres"]

    assert Decimal(of_travel["trips"]) * Decimal(of_travel["km"]) == estimate.trips * ROUND_TRIP
    assert estimate.minutes.total <= estimate.hours * 60 < estimate.minutes.total + 15


@settings(max_examples=INVENTORIES)
@given(inventories, accesses)
def test_the_first_range_holds_the_price(lines: Lines, access: Access) -> None:
    total = priced(lines, access).total_excl_vat_cents
    low, high = price_range(total, BOOK)

    assert low * 100 <= total <= high * 100


@given(inventories, accesses, st.integers(0, 5000))
def test_a_discount_comes_off_to_the_cent(lines: Lines, access: Access, cents: int) -> None:
    plain = priced(lines, access)
    by_hand = ByHand(discount_cents=cents)
    less = price(lines, access, ROUND_TRIP, BOOK, CATALOGUE, by_hand=by_hand)

    assert less.total_excl_vat_cents == plain.total_excl_vat_cents - cents
    assert sum(line.cents for line in less.lines) == less.total_excl_vat_cents
