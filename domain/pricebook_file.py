"""What is wrong with a price book that somebody wrote."""

import tomllib
from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal

from domain.fields import Fields
from domain.file_faults import FileFault
from domain.pricebook import PriceBooks, read_price_books

GATE_FEE = "gate_fee"
MOST = Decimal(1_000_000)


def price_book_faults(
    text: str, on: date, known: PriceBooks, streams: Iterable[str]
) -> tuple[FileFault, ...]:
    """Name every fault, of what is written and of what is missing.

    A figure of the known book must be there and have a value that counts on the day; a stream of
    the catalogue must have a gate fee.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        return (FileFault("file", "file", {"why": str(problem)}),)
    fields = Fields(raw)
    for section, names in _sections(known).items():
        table = fields.table(section)
        more = set(table.names()) if section == GATE_FEE else set[str]()
        for name in sorted(names | more):
            _figure(table, name, lowest=-MOST if section == GATE_FEE else Decimal(0))
    _vehicles(fields.table("vehicles"))
    return fields.faults() or _gaps(read_price_books(text), on, known, streams)


def _sections(known: PriceBooks) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in known.figures:
        section, _, name = path.partition(".")
        found.setdefault(section, set()).add(name)
    return found


def _figure(table: Fields, name: str, *, lowest: Decimal) -> None:
    for value in table.tables(name):
        value.decimal("value", lowest, MOST)
        value.text("unit", at_most=60)
        value.day("from")
        value.text("source", at_most=200)
        value.flag("estimate")


def _vehicles(table: Fields) -> None:
    names: Collection[str] = [name for name in table.names() if name != "quoted"]
    table.choice("quoted", names)
    for name in names:
        vehicle = table.table(name)
        vehicle.decimal("volume_m3", Decimal(0), Decimal(200))
        vehicle.decimal("payload_kg", Decimal(1), Decimal(50_000))
        vehicle.text("licence", at_most=20)
        vehicle.text("source", at_most=200)
        vehicle.flag("estimate")


def _gaps(
    book: PriceBooks, on: date, known: PriceBooks, streams: Iterable[str]
) -> tuple[FileFault, ...]:
    unknown = [kind for kind in known.vehicles if kind not in book.vehicles]
    dated = [
        name for name, values in book.figures.items() if all(v.valid_from > on for v in values)
    ]
    unpriced = [one for one in sorted(set(streams)) if f"{GATE_FEE}.{one}" not in book.figures]
    return (
        *(FileFault(f"vehicles.{kind}", "missing") for kind in unknown),
        *(FileFault(name, "no-value") for name in dated),
        *(FileFault(GATE_FEE, "no-fee", {"stream": stream}) for stream in unpriced),
    )
