"""The quote a client receives, with every mention of §4.3, as a PDF that carries its own data."""

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

from documents.parties import AgreementBlock
from documents.pictures import small_copies
from documents.quote_content import DocumentLine, InventoryRow, QuoteDocument, TotalsDisagree
from documents.quote_page import quote_page
from documents.render import render_pdf

__all__ = [
    "AnotherPaper",
    "DocumentLine",
    "InventoryRow",
    "QuoteDocument",
    "TotalsDisagree",
    "render_agreement",
    "render_quote",
]

_SIDE = 560  # pixels of a thumbnail: 58 mm at 240 dots an inch


class AnotherPaper(Exception):
    """An agreement names another document than the one it is printed on."""


def render_quote(document: QuoteDocument) -> bytes:
    """The PDF of a revision; the same bytes for the same value, on any machine."""
    return _render(document, {})


def render_agreement(document: QuoteDocument, agreement: AgreementBlock, accepted: bytes) -> bytes:
    """The quote with a page that says who agreed; the accepted bytes travel inside as they were.

    Raises AnotherPaper where they are not the ones that the agreement names.
    """
    if sha256(accepted).hexdigest() != agreement.sha256:
        raise AnotherPaper(document.number)
    agreed = replace(document, accepted=agreement)
    return _render(agreed, {f"{document.number}.pdf": accepted})


def _render(document: QuoteDocument, originals: Mapping[str, bytes]) -> bytes:
    attachment = f"{document.number}.json"
    pictures = small_copies((photo.data for photo in document.photos), _SIDE)
    return render_pdf(
        "quote",
        {**quote_page(document, attachment, pictures), "originals": list(originals)},
        files={
            attachment: machine_readable(document),
            **originals,
            **{name: data for name, data in pictures.items() if data},
        },
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
        "buyer_address": list(document.client.address),
        "buyer_reference": document.client.reference,
        "site_address": list(document.site.address),
        "operation": "services",
        "currency": "EUR",
        "lines": [_line(line) for line in document.lines],
        "total_excl_vat_cents": document.total_excl_vat_cents,
        "vat_category": document.vat_category or ("AE" if document.reverse_charge else "S"),
        "vat_mention": document.vat_mention,
        "vat_percent": f"{(document.vat_share * 100).normalize():f}",
        "vat_cents": document.vat_cents,
        "total_incl_vat_cents": document.total_incl_vat_cents,
        "waste": [
            {"stream": stream.label, "kg": str(stream.weight_kg), "to": stream.destination}
            for stream in document.waste
        ],
        "agreement": _agreement(document.accepted),
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode(errors="replace")


def _line(line: DocumentLine) -> dict[str, str | int | None]:
    return {
        "key": line.key,
        "label": line.label,
        "quantity": _number(line.count),
        "unit": line.unit,
        "quantity_in_words": line.quantity,
        "unit_price_cents": _number(line.unit_price_cents),
        "amount_cents": line.amount_cents,
    }


def _agreement(agreement: AgreementBlock | None) -> dict[str, str | None] | None:
    if agreement is None:
        return None
    return {
        "name": agreement.name,
        "role": agreement.role,
        "agreed_at": agreement.agreed_at.isoformat(),
        "sha256": agreement.sha256,
        "purchase_order": agreement.purchase_order,
    }


def _number(value: Decimal | int | None) -> str | None:
    """As text: a rate may be a fraction of a cent, which JSON readers would round."""
    return None if value is None else f"{Decimal(value):f}"
