"""The worked quotes of the price book, to the cent."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from domain.calendar import PARIS
from domain.catalogue import UnknownCode
from domain.inventory import Access, BadQuantity, Condition, InventoryLine, Lift, QuantityFault
from domain.outcomes import OutcomeWeights
from domain.pricing import (
    BadDistance,
    Estimate,
    EstimateLine,
    NothingToPrice,
    is_saturday,
    is_short_notice,
    price,
)
from tests.domain.pricing_cases import BOOK, CASES, CATALOGUE, ROUND_TRIP, inventory

WORKED = {
    "TC01": (Access(2, Lift.GOODS, Decimal(20)), {}),
    "TC02": (Access(5, Lift.NONE, Decimal(40), occupied=True), {}),
    "TC05": (Access(0, Lift.GOODS, Decimal(30)), {"reverse_charge": True}),
    "TC08": (Access(0, Lift.NONE, Decimal(80)), {}),
    "TC09": (Access(8, Lift.PASSENGER, Decimal(30)), {}),
    "TC14": (Access(0, Lift.NONE, Decimal(10)), {}),
}


def worked(case: str, book: object = BOOK) -> Estimate:
    access, options = WORKED[case]
    lines = inventory(case, Condition.C if case == "TC09" else Condition.B, careful=case == "TC08")
    return price(lines, access, ROUND_TRIP, book, CATALOGUE, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("case", "crew", "trips", "hours", "days", "reused_kg", "total", "vat", "with_vat"),
    [
        ("TC01", 2, 3, "26.25", 2, "1631.0", 145921, 29184, 175105),
        ("TC02", 2, 2, "26.50", 2, "439.6", 152032, 30406, 182438),
        ("TC05", 2, 8, "135.75", 10, "1995.0", 773525, 0, 773525),
        ("TC08", 2, 6, "126.25", 10, "2835.0", 675338, 135068, 810406),
        ("TC09", 2, 2, "11.00", 1, "181.0", 75406, 15081, 90487),
        ("TC14", 2, 1, "3.00", 1, "42.0", 46882, 9376, 56258),
    ],
)
def test_worked_quotes(
    case: str, crew: int, trips: int, hours: str, days: int, reused_kg: str,
    total: int, vat: int, with_vat: int,
) -> None:  # fmt: skip
    estimate = worked(case)

    assert (estimate.crew, estimate.trips, estimate.hours, estimate.days) == (
        crew, trips, Decimal(hours), days,
    )  # fmt: skip
    assert estimate.reused_kg == Decimal(reused_kg)
    assert (estimate.total_excl_vat_cents, estimate.vat_cents) == (total, vat)
    assert estimate.total_incl_vat_cents == with_vat


@pytest.mark.parametrize("case", CASES)
def test_sums_of_the_reference_inventories(case: str) -> None:
    estimate = price(inventory(case), Access(), ROUND_TRIP, BOOK, CATALOGUE)

    assert estimate.volume_m3 == Decimal(str(CASES[case]["total_m3_dismantled"]))
    assert estimate.weight_kg == Decimal(str(CASES[case]["total_kg"]))
    assert estimate.crew == CASES[case]["min_persons"]
    assert estimate.trips == CASES[case]["trips_van20_dismantled"]


def test_every_line_explains_its_amount() -> None:
    assert worked("TC01").lines == (
        EstimateLine("labour", 84000, Decimal("26.25"), "h", Decimal(3200)),
        EstimateLine("vehicle", 38000, Decimal(2), "day", Decimal(19000)),
        EstimateLine("kilometres", 4320, Decimal(72), "km", Decimal(60)),
        EstimateLine("report", 12000, Decimal(1), "u", Decimal(12000)),
        EstimateLine("disposal.DEA", 0, Decimal("0.375"), "t", Decimal(0)),
        EstimateLine("disposal.DIB", 704, Decimal("0.032"), "t", Decimal(22000)),
        EstimateLine("overhead", 16683, Decimal("0.12"), "share", Decimal(139024)),
        EstimateLine("reuse_credit", -9786, Decimal(1631), "kg", Decimal(-6)),
    )


def test_what_becomes_of_everything_and_the_waste_by_stream() -> None:
    estimate = worked("TC01")

    assert estimate.outcome == OutcomeWeights(
        reused=Decimal(1631),
        transformed=Decimal("291.6"),
        recycled=Decimal(375),
        disposed=Decimal("32.4"),
    )
    assert dict(estimate.waste_kg) == {"DEA": Decimal(375), "DIB": Decimal("32.4")}


def test_a_minimum_fee_raises_the_total_by_a_line_of_its_own() -> None:
    estimate = worked("TC14", replace(BOOK, minimum_fee=Decimal(500)))

    assert estimate.lines[-1] == EstimateLine("minimum", 3118, Decimal(1), "u", Decimal(3118))
    assert (estimate.total_excl_vat_cents, estimate.vat_cents, estimate.total_incl_vat_cents) == (
        50000, 10000, 60000,
    )  # fmt: skip


@pytest.mark.parametrize(("above", "lines"), [("-0.01", []), ("0", []), ("0.01", [1])])
def test_the_minimum_is_a_line_only_where_it_raises_the_total(above: str, lines: list[int]) -> None:
    fee = Decimal("468.82") + Decimal(above)
    estimate = worked("TC14", replace(BOOK, minimum_fee=fee))

    assert [line.cents for line in estimate.lines if line.key == "minimum"] == lines


@pytest.mark.parametrize(("km", "cents"), [("0", 0), ("0.5", 30), ("24.25", 1455)])
def test_kilometres_may_be_few_and_broken(km: str, cents: int) -> None:
    estimate = price(inventory("TC14"), Access(), Decimal(km), BOOK, CATALOGUE)

    assert [line.cents for line in estimate.lines if line.key == "kilometres"] == [cents]


def test_short_notice_and_saturday_stand_before_overhead_and_are_taken_of_labour() -> None:
    access, _ = WORKED["TC01"]
    estimate = price(
        inventory("TC01"), access, ROUND_TRIP, BOOK, CATALOGUE, short_notice=True, saturday=True
    )

    assert [(line.key, line.cents) for line in estimate.lines][:4] == [
        ("labour", 84000), ("short_notice", 12600), ("saturday", 21000), ("vehicle", 38000),
    ]  # fmt: skip
    overhead = next(line for line in estimate.lines if line.key == "overhead")
    assert overhead.rate_cents == 139024 + 12600 + 21000


def test_income_from_metal_lowers_the_overhead() -> None:
    line = InventoryLine("TEC-08", Decimal(2000))  # 10 t of steel duct, nothing reused
    estimate = price([line], Access(), ROUND_TRIP, BOOK, CATALOGUE)

    income = next(line for line in estimate.lines if line.key == "disposal.STEEL")
    overhead = next(line for line in estimate.lines if line.key == "overhead")
    assert income.cents == -120000
    assert overhead.rate_cents == sum(each.cents for each in estimate.lines[:5])


def test_label_and_stream_of_a_line() -> None:
    lines = {line.key: (line.label, line.stream) for line in worked("TC01").lines}

    assert lines["disposal.DIB"] == ("price-line-disposal", "DIB")
    assert lines["reuse_credit"] == ("price-line-reuse-credit", None)


def test_nonsense_is_refused_by_name() -> None:
    def asked(line: InventoryLine, km: str = "24") -> Estimate:
        return price([line], Access(), Decimal(km), BOOK, CATALOGUE)

    with pytest.raises(UnknownCode):
        asked(InventoryLine("NOPE", Decimal(1)))
    with pytest.raises(NothingToPrice):
        price([], Access(), ROUND_TRIP, BOOK, CATALOGUE)
    for km in ("-1", "NaN", "Infinity"):
        with pytest.raises(BadDistance):
            asked(InventoryLine("SIE-01", Decimal(1)), km)
    with pytest.raises(BadQuantity) as refusal:
        asked(InventoryLine("SIE-01", Decimal("1.5")))
    assert refusal.value.fault is QuantityFault.NOT_WHOLE


@pytest.mark.parametrize(
    ("sent_at", "short"),
    [
        (datetime(2026, 11, 23, 6, 0, tzinfo=UTC), False),  # 07:00 in Paris: 72 h to the minute
        (datetime(2026, 11, 23, 6, 1, tzinfo=UTC), True),
    ],
)
def test_short_notice_is_less_than_72_hours_before_seven(sent_at: datetime, short: bool) -> None:
    assert is_short_notice(sent_at, date(2026, 11, 26), BOOK, PARIS) is short


def test_saturday() -> None:
    assert is_saturday(date(2026, 11, 28))
    assert not is_saturday(date(2026, 11, 29))
