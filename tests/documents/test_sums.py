"""Whatever the inventory: the printed quote shows each line and the sums, to the cent."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from documents.from_domain import price_rows
from documents.quote import QuoteDocument, render_quote
from domain.inventory import Access, InventoryLine
from domain.pricing import price
from tests.documents.reading import text_of
from tests.documents.samples import QUOTE
from tests.domain.pricing_cases import (
    BOOK,
    CATALOGUE,
    ROUND_TRIP,
    accesses,
    inventories,
)

PRINTED = 200
_AMOUNT = re.compile(r"([−-]?[\d \u202f\u00a0]*\d,\d\d) ?€")


def paper(lines: list[InventoryLine], access: Access) -> QuoteDocument:
    estimate = price(lines, access, ROUND_TRIP, BOOK, CATALOGUE)
    return replace(
        QUOTE,
        lines=price_rows(estimate, "fr"),
        total_excl_vat_cents=estimate.total_excl_vat_cents,
        vat_cents=estimate.vat_cents,
        total_incl_vat_cents=estimate.total_incl_vat_cents,
        inventory=(),
        outcome=estimate.outcome,
        waste=(),
    )


def cents_in(text: str) -> list[int]:
    """Read every amount that stands in a text."""
    plain = [re.sub(r"[^\d,−-]", "", found) for found in _AMOUNT.findall(text)]
    return [int(one.replace("−", "-").replace(",", "")) for one in plain]


@pytest.mark.slow
@pytest.mark.timeout(600)
@settings(max_examples=PRINTED, deadline=None, suppress_health_check=list(HealthCheck))
@given(inventories, accesses)
def test_the_paper_agrees_with_the_price(lines: list[InventoryLine], access: Access) -> None:
    document = paper(lines, access)
    text = text_of(render_quote(document))
    amounts = {
        *(line.amount_cents for line in document.lines),
        document.total_excl_vat_cents,
        document.vat_cents,
        document.total_incl_vat_cents,
    }

    assert amounts <= set(cents_in(text))
