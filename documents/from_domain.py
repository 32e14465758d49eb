"""Prices, inventories and counts of the trade, worded as rows of a paper."""

from collections.abc import Iterable
from decimal import Decimal

from documents.figures import Figures, figures_of
from documents.parties import WasteStream
from documents.quote_content import DocumentLine, InventoryRow
from documents.report_content import ReportRow
from domain.catalogue import Catalogue
from domain.company import Company
from domain.completion import CompletionReport
from domain.inventory import InventoryLine, take
from domain.pricing import SHARE, Estimate, EstimateLine


def price_rows(estimate: Estimate, language: str) -> tuple[DocumentLine, ...]:
    """The lines of a price in order, each with the quantity and rate it was reckoned from."""
    show = figures_of(language)
    return tuple(_price_row(line, show) for line in estimate.lines)


def inventory_rows(
    lines: Iterable[InventoryLine], catalogue: Catalogue, language: str
) -> tuple[InventoryRow, ...]:
    """Loaded volume and weight of each line; raises UnknownCode or BadQuantity."""
    show = figures_of(language)
    return tuple(
        InventoryRow(
            label=one.item.label(show.say.lang),
            quantity=one.line.quantity,
            unit=unit(one.item.unit, show),
            volume_m3=one.volume_m3,
            weight_kg=one.weight_kg,
            condition=one.line.condition.value,
            careful=one.line.careful,
        )
        for one in (take(line, catalogue) for line in lines)
    )


def waste_streams(estimate: Estimate, company: Company, language: str) -> tuple[WasteStream, ...]:
    """The waste block: planned kg by stream, the company's place for it, its cost (§4.3)."""
    show = figures_of(language)
    costs = {line.stream: line.cents for line in estimate.lines if line.stream}
    return tuple(
        WasteStream(
            label=_headed(stream_label(stream, show)),
            weight_kg=kg,
            destination=destination(company, stream),
            cost_cents=costs.get(stream),
        )
        for stream, kg in estimate.waste_kg.items()
    )


def report_rows(
    report: CompletionReport, catalogue: Catalogue, language: str
) -> tuple[ReportRow, ...]:
    """The counts of each line by outcome, in the unit of its item."""
    show = figures_of(language)
    return tuple(
        ReportRow(
            label=catalogue.get(count.code).label(show.say.lang),
            unit=unit(catalogue.get(count.code).unit, show),
            reused=count.reused,
            transformed=count.transformed,
            recycled=count.recycled,
            disposed=count.disposed,
        )
        for count in (line.count for line in report.lines)
    )


def destination(company: Company, stream: str) -> str | None:
    """« Name, address — kind »; None where the company has no place for the stream."""
    place = company.destination(stream)
    return None if place is None else f"{place.name}, {place.address} — {place.kind}"


def stream_label(stream: str, show: Figures) -> str:
    return show.say.plain(f"stream-{stream.replace('_', '-')}")


def unit(code: str, show: Figures) -> str:
    return show.say.plain(f"pdf-unit-{code}")


def _headed(label: str) -> str:
    return label[:1].upper() + label[1:]


def _price_row(line: EstimateLine, show: Figures) -> DocumentLine:
    stream = {"stream": stream_label(line.stream, show)} if line.stream else {}
    return DocumentLine(
        key=line.key,
        label=line.words or show.say.plain(line.label, **stream),
        quantity=_quantity(line, show),
        unit_price_cents=None if line.unit == SHARE else line.rate_cents,
        amount_cents=line.cents,
        count=line.quantity,
        unit=line.unit,
    )


def _quantity(line: EstimateLine, show: Figures) -> str:
    if line.unit == SHARE:
        base = show.money(int(line.rate_cents))
        return show.say.plain("pdf-share-of", share=show.percent(line.quantity), base=base)
    places = 1 if line.unit == "kg" else 3
    return f"{show.number(Decimal(line.quantity), places)}\u00a0{unit(line.unit, show)}"
