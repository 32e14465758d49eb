import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from documents.figures import figures_of
from documents.from_domain import inventory_rows, price_rows, report_rows, waste_streams
from documents.quote import QuoteDocument, render_quote
from documents.quote_content import DocumentLine, InventoryRow
from documents.report import ReportRow
from domain.completion import LineCount, complete
from domain.inventory import Access, Condition, InventoryLine, Lift
from domain.pricing import Estimate, price
from tests.documents.reading import letters_of, reader, text_of
from tests.documents.samples import CLIENT, COMPANY, SITE
from tests.domain.pricing_cases import BOOK, CASES, CATALOGUE, ROUND_TRIP, inventory

LANGUAGES = ("fr", "en")


def first_case(**options: Any) -> Estimate:
    access = Access(floor=2, lift=Lift.GOODS, carry_m=Decimal(20))
    return price(inventory("TC01"), access, ROUND_TRIP, BOOK, CATALOGUE, **options)


def test_price_is_told_line_by_line() -> None:
    assert price_rows(first_case(), "fr") == (
        line("labour", "Main-d’œuvre", "26,25\u00a0h", 3200, 84000, "26.25", "h"),
        line("vehicle", "Véhicule 20\u00a0m³ avec hayon", "2\u00a0j", 19000, 38000, "2", "day"),
        line("kilometres", "Déplacements", "72\u00a0km", 60, 4320, "72", "km"),
        line("report", "Inventaire et rapport de traçabilité", "1\u00a0u", 12000, 12000, "1", "u"),
        line(
            "disposal.DEA", "Traitement\u202f: mobilier (DEA)", "0,375\u00a0t", 0, 0, "0.375", "t"
        ),
        line(
            "disposal.DIB",
            "Traitement\u202f: déchets résiduels (DIB)",
            "0,032\u00a0t",
            22000,
            704,
            "0.032",
            "t",
        ),
        line(
            "overhead",
            "Frais généraux",
            "12\u00a0% de 1\u202f390,24\u00a0€",
            None,
            16683,
            "0.12",
            "share",
        ),
        line("reuse_credit", "Avoir réemploi", "1\u202f631\u00a0kg", -6, -9786, "1631", "kg"),
    )


def line(
    key: str, label: str, quantity: str, rate: int | None, cents: int, count: str, unit: str
) -> DocumentLine:
    return DocumentLine(key, label, quantity, rate, cents, Decimal(count), unit)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", sorted(CASES))
def test_every_case_becomes_a_quote_that_adds_up(case: str, language: str) -> None:
    lines = inventory(case)
    estimate = price(lines, Access(), ROUND_TRIP, BOOK, CATALOGUE, short_notice=True, saturday=True)
    document = QuoteDocument(
        number="DEV-2026-0007",
        revision=1,
        request_number="DEM-2026-0007",
        issued_on=date(2026, 11, 23),
        valid_until=date(2026, 12, 23),
        language=language,
        company=COMPANY,
        author="Nadia",
        client=CLIENT,
        site=SITE,
        work="Débarras",
        start_on=None,
        days=estimate.days,
        crew=estimate.crew,
        person_hours=estimate.hours,
        trips=estimate.trips,
        lines=price_rows(estimate, language),
        total_excl_vat_cents=estimate.total_excl_vat_cents,
        vat_share=estimate.vat_share,
        vat_cents=estimate.vat_cents,
        reverse_charge=estimate.reverse_charge,
        total_incl_vat_cents=estimate.total_incl_vat_cents,
        inventory=inventory_rows(lines, CATALOGUE, language),
        outcome=estimate.outcome,
        waste=waste_streams(estimate, COMPANY, language),
    )
    pdf = render_quote(document)
    shown = letters_of(text_of(pdf))
    assert [row for row in expected_rows(document, estimate) if letters_of(row) not in shown] == []
    content = json.loads(reader(pdf).attachments["DEV-2026-0007.json"][0])
    assert [(one["key"], one["amount_cents"], one["quantity"]) for one in content["lines"]] == [
        (line.key, line.cents, f"{line.quantity:f}") for line in estimate.lines
    ]
    assert content["total_excl_vat_cents"] == sum(line.cents for line in estimate.lines)
    assert content["vat_cents"] == estimate.vat_cents
    assert content["total_incl_vat_cents"] == estimate.total_incl_vat_cents


def expected_rows(document: QuoteDocument, estimate: Estimate) -> list[str]:
    """What must stand on paper side by side, from the values of the trade."""
    show = figures_of(document.language)
    say = show.say.plain
    waste = {stream.label: stream for stream in document.waste}
    return [
        *(f"{line.label}{line.quantity}" for line in document.lines),
        *(show.money(line.cents) for line in estimate.lines),
        *(row.label for row in document.inventory),
        *(f"{label}{show.kg(stream.weight_kg)}" for label, stream in waste.items()),
        say("pdf-total-excl-vat") + show.money(estimate.total_excl_vat_cents),
        say("pdf-vat", rate=show.percent(estimate.vat_share)) + show.money(estimate.vat_cents),
        say("pdf-total-incl-vat") + show.money(estimate.total_incl_vat_cents),
        say("pdf-waste-total", kg=show.kg(sum(estimate.waste_kg.values(), Decimal()))),
    ]


def test_inventory_shows_loaded_volume_and_weight() -> None:
    lines = (
        InventoryLine("BUR-01", Decimal(20)),
        InventoryLine("SIE-01", Decimal(3), Condition.D, careful=True),
    )
    assert inventory_rows(lines, CATALOGUE, "en") == (
        InventoryRow("Straight desk 160x80", Decimal(20), "pc", Decimal("3.60"), Decimal(800), "B"),
        InventoryRow(
            "Task chair", Decimal(3), "pc", Decimal("1.26"), Decimal(42), "D", careful=True
        ),
    )


def test_waste_names_place_and_cost_of_each_stream() -> None:
    furniture, residual = waste_streams(first_case(), COMPANY, "fr")
    assert furniture.label == "Mobilier (DEA)"
    assert furniture.destination == (
        "Point de reprise Mobilier Exemple, 10 quai de l'Exemple, 93300 Aubervilliers"
        " — reprise du mobilier professionnel (REP)"
    )
    assert (furniture.weight_kg, furniture.cost_cents) == (Decimal(375), 0)
    assert residual.cost_cents == 704


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_and_stream_of_the_catalogue_has_its_word(language: str) -> None:
    one_of_each = tuple(InventoryLine(item.code, Decimal(1)) for item in CATALOGUE.items)
    estimate = price(one_of_each, Access(), ROUND_TRIP, BOOK, CATALOGUE)
    rows = inventory_rows(one_of_each, CATALOGUE, language)
    streams = waste_streams(estimate, COMPANY, language)
    assert len(rows) == len(CATALOGUE.items)
    assert all(stream.destination for stream in streams)
    assert len({stream.label for stream in streams}) == len(streams)


def test_counts_become_rows() -> None:
    report = complete(
        [LineCount("BUR-01", Decimal(20), reused=Decimal(16), disposed=Decimal(4))],
        CATALOGUE,
        photos_before=1,
        photos_after=1,
    )
    (row,) = report_rows(report, CATALOGUE, "fr")
    assert row == ReportRow(
        "Bureau droit 160x80, piètement acier",
        "u",
        Decimal(16),
        Decimal(0),
        Decimal(0),
        Decimal(4),
    )
    assert row.moved == 20
