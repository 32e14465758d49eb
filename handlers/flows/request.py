"""What a client is asked before a clearance can be priced (§2.2, §2.3)."""

from datetime import date
from decimal import Decimal
from typing import Any

from domain.activities import Activity, Parking
from domain.catalogue import shipped_catalogue
from domain.inventory import Condition, Lift
from domain.papers import paper_words
from domain.survey import AsbestosSurvey, CutOff, has_fixed
from handlers.conversation.form import ask, each, form
from handlers.conversation.kinds import (
    Choice,
    Confirm,
    Day,
    Documents,
    Facts,
    Integer,
    Pick,
    Postcode,
    Quantity,
    Review,
    Saying,
    SentFile,
    SitePhotos,
    Text,
    Told,
)


def off_the_ground(so_far: Any) -> bool:
    return bool(so_far.floor != 0)


def first_day(so_far: Any) -> date | None:
    day: date | None = so_far.earliest
    return day


def unit_of(facts: Facts) -> str:
    """Tell the unit that the chosen item is counted in."""
    unit: str = facts["catalogue"].get(facts.so_far.item).unit
    return unit


def some_fixed(so_far: Any) -> bool:
    """Tell whether something is part of the building: then a survey must come before works."""
    return has_fixed((line.item for line in so_far.lines), shipped_catalogue())


def surveyed(so_far: Any) -> bool:
    return so_far.asbestos is AsbestosSurvey.YES


def certified(so_far: Any) -> bool:
    return so_far.cut_off is CutOff.CERTIFIED


@form("line")
class Line:
    """One kind of thing to take away."""

    item: str = ask(Pick("catalogue"))
    quantity: Decimal = ask(Quantity(unit=unit_of), needs="catalogue")
    condition: Condition = ask(Choice(Condition))


@form("request", version=1)
class Request:
    """Everything a price depends on."""

    activity: Activity = ask(Choice(Activity))
    address: str = ask(Text(at_least=5, at_most=200, needs_letter=True))
    postcode: str = ask(Postcode())
    floor: int = ask(Integer(-5, 60, buttons=(0, 1, 2, 3, 4, 5)))
    lift: Lift | None = ask(Choice(Lift), when=off_the_ground)
    carry: int = ask(Integer(0, 300, buttons=(10, 30, 50, 100)))
    parking: Parking = ask(Choice(Parking))
    occupied: bool = ask(Confirm())
    lines: tuple[Line, ...] = each(Line, at_most=40)
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
    reviewed: bool = ask(Review())
