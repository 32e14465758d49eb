"""What a client is asked before a clearance can be priced (§2.2, §2.3)."""

from datetime import date
from decimal import Decimal
from typing import Any

from domain.activities import Activity, Parking
from domain.catalogue import shipped_catalogue
from domain.distances import round_trip_km
from domain.inventory import Access, InventoryLine, Lift
from domain.papers import paper_words
from domain.pricebook import PriceBook
from domain.pricing import Estimate, is_saturday, is_short_notice, price, price_range
from domain.survey import AsbestosSurvey, CutOff, has_fixed
from handlers.conversation.form import ask, form
from handlers.conversation.kinds import (
    Choice,
    Confirm,
    Day,
    Documents,
    Facts,
    Goods,
    Integer,
    Inventory,
    Place,
    Review,
    Saying,
    SentFile,
    SitePhotos,
    Text,
    Told,
)
from handlers.flows.places import Address, CommuneOf, SitePostcode, pinned, several_communes
from handlers.words.catalogue import Say


def off_the_ground(so_far: Any) -> bool:
    return bool(so_far.floor != 0)


def first_day(so_far: Any) -> date | None:
    day: date | None = so_far.earliest
    return day


def first_range(facts: Facts, say: Say) -> str:
    """Say at once between which amounts the price will lie; nothing where prices are not known."""
    prices, answers = facts.get("prices"), facts.so_far
    if prices is None or not inventory_of(answers):
        return ""
    book: PriceBook = prices.on(facts["today"])
    estimated = price(
        inventory_of(answers),
        access_of(answers),
        round_trip_km(answers.postcode),
        book,
        facts["catalogue"],
        short_notice=is_short_notice(facts["now"], answers.earliest, book, facts["zone"]),
        saturday=is_saturday(answers.earliest),
    )
    return range_words(say, estimated, book)


def range_words(say: Say, estimated: Estimate, book: PriceBook) -> str:
    low, high = price_range(estimated.total_excl_vat_cents, book)
    return say("price-range", low=say.number(low), high=say.number(high))


def some_fixed(so_far: Any) -> bool:
    """Tell whether something is part of the building: then a survey must come before works."""
    return has_fixed((line.code for line in so_far.lines), shipped_catalogue())


def surveyed(so_far: Any) -> bool:
    return so_far.asbestos is AsbestosSurvey.YES


def certified(so_far: Any) -> bool:
    return so_far.cut_off is CutOff.CERTIFIED


@form("request", version=1)
class Request:
    """Everything a price depends on."""

    activity: Activity = ask(Choice(Activity))
    address: str | Place = ask(Address())
    landmark: str | None = ask(Text(at_most=160), when=pinned, optional=True)
    postcode: str = ask(SitePostcode())
    commune: str | None = ask(CommuneOf(), when=several_communes)
    floor: int = ask(Integer(-5, 60, buttons=(0, 1, 2, 3, 4, 5)), usual=0)
    lift: Lift | None = ask(Choice(Lift), when=off_the_ground)
    carry: int = ask(Integer(0, 300, buttons=(10, 30, 50, 100)), usual=10)
    parking: Parking = ask(Choice(Parking), usual="street")
    occupied: bool = ask(Confirm(), usual=False)
    lines: Goods = ask(Inventory())
    asbestos: AsbestosSurvey | None = ask(Choice(AsbestosSurvey, columns=1), when=some_fixed)
    asbestos_file: tuple[SentFile, ...] | None = ask(Documents(1, 5), when=surveyed, optional=True)
    cut_off: CutOff | None = ask(Choice(CutOff, columns=1), when=some_fixed)
    cut_off_file: tuple[SentFile, ...] | None = ask(Documents(1, 5), when=certified, optional=True)
    photos: tuple[SentFile, ...] | None = ask(
        SitePhotos(at_least=1, at_most=20, papers=paper_words()), optional=True
    )
    earliest: date = ask(Day(notice=2))
    deadline: date = ask(Day(after=first_day))
    note: Told | None = ask(Saying(Text(at_most=2000)), optional=True)
    reviewed: bool = ask(Review(foot=first_range))


def access_of(answers: Any) -> Access:
    """Read how things leave the building."""
    return Access(
        floor=answers.floor,
        lift=answers.lift or Lift.NONE,
        carry_m=Decimal(answers.carry),
        occupied=answers.occupied,
    )


def inventory_of(answers: Any) -> tuple[InventoryLine, ...]:
    """Read what is to be taken away."""
    careful = answers.activity.careful
    return tuple(
        InventoryLine(line.code, line.quantity, line.condition, careful, line.fixed)
        for line in answers.lines
    )
