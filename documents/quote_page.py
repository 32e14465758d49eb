"""What the quote template shows: every value already in words and figures."""

from collections.abc import Mapping
from decimal import Decimal

from documents.figures import Figures, figures_of
from documents.quote_content import REUSE_CREDIT, DocumentLine, InventoryRow, QuoteDocument
from documents.shared_page import (
    agreement_block,
    client_block,
    issuer_block,
    outcome_block,
    photo_block,
    site_block,
    waste_rows,
    words_of,
)
from documents.terms import terms_block
from handlers.words.catalogue import HOME


def quote_page(
    document: QuoteDocument, attachment: str, pictures: Mapping[str, bytes | None]
) -> dict[str, object]:
    show = figures_of(document.language, document.zone)
    say = show.say.plain
    return {
        **_heading(document, show),
        "attachment": attachment,
        "issuer": issuer_block(document.company, show),
        "client": client_block(document.client, show),
        "site": site_block(document.site, show),
        "meta": _meta(document, show),
        "work": document.work,
        "effort": _effort(document, show),
        "effort_words": _effort_words(document, show),
        "lines": [_line(line, show) for line in document.lines],
        "totals": _totals(document, show),
        "translation": "" if show.say.lang == HOME else say("pdf-translation"),
        "vat_mention": document.vat_mention,
        "outcome": outcome_block(document.outcome, show),
        "inventory": _inventory(document, show),
        "waste": _waste(document, show),
        "notes": document.notes,
        "conditions": _conditions(document, show),
        "terms": terms_block(document.company, show),
        "photos": [
            photo_block(name if picture else "", photo, show)
            for (name, picture), photo in zip(pictures.items(), document.photos, strict=True)
        ],
        "photos_left_out": _left_out(document, show),
        "agreement": _agreement(document, show),
    }


def _heading(document: QuoteDocument, show: Figures) -> dict[str, object]:
    say = show.say.plain
    kind, company = say("pdf-quote"), document.company.name
    return {
        "language": show.say.lang,
        "words": words_of(show.say),
        "title": say("pdf-title", kind=kind, number=document.number, company=company),
        "kind": kind,
        "number": document.number,
    }


def _left_out(document: QuoteDocument, show: Figures) -> str:
    more = document.photos_left_out
    return show.say.plain("pdf-photos-left-out", more=more) if more else ""


def _agreement(document: QuoteDocument, show: Figures) -> dict[str, object] | None:
    block = agreement_block(document.accepted, show)
    if block is None or document.accepted is None:
        return None
    say = show.say.plain
    subject = say("pdf-agreed-revision", number=document.number, revision=str(document.revision))
    order = document.accepted.purchase_order
    facts = [
        (say("pdf-name"), document.accepted.name),
        (say("pdf-role"), document.accepted.role),
        (say("pdf-client"), document.client.name),
        (say("pdf-agreed-at"), show.instant(document.accepted.agreed_at)),
        (say("pdf-agreement-subject"), subject),
        _totals(document, show)[0],
        _totals(document, show)[-1],
        *([(say("pdf-purchase-order"), order)] if order else []),
    ]
    original = say("pdf-agreement-original", file=f"{document.number}.pdf")
    return {**block, "facts": facts, "original": original}


def _meta(document: QuoteDocument, show: Figures) -> list[tuple[str, str]]:
    say = show.say.plain
    return [
        (say("pdf-issued-on"), show.day(document.issued_on)),
        (say("pdf-valid-until"), show.day(document.valid_until)),
        (say("pdf-revision"), str(document.revision)),
        (say("pdf-request"), document.request_number),
        (say("pdf-author"), document.author),
    ]


def _effort(document: QuoteDocument, show: Figures) -> list[tuple[str, str]]:
    say = show.say.plain
    start = show.day(document.start_on) if document.start_on else say("pdf-start-to-agree")
    return [
        (say("pdf-start-on"), start),
        (say("pdf-duration"), say("pdf-days", days=document.days)),
        (say("pdf-crew"), say("pdf-people", people=document.crew)),
        (
            say("pdf-hours"),
            say("pdf-person-hours", hours=show.say.duration(document.person_hours)),
        ),
    ]


def _effort_words(document: QuoteDocument, show: Figures) -> str:
    """Say what the hours and the lorry's ways are for."""
    return show.say.plain(
        "pdf-effort-words",
        hours=show.say.duration(document.person_hours),
        people=document.crew,
        days=document.days,
        trips=document.trips,
        volume=show.m3(sum((row.volume_m3 for row in document.inventory), Decimal())),
        weight=show.kg(sum((row.weight_kg for row in document.inventory), Decimal())),
    )


def _line(line: DocumentLine, show: Figures) -> dict[str, object]:
    price = line.unit_price_cents
    return {
        "label": line.label,
        "quantity": line.quantity,
        "unit_price": "" if price is None else show.rate(Decimal(price)),
        "amount": show.money(line.amount_cents),
        "credit": line.key == REUSE_CREDIT,
    }


def _totals(document: QuoteDocument, show: Figures) -> list[tuple[str, str]]:
    say = show.say.plain
    rate = show.percent(document.vat_share)
    vat = say("pdf-vat-reverse") if document.reverse_charge else say("pdf-vat", rate=rate)
    payable = "pdf-total-to-pay" if document.reverse_charge else "pdf-total-incl-vat"
    return [
        (say("pdf-total-excl-vat"), show.money(document.total_excl_vat_cents)),
        (vat, show.money(document.vat_cents)),
        (say(payable), show.money(document.total_incl_vat_cents)),
    ]


def _inventory(document: QuoteDocument, show: Figures) -> dict[str, object]:
    rows = document.inventory
    volume = sum((row.volume_m3 for row in rows), Decimal())
    weight = sum((row.weight_kg for row in rows), Decimal())
    return {
        "rows": [_row(row, show) for row in rows],
        "volume": show.m3(volume),
        "weight": show.kg(weight),
    }


def _row(row: InventoryRow, show: Figures) -> dict[str, str]:
    return {
        "label": row.label,
        "careful": show.say.plain("pdf-careful") if row.careful else "",
        "quantity": show.number(row.quantity, 3),
        "unit": row.unit,
        "volume": show.m3(row.volume_m3),
        "weight": show.kg(row.weight_kg),
        "condition": row.condition,
    }


def _waste(document: QuoteDocument, show: Figures) -> dict[str, object]:
    say = show.say.plain
    total = sum((stream.weight_kg for stream in document.waste), Decimal())
    carrier = document.company.carrier
    return {
        "total": say("pdf-waste-total", kg=show.kg(total)),
        "carrier": ""
        if carrier is None
        else say("pdf-carrier", receipt=carrier.receipt, until=show.day(carrier.valid_until)),
        "streams": waste_rows(document.waste, show),
    }


def _conditions(document: QuoteDocument, show: Figures) -> list[str]:
    say = show.say.plain
    payment, insurance = document.company.payment, document.company.insurance
    return [
        say("pdf-free-quote", until=show.day(document.valid_until)),
        say("pdf-payment", days=payment.days) if payment.days else say("pdf-payment-at-once"),
        say("pdf-deposit", percent=payment.deposit_percent)
        if payment.deposit_percent
        else say("pdf-no-deposit"),
        say(
            "pdf-late",
            points=payment.late_points,
            fee=show.money(payment.recovery_fee_cents),
        ),
        say(
            "pdf-insurance",
            insurer=insurance.insurer,
            contract=insurance.contract,
            area=insurance.area,
        ),
        say("pdf-complaints", complaints=document.company.complaints),
    ]
