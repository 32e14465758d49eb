"""Converts a stored request or its site back to answers of the request form."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from domain.inventory import InventoryLine, Lift
from domain.job_preferences import JobPreferences
from domain.particulars import Particulars
from domain.site_rules import SiteRules
from handlers.conversation.kind import Json
from handlers.inventory.inventory_state import DraftLine, InventoryDraft
from handlers.requests.contact_kind import written
from handlers.requests.fixed_lines_kind import Fixed
from handlers.requests.topics import answered_topics
from storage.request_content import RequestContent, Site


def place_of(site: Site) -> dict[str, Any]:
    """Return the answers on the site's location."""
    place: dict[str, Any] = {"address": site.address, "postcode": site.postcode}
    if site.pin is not None:
        pin = [site.pin.latitude, site.pin.longitude]
        place |= {"address": pin, "landmark": site.address}
    return {**place, "commune": site.commune.insee}


def site_of(asked: RequestContent) -> dict[str, Any]:
    """Return the answers on location, access and rules of the site."""
    site, access, rules = asked.site, asked.site.access, asked.rules.plain()
    answers: dict[str, Any] = {
        **place_of(site),
        "floor": [access.floor, *others] if (others := asked.rules.other_floors) else access.floor,
        "lift": access.lift.value,
        "carry": int(access.carry_m),
        "parking": site.parking.value,
        "occupied": access.occupied,
        **_every(SiteRules, rules),
        "more": answered_topics(rules) if rules else None,
    }
    if access.floor == 0 and access.lift is Lift.NONE:
        del answers["lift"]
    return answers


def brief_of(asked: RequestContent) -> dict[str, Any]:
    """Return the answers of a brief request; the missing ones are asked."""
    return {
        "activities": list(asked.activities),
        **place_of(asked.site),
        "detail": "detail",
        "photos": None,
        "earliest": asked.earliest_on.isoformat(),
    }


def all_of(asked: RequestContent) -> dict[str, Any]:
    """Return all answers except photos, documents, days and note."""
    place, wishes = site_of(asked), asked.wishes.plain()
    more = place["more"]
    return {
        "activities": list(asked.activities),
        **place,
        "detail": "detail",
        **_every(JobPreferences, wishes),
        "more": None if more is None else [*more, *answered_topics(wishes)],
        "pemd_file": None,
        "decision": None,
        "contact": written(asked.contact),
        "lines": InventoryDraft(tuple(map(_line, asked.lines)), asked.unread).finished(),
        "fixed": _fixed(asked.lines),
        "asbestos": asked.asbestos,
        "asbestos_file": None,
        "cut_off": asked.cut_off,
        "cut_off_file": None,
        **_every(Particulars, asked.particulars.plain()),
    }


def _every(of: type, told: Mapping[str, Any]) -> dict[str, Any]:
    """Add the skipped questions: None means that a question was skipped."""
    names = (field.name for field in fields(of) if field.name != "other_floors")
    return {name: told.get(name) for name in names}


def _fixed(lines: Sequence[InventoryLine]) -> Json:
    keys = {_line(line).key: line.fixed for line in lines}
    return Fixed(frozenset(key for key, fixed in keys.items() if fixed), frozenset(keys)).plain()


def _line(line: InventoryLine) -> DraftLine:
    return DraftLine(line.code, line.quantity, line.condition, line.fixed)
