"""The price of a clearance: what it takes, where things go, and a quote line for each cost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from zoneinfo import ZoneInfo

from domain.calendar import to_utc
from domain.catalogue import Catalogue
from domain.destinations import plan_destinations
from domain.effort import Effort, Minutes, days_needed, reckon_effort
from domain.inventory import Access, InventoryLine, Take, take
from domain.money import CENTS_PER_EURO, half_up, share_of
from domain.outcomes import OutcomeWeights
from domain.pricebook import PriceBook
from domain.vat import STANDARD, VatCase, VatCategory

KG_PER_TONNE = 1000
SHARE = "share"
START_OF_DAY = time(7)


class NothingToPrice(ValueError):
    """A price was asked of an inventory without lines."""


class BadDistance(ValueError):
    """A round trip that is no distance."""


class DiscountTooLarge(ValueError):
    """A discount that takes more than there is."""


@dataclass(frozen=True, slots=True)
class EstimateLine:
    """One cost: `quantity` in `unit` at `rate_cents` each; a share is taken of `rate_cents`.

    `words` name a line that no price book knows.
    """

    key: str
    cents: int
    quantity: Decimal
    unit: str
    rate_cents: Decimal
    words: str | None = None

    @property
    def label(self) -> str:
        """Name the words for this line; the stream is told apart by `stream`."""
        return f"price-line-{self.key.partition('.')[0].replace('_', '-')}"

    @property
    def stream(self) -> str | None:
        return self.key.partition(".")[2] or None


@dataclass(frozen=True, slots=True)
class Extra:
    """Something that the price book does not know, at an agreed amount above 0."""

    words: str
    cents: int


@dataclass(frozen=True, slots=True)
class ByHand:
    """What a person sets against the reckoned price; nothing where the book's word stands."""

    hours: Decimal | None = None
    extras: tuple[Extra, ...] = ()
    discount_cents: int = 0


@dataclass(frozen=True, slots=True)
class Estimate:
    """A priced clearance: money in cents, weights in kg, volume in m³, hours of persons."""

    lines: tuple[EstimateLine, ...]
    hours: Decimal
    trips: int
    days: int
    crew: int
    volume_m3: Decimal
    weight_kg: Decimal
    outcome: OutcomeWeights
    waste_kg: Mapping[str, Decimal]
    total_excl_vat_cents: int
    vat_share: Decimal
    vat_cents: int
    vat: VatCase
    minutes: Minutes
    hours_by_hand: bool = False

    @property
    def reverse_charge(self) -> bool:
        return self.vat.category is VatCategory.REVERSE

    @property
    def reused_kg(self) -> Decimal:
        return self.outcome.reused

    @property
    def total_incl_vat_cents(self) -> int:
        return self.total_excl_vat_cents + self.vat_cents


def price(
    lines: Iterable[InventoryLine],
    access: Access,
    round_trip_km: Decimal,
    book: PriceBook,
    catalogue: Catalogue,
    *,
    vat: VatCase = STANDARD,
    short_notice: bool = False,
    saturday: bool = False,
    by_hand: ByHand = ByHand(),  # it never changes
) -> Estimate:
    """Price a clearance.

    Raises NothingToPrice, BadDistance, UnknownCode, BadQuantity or DiscountTooLarge.
    """
    takes = _takes(lines, catalogue, round_trip_km)
    effort = _set(reckon_effort(takes, access, book), by_hand, book)
    plan = plan_destinations(takes, book)
    costs = _costs(effort, round_trip_km, book, short_notice=short_notice, saturday=saturday)
    waste = [_disposal(stream, kg, book) for stream, kg in plan.waste_kg.items()]
    priced = _agreed(_completed(costs + waste, plan.outcome.reused, by_hand.extras, book), by_hand)
    total = sum(line.cents for line in priced)
    return Estimate(
        lines=priced,
        hours=effort.hours,
        trips=effort.trips,
        days=effort.days,
        crew=effort.crew,
        volume_m3=effort.volume_m3,
        weight_kg=effort.weight_kg,
        outcome=plan.outcome,
        waste_kg=plan.waste_kg,
        total_excl_vat_cents=total,
        vat_share=vat.share(book),
        vat_cents=share_of(total, vat.share(book)),
        vat=vat,
        minutes=effort.minutes,
        hours_by_hand=by_hand.hours is not None,
    )


def _takes(
    lines: Iterable[InventoryLine], catalogue: Catalogue, round_trip_km: Decimal
) -> tuple[Take, ...]:
    """Refuse what cannot be reckoned with."""
    takes = tuple(take(line, catalogue) for line in lines)
    if not takes:
        raise NothingToPrice
    if not round_trip_km.is_finite() or round_trip_km < 0:
        raise BadDistance(round_trip_km)
    return takes


def _set(effort: Effort, by_hand: ByHand, book: PriceBook) -> Effort:
    if by_hand.hours is None:
        return effort
    days = days_needed(by_hand.hours, effort.crew, book.hours_per_day)
    return replace(effort, hours=by_hand.hours, days=days)


def price_range(total_cents: int, book: PriceBook) -> tuple[int, int]:
    """Tell between which whole euros a price will lie; the lower end down, the upper end up."""
    euros = Decimal(total_cents) / CENTS_PER_EURO
    low, high = euros * (1 - book.range_share), euros * (1 + book.range_share)
    return int(low.to_integral_value(ROUND_FLOOR)), int(high.to_integral_value(ROUND_CEILING))


def unusual_per_m3(
    total_cents: int, lines: Iterable[InventoryLine], catalogue: Catalogue, book: PriceBook
) -> Decimal | None:
    """Return the euros per m³ before VAT where they lie outside the usual (§4.1), else None.

    Per m³ as things stand, before they are taken apart: so do others quote.
    """
    volume = sum(line.quantity * catalogue.get(line.code).volume_m3 for line in lines)
    if not volume:
        return None
    each = half_up(Decimal(total_cents) / CENTS_PER_EURO / volume, 2)
    return None if book.per_m3_lowest <= each <= book.per_m3_highest else each


def is_short_notice(sent_at: datetime, start_on: date, book: PriceBook, zone: ZoneInfo) -> bool:
    """Tell whether fewer hours than the book wants lie between a request and 07:00 of the day."""
    notice = to_utc(start_on, START_OF_DAY, zone) - sent_at
    return notice < timedelta(hours=int(book.short_notice_hours))


def is_saturday(start_on: date) -> bool:
    return start_on.isoweekday() == 6


def _costs(
    effort: Effort, round_trip_km: Decimal, book: PriceBook, *, short_notice: bool, saturday: bool
) -> list[EstimateLine]:
    labour = _line("labour", effort.hours, "h", book.labour_per_hour)
    surcharges = [
        _share("short_notice", book.short_notice_share, labour.cents) if short_notice else None,
        _share("saturday", book.saturday_share, labour.cents) if saturday else None,
    ]
    return [
        labour,
        *(line for line in surcharges if line),
        _line("vehicle", Decimal(effort.days), "day", book.vehicle_per_day),
        _line("kilometres", effort.trips * round_trip_km, "km", book.per_km),
        _line("report", Decimal(1), "u", book.report_fee),
    ]


def _disposal(stream: str, kg: Decimal, book: PriceBook) -> EstimateLine:
    return _line(f"disposal.{stream}", half_up(kg / KG_PER_TONNE, 3), "t", book.gate_fee[stream])


def _completed(
    costs: list[EstimateLine], reused_kg: Decimal, extras: Iterable[Extra], book: PriceBook
) -> tuple[EstimateLine, ...]:
    """Add what is reckoned on the other lines: overhead, the reuse credit, the minimum.

    What was agreed apart bears no overhead, and counts towards the minimum.
    """
    overhead = _share("overhead", book.overhead_share, sum(line.cents for line in costs))
    credit = _line("reuse_credit", reused_kg, "kg", -book.reuse_credit_per_kg)
    apart = [
        EstimateLine("extra", extra.cents, Decimal(1), "u", Decimal(extra.cents), extra.words)
        for extra in extras
    ]
    lines = (*costs, overhead, credit, *apart)
    missing = book.minimum_fee * CENTS_PER_EURO - sum(line.cents for line in lines)
    if missing <= 0:
        return lines
    return (*lines, _line("minimum", Decimal(1), "u", missing / CENTS_PER_EURO))


def _agreed(lines: tuple[EstimateLine, ...], by_hand: ByHand) -> tuple[EstimateLine, ...]:
    """Take the discount off at the very end, below the minimum if somebody means it."""
    discount = by_hand.discount_cents
    if not discount:
        return lines
    if not 0 < discount <= sum(line.cents for line in lines):
        raise DiscountTooLarge(discount)
    return (*lines, EstimateLine("discount", -discount, Decimal(1), "u", Decimal(-discount)))


def _line(key: str, quantity: Decimal, unit: str, euros: Decimal) -> EstimateLine:
    rate_cents = euros * CENTS_PER_EURO
    return EstimateLine(key, int(half_up(quantity * rate_cents)), quantity, unit, rate_cents)


def _share(key: str, share: Decimal, base_cents: int) -> EstimateLine:
    return EstimateLine(key, share_of(base_cents, share), share, SHARE, Decimal(base_cents))
