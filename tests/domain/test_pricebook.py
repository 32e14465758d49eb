from datetime import date
from decimal import Decimal

import pytest

from domain.inventory import Condition
from domain.pricebook import NoPrice, PriceBook, read_price_books, shipped_price_books

BOOKS = shipped_price_books()
TODAY = date(2026, 11, 23)


def test_the_shipped_book_holds_the_default_prices() -> None:
    book = PriceBook.on(TODAY)

    assert (book.labour_per_hour, book.vehicle_per_day, book.per_km, book.report_fee) == (
        Decimal("32.00"), Decimal("190.00"), Decimal("0.60"), Decimal("120.00"),
    )  # fmt: skip
    assert book.reuse_share == {
        Condition.A: Decimal("0.95"),
        Condition.B: Decimal("0.70"),
        Condition.C: Decimal("0.20"),
        Condition.D: Decimal(0),
    }
    assert (book.gate_fee["STEEL"], book.gate_fee["DIB"]) == (Decimal(-120), Decimal(220))
    assert (book.vehicle.volume_m3, book.vehicle.payload_kg) == (Decimal(20), Decimal(800))


def test_every_figure_says_where_it_comes_from() -> None:
    figures = [figure for values in BOOKS.figures.values() for figure in values]

    assert all(figure.source and figure.unit for figure in figures)
    assert {name for name, values in BOOKS.figures.items() if not values[0].estimate} == {
        "figures.vat_share",
        "figures.vat_share_home",
    }


def test_a_figure_counts_from_its_day() -> None:
    books = read_price_books("""
        [figures]
        per_km = [
          { value = "0.70", unit = "EUR/km", from = 2027-01-01, source = "new", estimate = false },
          { value = "0.60", unit = "EUR/km", from = 2020-01-01, source = "old", estimate = true },
        ]
        [vehicles]
        quoted = "van20"
    """)

    assert books.figure("figures.per_km", date(2026, 12, 31)).value == Decimal("0.60")
    assert books.figure("figures.per_km", date(2027, 1, 1)).value == Decimal("0.70")


def test_a_book_before_its_first_day_is_refused() -> None:
    with pytest.raises(NoPrice) as refusal:
        PriceBook.on(date(2019, 12, 31))

    assert refusal.value.on == date(2019, 12, 31)


def test_an_unknown_figure_is_refused() -> None:
    with pytest.raises(NoPrice):
        BOOKS.figure("gate_fee.GOLD", TODAY)


def test_vehicle_types() -> None:
    assert {name: vehicle.licence for name, vehicle in BOOKS.vehicles.items()} == {
        "van12": "B", "van20": "B", "truck7_5": "C1", "truck19": "C", "flatbed": "B",
    }  # fmt: skip
