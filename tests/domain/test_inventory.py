from decimal import Decimal

import pytest

from domain.catalogue import UnknownCode
from domain.inventory import (
    BadQuantity,
    InventoryLine,
    QuantityFault,
    Totals,
    quantity_fault,
    take,
    totals,
)
from tests.domain.pricing_cases import CATALOGUE

CHAIR, PARTITION = CATALOGUE.get("SIE-01"), CATALOGUE.get("CLO-01")


@pytest.mark.parametrize("quantity", ["1", "20.0", "1E+3", "1000000"])
def test_quantities_of_pieces(quantity: str) -> None:
    assert quantity_fault(CHAIR, Decimal(quantity)) is None


@pytest.mark.parametrize("quantity", ["0.001", "12.345", "12.3450"])
def test_quantities_of_measures(quantity: str) -> None:
    assert quantity_fault(PARTITION, Decimal(quantity)) is None


@pytest.mark.parametrize(
    ("quantity", "fault"),
    [
        ("0", QuantityFault.NOT_POSITIVE),
        ("-3", QuantityFault.NOT_POSITIVE),
        ("NaN", QuantityFault.NOT_POSITIVE),
        ("-Infinity", QuantityFault.NOT_POSITIVE),
        ("1000001", QuantityFault.TOO_LARGE),
        ("1E+999999", QuantityFault.TOO_LARGE),
        ("1.5", QuantityFault.NOT_WHOLE),
        ("1.0001", QuantityFault.TOO_FINE),
        ("1.000000000000000000000000000000000001", QuantityFault.TOO_FINE),
    ],
)
def test_quantity_faults(quantity: str, fault: QuantityFault) -> None:
    assert quantity_fault(CHAIR, Decimal(quantity)) is fault


def test_a_take_weighs_quantity_times_item() -> None:
    took = take(InventoryLine("BUR-01", Decimal(20)), CATALOGUE)

    assert (took.volume_m3, took.weight_kg, took.handling_min, took.dismantle_min) == (
        Decimal("3.6"), Decimal(800), Decimal(225), Decimal(240),
    )  # fmt: skip


def test_a_take_of_nonsense_is_refused() -> None:
    with pytest.raises(UnknownCode):
        take(InventoryLine("NOPE", Decimal(1)), CATALOGUE)
    with pytest.raises(BadQuantity) as refusal:
        take(InventoryLine("SIE-01", Decimal(-1)), CATALOGUE)
    assert (refusal.value.code, refusal.value.fault) == ("SIE-01", QuantityFault.NOT_POSITIVE)


def test_totals_count_pieces_apart_from_measures() -> None:
    takes = [
        take(InventoryLine("BUR-01", Decimal(20)), CATALOGUE),
        take(InventoryLine("CLO-01", Decimal("2.5")), CATALOGUE),
    ]

    assert totals(takes) == Totals(Decimal(20), Decimal("3.8"), Decimal(875))
    assert totals([]) == Totals()


def test_only_what_must_be_taken_apart_may_be_fixed() -> None:
    assert (PARTITION.may_be_fixed, CHAIR.may_be_fixed) == (True, False)
