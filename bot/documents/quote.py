"""The quote a client receives, with every mention of §4.3, as a PDF that carries its own data."""

import json
from decimal import Decimal

from bot.documents.quote_content import DocumentLine, InventoryRow, QuoteDocument, TotalsDisagree
from bot.documents.quote_page import quote_page
from bot.documents.render import render_pdf

__all__ = ["DocumentLine", "InventoryRow", "QuoteDocument", "TotalsDisagree", "render_quote"]


def render_quote(document: QuoteDocument) -> bytes:
    """The PDF of a revision; the same bytes for the same value, on any machine."""
    attachment = f"{document.number}.json"
    return render_pdf(
        "quote",
        quote_page(document, attachment),
        files={attachment: machine_readable(document)},
        dated_on=document.dated_on,
    )


def machine_readable(document: QuoteDocument) -> bytes:
    """The quote as JSON, for the accounting of either side; money in cents (§4.5)."""
    content = {
        "number": document.number,
        "revision": document.revision,
        "request": document.request_number,
        "issued_on": document.issued_on.isoformat(),
        "valid_until": document.valid_until.isoformat(),
        "seller_siret": document.company.siret,
        "seller_vat_number": document.company.vat_number,
        "buyer_name": document.client.name,
        "buyer_siret": document.client.siret,
        "buyer_reference": document.client.reference,
        "site_address": list(document.site.address),
        "operation": "services",
        "currency": "EUR",
        "lines": [
            {
                "key": line.key,
                "label": line.label,
                "quantity": line.quantity,
                "unit_price_cents": _number(line.unit_price_cents),
                "amount_cents": line.amount_cents,
            }
            for line in document.lines
        ],
        "total_excl_vat_cents": document.total_excl_vat_cents,
        "vat_category": document.vat_category or ("AE" if document.reverse_charge else "S"),
        "vat_percent": f"{(document.vat_share * 100).normalize():f}",
        "vat_cents": document.vat_cents,
        "total_incl_vat_cents": document.total_incl_vat_cents,
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode(errors="replace")


def _number(cents: Decimal | int | None) -> str | None:
    """As text: a rate may be a fraction of a cent, which JSON readers would round."""
    return None if cents is None else f"{Decimal(cents):f}"
