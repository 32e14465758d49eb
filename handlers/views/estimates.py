"""The price of a request, and how it is kept with the revision that promises it."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from domain.calendar import day_of
from domain.costing import Costing, Discount
from domain.distances import round_trip_km
from domain.effort import Minutes
from domain.inventory import Access, Condition, InventoryLine, Lift
from domain.outcomes import OutcomeWeights
from domain.pricebook import PriceBook
from domain.pricing import (
    Estimate,
    EstimateLine,
    Extra,
    is_saturday,
    is_short_notice,
    price,
)
from domain.revision_diff import QuoteChange
from domain.vat import (
    STANDARD,
    Unclear,
    VatCase,
    VatCategory,
    shipped_vat_table,
    works_of,
)
from handlers.context.services import Services
from storage.requests import Request

_DECIMALS = ("hours", "volume_m3", "weight_kg", "vat_share")


def book_of(services: Services, request: Request, on: date | None = None) -> PriceBook:
    """Return the price book of the day a request was sent, or of another day."""
    return services.shelf.prices(request.books).on(on or day_of(request.created_at, services.zone))


def as_asked(request: Request) -> Costing:
    """What the client asked, before anybody changed anything."""
    return Costing(request.asked.lines, request.asked.site.access)


def vat_of(services: Services, request: Request, costing: Costing) -> VatCase | Unclear:
    """Decide the VAT from what we know of ourselves, the work, and what coordinators said."""
    facts = {"exempt": "yes" if services.company.vat_exempt else "no", "client": "business"}
    catalogue = services.shelf.catalogue(request.books)
    if works := works_of(request.asked.activities, costing.lines, catalogue):
        facts["works"] = works
    if billed := request.asked.rules.billed:
        facts["billed"] = billed
    facts.update(costing.vat)
    return shipped_vat_table().decide(facts, day_of(request.created_at, services.zone))


def estimate(
    services: Services,
    request: Request,
    costing: Costing | None = None,
    *,
    vat: VatCase = STANDARD,
    on: date | None = None,
) -> Estimate:
    """Price a request, or what a coordinator made of it, with the book of its day."""
    book, asked = book_of(services, request, on), request.asked
    costing = costing or as_asked(request)
    return price(
        costing.lines,
        costing.access,
        round_trip_km(asked.site.postcode),
        book,
        services.shelf.catalogue(request.books),
        vat=vat,
        short_notice=is_short_notice(request.created_at, asked.earliest_on, book, services.zone),
        saturday=is_saturday(asked.earliest_on),
        by_hand=costing.by_hand,
    )


def keep(value: Estimate | Costing | QuoteChange) -> dict[str, Any]:
    """Write a value of the trade as plain JSON: decimals in full, as strings."""
    kept: dict[str, Any] = _plain(value)
    return kept


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def kept(plain: Mapping[str, Any]) -> Estimate:
    """Read an estimate that was kept: as it was sent, whatever the price book says now."""
    decimals = {name: Decimal(plain[name]) for name in _DECIMALS}
    outcome = {name: Decimal(kg) for name, kg in plain["outcome"].items()}
    return Estimate(
        **{
            **plain,
            **decimals,
            "lines": tuple(_line(line) for line in plain["lines"]),
            "outcome": OutcomeWeights(**outcome),
            "waste_kg": {stream: Decimal(kg) for stream, kg in plain["waste_kg"].items()},
            "minutes": Minutes(**{name: Decimal(one) for name, one in plain["minutes"].items()}),
            "vat": VatCase(**{**plain["vat"], "category": VatCategory(plain["vat"]["category"])}),
        }
    )


def kept_costing(plain: Mapping[str, Any]) -> Costing:
    """Read a costing that was kept."""
    access, discount, hours = plain["access"], plain["discount"], plain["hours"]
    return Costing(
        lines=tuple(
            InventoryLine(
                one["code"],
                Decimal(one["quantity"]),
                Condition(one["condition"]),
                one["careful"],
                one["fixed"],
            )
            for one in plain["lines"]
        ),
        access=Access(
            **{**access, "lift": Lift(access["lift"]), "carry_m": Decimal(access["carry_m"])}
        ),
        hours=None if hours is None else Decimal(hours),
        extras=tuple(Extra(**one) for one in plain["extras"]),
        discount=Discount(**discount) if discount else None,
        vat=plain["vat"],
    )


def _line(plain: Mapping[str, Any]) -> EstimateLine:
    decimals = {name: Decimal(plain[name]) for name in ("quantity", "rate_cents")}
    return EstimateLine(**{**plain, **decimals})
