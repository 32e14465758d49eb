"""The form of a quote request (§2.2, §2.3)."""

from datetime import date, time
from decimal import Decimal
from operator import attrgetter
from typing import Any

from domain.activities import Activity, Parking, by_hand, is_careful
from domain.distances import round_trip_km
from domain.document_kinds import paper_words
from domain.effort import hardest_floor
from domain.inventory import Access, InventoryLine, Lift
from domain.job_preferences import Bound, ClientKind, Pemd, WastePaper
from domain.particulars import GlassAs, Handling, Treated
from domain.people import SiteContact
from domain.pricebook import PriceBook
from domain.pricing import Estimate, is_saturday, is_short_notice, price, price_range
from domain.site_rules import (
    Box,
    ClientRole,
    Confidential,
    Noise,
    Opening,
    Permit,
    SiteEntry,
    Welfare,
)
from domain.survey import AsbestosSurvey, CutOff
from handlers.conversation.form import ask, form
from handlers.conversation.kinds import (
    Choice,
    Confirm,
    Day,
    Documents,
    Facts,
    Integer,
    MapPin,
    MultiChoice,
    OneOrMore,
    Quantity,
    Review,
    Saying,
    SentFile,
    Text,
    Told,
)
from handlers.inventory.inventory_kind import Inventory
from handlers.inventory.inventory_state import DraftLine, Goods
from handlers.quotes.postal_address_kind import PostalAddress
from handlers.requests.activity_rules import (
    Detail,
    asks_fixed,
    asks_glass,
    asks_handling,
    asks_transformation,
    asks_where_to,
    asks_wood,
    detailed,
    floors_of,
    is_line_fixed,
    reserves_space,
    some_fixed,
    wanted,
)
from handlers.requests.address_kinds import (
    Address,
    CommuneOf,
    SitePin,
    SitePostcode,
    pinned,
    postcode_of,
    postcode_unsaid,
    several_communes,
)
from handlers.requests.billing_kinds import Email, VatNumber
from handlers.requests.company_number_kind import CompanyNumber
from handlers.requests.contact_kind import ME, OnSite
from handlers.requests.fixed_lines_kind import Fixed, FixedLines
from handlers.requests.promised_kind import Promised
from handlers.requests.site_kinds import Floor, InnerSize, LiftChoice, OpeningHours
from handlers.requests.site_photos_kind import SitePhotos
from handlers.requests.topics import (
    SECTIONS,
    Topic,
    bound_to_words,
    has_goal,
    has_pemd,
    offered,
    owned_by_another,
    shares_site,
    ticks,
    wants_names,
)
from handlers.words.catalogue import Say

OPENINGS = tuple(Opening(time(a), time(b)) for a, b in ((8, 17), (7, 19), (8, 12)))


def asks_note(so_far: Any) -> bool:
    """Ask for a note unless the client said something before the request began."""
    return detailed(so_far) and so_far.said is None


def off_the_ground(so_far: Any) -> bool:
    return so_far.floor not in {None, 0}


def first_range(facts: Facts, say: Say) -> str:
    """Show an early price range; empty if no prices are known."""
    prices, answers = facts.get("prices"), facts.so_far
    if prices is None or not inventory_of(answers) or by_hand(answers.activities):
        return ""
    book: PriceBook = prices.on(facts["today"])
    estimated = price(
        inventory_of(answers),
        access_of(answers),
        round_trip_km(postcode_of(answers)),
        book,
        facts["catalogue"],
        short_notice=is_short_notice(facts["now"], answers.earliest, book, facts["zone"]),
        saturday=is_saturday(answers.earliest),
    )
    return range_words(say, estimated, book)


def range_words(say: Say, estimated: Estimate, book: PriceBook) -> str:
    low, high = price_range(estimated.total_excl_vat_cents, book)
    return say("price-range", low=say.number(low), high=say.number(high))


def surveyed(so_far: Any) -> bool:
    return so_far.asbestos is AsbestosSurvey.YES


def certified(so_far: Any) -> bool:
    return so_far.cut_off is CutOff.CERTIFIED


def several_activities(answers: dict[str, Any]) -> dict[str, Any]:
    """Migrate answers from the form version with a single activity."""
    first = answers.pop("activity", None)
    return {**answers, **({"activities": [first]} if first else {}), "detail": "detail"}


@form("request", version=2, upgrades={1: several_activities})
class RequestForm:
    """Everything that a price depends on, in full or in brief."""

    activities: tuple[Activity, ...] = ask(OneOrMore(Activity))
    address: str | MapPin = ask(Address())
    pin: MapPin | None = ask(SitePin(), optional=True, unasked=True)
    landmark: str | None = ask(Text(at_most=160), when=pinned, optional=True)
    postcode: str | None = ask(SitePostcode(), when=postcode_unsaid)
    commune: str | None = ask(CommuneOf(), when=several_communes)
    detail: Detail = ask(Choice(Detail, columns=1), usual="detail")
    floor: int | tuple[int, ...] = ask(
        Floor(-5, 60, buttons=(0, 1, 2, 3, 4, 5)), when=detailed, usual=0
    )
    lift: Lift | None = ask(LiftChoice(Lift), when=off_the_ground)
    carry: int = ask(Integer(0, 300, buttons=(10, 30, 50, 100)), when=detailed, usual=10)
    parking: Parking = ask(Choice(Parking), when=detailed, usual="street")
    occupied: bool = ask(Confirm(), when=detailed, usual=False)
    contact: SiteContact | None = ask(OnSite(), when=detailed, usual=ME)
    permit: Permit | None = ask(
        Choice(Permit, columns=1), when=detailed, usual="no", unless=reserves_space
    )
    hours: Opening | None = ask(OpeningHours(OPENINGS), when=detailed, usual=str(OPENINGS[0]))
    entry: SiteEntry | None = ask(Choice(SiteEntry, columns=2), when=detailed, usual="free")
    names_days: int | None = ask(Integer(0, 30, buttons=(0, 2, 3)), when=wants_names)
    noise: Noise | None = ask(Choice(Noise, columns=1), when=detailed, usual="any")
    coactivity: bool | None = ask(Confirm(), when=detailed, usual=False)
    csps: str | None = ask(Text(at_least=2, at_most=120), when=shares_site, optional=True)
    owned: bool | None = ask(Confirm(), when=detailed, usual=True)
    confidential: Confidential | None = ask(Choice(Confidential), when=detailed, usual="none")
    more: tuple[Topic, ...] | None = ask(
        Promised(Topic, at_least=0, columns=2, only=offered), when=detailed, usual=[]
    )
    lift_size: Box | None = ask(InnerSize(60, 600), when=ticks(Topic.LIFT))
    lift_load: int | None = ask(Integer(150, 10_000), when=ticks(Topic.LIFT))
    lift_reserve: bool | None = ask(Confirm(), when=ticks(Topic.LIFT))
    building: str | None = ask(Text(at_most=60), when=ticks(Topic.STAIRS), optional=True)
    stairs_width: int | None = ask(Integer(60, 300), when=ticks(Topic.STAIRS), optional=True)
    vehicle_height: Decimal | None = ask(
        Quantity(lo=Decimal("1.8"), hi=Decimal("4.5"), unit="ml"), when=ticks(Topic.VEHICLE)
    )
    vehicle_tonnes: Decimal | None = ask(
        Quantity(lo=Decimal(1), hi=Decimal(44), unit="t"), when=ticks(Topic.VEHICLE), optional=True
    )
    welfare: tuple[Welfare, ...] | None = ask(
        MultiChoice(Welfare, at_least=0), when=ticks(Topic.WELFARE)
    )
    hard_deadline: bool | None = ask(Confirm(), when=ticks(Topic.TIMING))
    phases: int | None = ask(Integer(1, 20, buttons=(1, 2, 3, 4)), when=ticks(Topic.TIMING))
    reuse_goal: int | None = ask(Integer(0, 100, buttons=(50, 70, 90)), when=ticks(Topic.REUSE))
    reuse_contract: bool | None = ask(Confirm(), when=has_goal)
    bounds: tuple[Bound, ...] | None = ask(Promised(Bound, columns=1), when=ticks(Topic.BOUNDS))
    bound_words: str | None = ask(Text(at_least=2, at_most=200), when=bound_to_words, optional=True)
    insertion_hours: int | None = ask(Integer(0, 20_000), when=ticks(Topic.INSERTION))
    clause_officer: str | None = ask(
        Text(at_least=2, at_most=160), when=ticks(Topic.INSERTION), optional=True
    )
    pemd: Pemd | None = ask(Choice(Pemd, columns=1), when=ticks(Topic.PEMD))
    pemd_file: tuple[SentFile, ...] | None = ask(Documents(1, 5), when=has_pemd, optional=True)
    budget: Decimal | None = ask(
        Quantity(lo=Decimal(1), hi=Decimal(10_000_000), unit="eur"),
        when=ticks(Topic.BUDGET),
        optional=True,
    )
    decision: date | None = ask(Day(), when=ticks(Topic.BUDGET), optional=True)
    papers: tuple[WastePaper, ...] | None = ask(
        Promised(WastePaper, columns=1), when=ticks(Topic.PAPERS)
    )
    bill_kind: ClientKind | None = ask(Choice(ClientKind, columns=1), when=ticks(Topic.BILLING))
    bill_name: str | None = ask(
        Text(at_least=2, at_most=120, needs_letter=True), when=ticks(Topic.BILLING)
    )
    bill_address: str | None = ask(PostalAddress(), when=ticks(Topic.BILLING), optional=True)
    bill_email: str | None = ask(Email(), when=ticks(Topic.BILLING), optional=True)
    bill_reference: str | None = ask(Text(at_most=40), when=ticks(Topic.BILLING), optional=True)
    bill_vat: str | None = ask(VatNumber(), when=ticks(Topic.BILLING), optional=True)
    glass: GlassAs | None = ask(Choice(GlassAs, columns=1), when=asks_glass)
    lines: Goods | None = ask(Inventory(wants=wanted), when=detailed)
    fixed: Fixed | None = ask(FixedLines(), when=asks_fixed)
    asbestos: AsbestosSurvey | None = ask(Choice(AsbestosSurvey, columns=1), when=some_fixed)
    asbestos_file: tuple[SentFile, ...] | None = ask(Documents(1, 5), when=surveyed, optional=True)
    cut_off: CutOff | None = ask(Choice(CutOff, columns=1), when=some_fixed)
    cut_off_file: tuple[SentFile, ...] | None = ask(Documents(1, 5), when=certified, optional=True)
    wood_length_m: Decimal | None = ask(
        Quantity(lo=Decimal("0.1"), hi=Decimal(30), unit="ml"), when=asks_wood
    )
    wood_treated: Treated | None = ask(Choice(Treated, columns=1), when=asks_wood)
    handling: Handling | None = ask(Choice(Handling, columns=1), when=asks_handling)
    handling_to: str | None = ask(Text(at_least=5, at_most=200), when=asks_where_to)
    transform: str | None = ask(Text(at_least=3, at_most=500), when=asks_transformation)
    role: ClientRole | None = ask(Choice(ClientRole, columns=1), when=detailed)
    owner_name: str | None = ask(
        Text(at_least=2, at_most=120, needs_letter=True), when=owned_by_another
    )
    owner_siret: str | None = ask(CompanyNumber(), when=owned_by_another, optional=True)
    photos: tuple[SentFile, ...] | None = ask(
        SitePhotos(at_least=1, at_most=20, papers=paper_words()), optional=True
    )
    earliest: date = ask(Day(notice=2))
    deadline: date | None = ask(Day(after=attrgetter("earliest")), when=detailed)
    said: Told | None = ask(Saying(Text(at_most=2000)), optional=True, unasked=True)
    note: Told | None = ask(Saying(Text(at_most=2000)), when=asks_note, optional=True)
    reviewed: bool = ask(
        Review(head=first_range, sections=SECTIONS),
        needs=("prices", "today", "catalogue", "now", "zone"),
    )


def access_of(answers: Any) -> Access:
    """Read the access of the building."""
    return Access(
        floor=hardest_floor(floors_of(answers)),
        lift=answers.lift or Lift.NONE,
        carry_m=Decimal(answers.carry or 0),
        occupied=bool(answers.occupied),
        night=answers.hours is not None and answers.hours.is_night,
    )


def inventory_of(answers: Any) -> tuple[InventoryLine, ...]:
    """Read the goods to be taken away, or worked on."""
    return tuple(_line(line, answers) for line in answers.lines or ())


def _line(line: DraftLine, answers: Any) -> InventoryLine:
    fixed = is_line_fixed(line, answers)
    careful = is_careful(answers.activities, fixed=fixed)
    return InventoryLine(line.code, line.quantity, line.condition, careful, fixed)
