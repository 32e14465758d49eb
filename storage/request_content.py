"""What a client asks, as values of the trade and as rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from domain.activities import Activity, Parking, in_order
from domain.communes import Commune, Pin
from domain.inventory import Access, Condition, InventoryLine, Lift
from domain.job_preferences import NO_WISHES, JobPreferences
from domain.json_fields import from_json
from domain.particulars import NOTHING_PARTICULAR, Particulars
from domain.people import SiteContact
from domain.site_rules import NO_RULES, SiteRules
from domain.survey import AsbestosSurvey, CutOff
from storage.transaction import AnyRow


@dataclass(frozen=True, slots=True)
class Site:
    """Where it is and how things leave it; `pin` where it was shown on the map."""

    address: str
    postcode: str
    commune: Commune
    access: Access
    parking: Parking
    pin: Pin | None = None

    @property
    def town(self) -> str:
        """Write « 93200 Saint-Denis »."""
        return f"{self.postcode} {self.commune.town}"


@dataclass(frozen=True, slots=True)
class RequestContent:
    """What a client asks, before it has a number.

    Where it was asked in brief, access, parking, deadline and lines are not known: what stands
    there means nothing before the request is complete.
    """

    activities: tuple[Activity, ...]
    site: Site
    lines: tuple[InventoryLine, ...]
    earliest_on: date
    deadline_on: date
    note: str | None
    asbestos: AsbestosSurvey | None = None
    cut_off: CutOff | None = None
    particulars: Particulars = NOTHING_PARTICULAR
    contact: SiteContact | None = None  # who opens on site, if it is not who asks
    brief: bool = False
    rules: SiteRules = NO_RULES
    wishes: JobPreferences = NO_WISHES
    unread: tuple[str, ...] = ()  # lines of the inventory that nobody could read, as written


def columns_of(asked: RequestContent) -> dict[str, Any]:
    """Write all but the lines as columns of `requests`."""
    site = asked.site
    return {
        # The first alone as well, for a replica of the release before.
        "activity": asked.activities[0],
        "activities": list(asked.activities),
        "particulars": asked.particulars.plain() or None,
        "rules": asked.rules.plain() or None,
        "wishes": asked.wishes.plain() or None,
        "address": site.address,
        "postcode": site.postcode,
        "insee": site.commune.insee,
        "commune": site.commune.name,
        "latitude": site.pin and site.pin.latitude,
        "longitude": site.pin and site.pin.longitude,
        **access_columns(site.access),
        "parking": site.parking,
        "earliest_on": asked.earliest_on,
        "deadline_on": asked.deadline_on,
        "note": asked.note,
        "unread": list(asked.unread) or None,
        "contact_name": asked.contact and asked.contact.name,
        "contact_phone": asked.contact and asked.contact.phone,
        "asbestos": asked.asbestos,
        "cut_off": asked.cut_off,
    }


def access_columns(access: Access) -> dict[str, Any]:
    return {
        "floor": access.floor,
        "lift": access.lift,
        "carry_m": int(access.carry_m),
        "occupied": access.occupied,
    }


def line_rows(request_id: int, lines: Sequence[InventoryLine]) -> list[dict[str, Any]]:
    return [
        {
            "request_id": request_id,
            "position": position,
            "code": line.code,
            "quantity": str(line.quantity),
            "condition": line.condition,
            "careful": line.careful,
            "fixed": line.fixed,
        }
        for position, line in enumerate(lines)
    ]


def line_of(row: AnyRow) -> InventoryLine:
    return InventoryLine(
        row.code, Decimal(row.quantity), Condition(row.condition), row.careful, row.fixed
    )


def asked_from(row: AnyRow, lines: tuple[InventoryLine, ...], *, brief: bool) -> RequestContent:
    """Read what `columns_of` wrote."""
    rules = from_json(SiteRules, row.rules)
    carry = Decimal(row.carry_m)
    access = Access(row.floor, Lift(row.lift), carry, row.occupied, rules.is_night)
    site = Site(
        row.address,
        row.postcode,
        Commune(row.insee, row.commune),
        access,
        Parking(row.parking),
        None if row.latitude is None else Pin(row.latitude, row.longitude),
    )
    return RequestContent(
        in_order([Activity(activity) for activity in row.activities or [row.activity]]),
        site,
        lines,
        row.earliest_on,
        row.deadline_on,
        row.note,
        AsbestosSurvey(row.asbestos) if row.asbestos else None,
        CutOff(row.cut_off) if row.cut_off else None,
        from_json(Particulars, row.particulars),
        SiteContact(row.contact_name, row.contact_phone) if row.contact_name else None,
        brief,
        rules,
        from_json(JobPreferences, row.wishes),
        tuple(row.unread or ()),
    )
