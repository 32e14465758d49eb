"""What a client is asked before a clearance can be priced (§2.2, §2.3)."""

from datetime import date
from typing import Any

from domain.activities import Activity, Parking
from domain.inventory import Lift
from handlers.conversation.form import ask, form
from handlers.conversation.kinds import (
    Choice,
    Confirm,
    Day,
    Goods,
    Integer,
    Inventory,
    Photos,
    Place,
    Review,
    SentFile,
    Text,
)
from handlers.flows.places import Address, CommuneOf, SitePostcode, pinned, several_communes


def off_the_ground(so_far: Any) -> bool:
    return bool(so_far.floor != 0)


def first_day(so_far: Any) -> date | None:
    day: date | None = so_far.earliest
    return day


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
    photos: tuple[SentFile, ...] | None = ask(Photos(at_least=1, at_most=20), optional=True)
    earliest: date = ask(Day(notice=2))
    deadline: date = ask(Day(after=first_day))
    note: str | None = ask(Text(at_most=2000), optional=True)
    reviewed: bool = ask(Review())
