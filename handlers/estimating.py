"""The price of a request, and how it is kept with the revision that promises it."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from domain.calendar import day_of
from domain.distances import round_trip_km
from domain.outcomes import OutcomeWeights
from domain.pricing import Estimate, EstimateLine, is_saturday, is_short_notice, price
from handlers.shop import Shop
from storage.requests import Request

_DECIMALS = ("hours", "volume_m3", "weight_kg", "vat_share")


def estimate(
    shop: Shop, request: Request, *, reverse_charge: bool = False, on: date | None = None
) -> Estimate:
    """Price a request with the book of the day it was sent."""
    sent_on = on or day_of(request.created_at, shop.zone)
    book = shop.shelf.prices(request.books).on(sent_on)
    asked = request.asked
    return price(
        asked.lines,
        asked.site.access,
        round_trip_km(asked.site.postcode),
        book,
        shop.shelf.catalogue(request.books),
        reverse_charge=reverse_charge,
        short_notice=is_short_notice(request.created_at, asked.earliest_on, book, shop.zone),
        saturday=is_saturday(asked.earliest_on),
    )


def keep(estimated: Estimate) -> dict[str, Any]:
    """Write an estimate as plain JSON: decimals in full, as strings."""
    kept: dict[str, Any] = _plain(estimated)
    return kept


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
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
        }
    )


def _line(plain: Mapping[str, Any]) -> EstimateLine:
    decimals = {name: Decimal(plain[name]) for name in ("quantity", "rate_cents")}
    return EstimateLine(**{**plain, **decimals})
