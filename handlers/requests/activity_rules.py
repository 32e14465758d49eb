"""Questions that only some activities ask (§2.3)."""

from dataclasses import fields, replace
from enum import StrEnum
from typing import Any, TypeVar

from domain.activities import Activity, Parking
from domain.catalogue import shipped_catalogue
from domain.effort import hardest_floor
from domain.inventory import InventoryLine
from domain.job_preferences import JobPreferences
from domain.particulars import Handling, Particulars
from domain.site_rules import SiteRules
from domain.survey import has_fixed
from handlers.inventory.inventory_state import DraftLine

T = TypeVar("T")


class Detail(StrEnum):
    """How much of a request is asked at once."""

    QUICK = "quick"  # photos and a day; the rest is asked later
    FULL = "detail"


CATEGORIES = {Activity.FLAT_GLASS: "glass", Activity.WOOD_REUSE: "wood"}


def detailed(answers: Any) -> bool:
    return answers.detail is Detail.FULL


def reserves_space(answers: Any) -> bool:
    """Tell whether the truck stands where the town must have said yes."""
    return answers.parking is Parking.RESERVED


def wanted(answers: Any) -> tuple[str, ...]:
    """List the catalogue families that the activities require."""
    return tuple(CATEGORIES[activity] for activity in answers.activities if activity in CATEGORIES)


def asks_glass(answers: Any) -> bool:
    return detailed(answers) and Activity.FLAT_GLASS in answers.activities


def asks_wood(answers: Any) -> bool:
    return detailed(answers) and Activity.WOOD_REUSE in answers.activities


def asks_handling(answers: Any) -> bool:
    return detailed(answers) and Activity.INVENTORY in answers.activities


def asks_where_to(answers: Any) -> bool:
    return answers.handling is Handling.ELSEWHERE


def asks_transformation(answers: Any) -> bool:
    return detailed(answers) and Activity.TRANSFORMATION in answers.activities


def asks_fixed(answers: Any) -> bool:
    return detailed(answers) and Activity.CAREFUL_REMOVAL in answers.activities


def is_line_fixed(line: DraftLine, answers: Any) -> bool:
    """Tell whether a line is fixed: as answered, or as marked if it was added later."""
    answered = answers.fixed
    if answered is None or line.key not in answered.among:
        return line.fixed
    return line.key in answered.keys


def some_fixed(answers: Any) -> bool:
    """Tell whether any line is fixed to the building, which requires a survey."""
    lines = (
        InventoryLine(line.code, line.quantity, fixed=is_line_fixed(line, answers))
        for line in answers.lines or ()
    )
    return has_fixed(lines, shipped_catalogue())


def _same_named(of: type[T], answers: Any) -> T:
    """Make a value of the trade from the answers that bear its fields' names."""
    names = (field.name for field in fields(of) if hasattr(answers, field.name))  # type: ignore[arg-type]
    return of(**{name: getattr(answers, name) for name in names})


def floors_of(answers: Any) -> tuple[int, ...]:
    """List the floors of the site; the ground floor where nothing was said."""
    told = answers.floor or 0
    return told if isinstance(told, tuple) else (told,)


def rules_of(answers: Any) -> SiteRules:
    floors = floors_of(answers)
    others = tuple(floor for floor in floors if floor != hardest_floor(floors))
    return replace(_same_named(SiteRules, answers), other_floors=others or None)


def wishes_of(answers: Any) -> JobPreferences:
    return _same_named(JobPreferences, answers)


def particulars_of(answers: Any) -> Particulars:
    return _same_named(Particulars, answers)
