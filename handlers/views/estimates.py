"""The price of a request, with the figures that counted on its day."""

from datetime import date

from domain.calendar import day_of
from domain.costing import Costing
from domain.distances import round_trip_km
from domain.pricebook import PriceBook
from domain.pricing import (
    Estimate,
    is_saturday,
    is_short_notice,
    price,
)
from domain.vat import (
    STANDARD,
    Unclear,
    VatCase,
    shipped_vat_table,
    works_of,
)
from handlers.context.services import Services
from storage.requests import Request


def book_of(services: Services, request: Request, on: date | None = None) -> PriceBook:
    """Return the price book of the day a request was sent, or of another day."""
    return services.reference_files.prices(request.books).on(
        on or day_of(request.created_at, services.zone)
    )


def as_asked(request: Request) -> Costing:
    """What the client asked, before anybody changed anything."""
    return Costing(request.asked.lines, request.asked.site.access)


def vat_of(services: Services, request: Request, costing: Costing) -> VatCase | Unclear:
    """Decide the VAT from what we know of ourselves, the work, and what coordinators said."""
    facts = {"exempt": "yes" if services.company.vat_exempt else "no", "client": "business"}
    catalogue = services.reference_files.catalogue(request.books)
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
        services.reference_files.catalogue(request.books),
        vat=vat,
        short_notice=is_short_notice(request.created_at, asked.earliest_on, book, services.zone),
        saturday=is_saturday(asked.earliest_on),
        by_hand=costing.by_hand,
    )
