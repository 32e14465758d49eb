"""What only some activities ask (§2.3), and what stands in an inventory for them."""

from dataclasses import fields
from enum import StrEnum
from typing import Any, TypeVar

from domain.activities import Activity
from domain.catalogue import shipped_catalogue
from domain.inventory import InventoryLine
from domain.job_preferences import JobPreferences
from domain.particulars import Handling, Particulars
from domain.site_rules import SiteRules
from domain.survey import has_fixed
from handlers.inventory.inventory_state import DraftLine

T = TypeVar("T")


class Detail(StrEnum):
    """How much is told at once."""

    QUICK = "quick"  # photos and a day; the rest is asked later
    FULL = "detail"


CATEGORIES = {Activity.FLAT_GLASS: "glass", Activity.WOOD_REUSE: "wood"}


def detailed(so_far: Any) -> bool:
    return so_far.road is Detail.FULL


def wanted(so_far: Any) -> tuple[str, ...]:
    """Name the families of the catalogue that the activities cannot do without."""
    return tuple(CATEGORIES[activity] for activity in so_far.activities if activity in CATEGORIES)


def asks_glass(so_far: Any) -> bool:
    return detailed(so_far) and Activity.FLAT_GLASS in so_far.activities


def asks_wood(so_far: Any) -> bool:
    return detailed(so_far) and Activity.WOOD_REUSE in so_far.activities


def asks_handling(so_far: Any) -> bool:
    return detailed(so_far) and Activity.INVENTORY in so_far.activities


def asks_where_to(so_far: Any) -> bool:
    return so_far.handling is Handling.ELSEWHERE


def asks_transformation(so_far: Any) -> bool:
    return detailed(so_far) and Activity.TRANSFORMATION in so_far.activities


def asks_fixed(so_far: Any) -> bool:
    return detailed(so_far) and Activity.CAREFUL_REMOVAL in so_far.activities


def is_line_fixed(line: DraftLine, so_far: Any) -> bool:
    """Tell whether a line is fixed: as was answered, or marked where it came after the answer."""
    answered = so_far.fixed
    if answered is None or line.key not in answered.among:
        return line.fixed
    return line.key in answered.keys


def some_fixed(so_far: Any) -> bool:
    """Tell whether something is part of the building: then a survey must come before works."""
    lines = (
        InventoryLine(line.code, line.quantity, fixed=is_line_fixed(line, so_far))
        for line in so_far.lines or ()
    )
    return has_fixed(lines, shipped_catalogue())


def _same_named(of: type[T], answers: Any) -> T:
    """Make a value of the trade from the answers that bear its fields' names."""
    names = (field.name for field in fields(of))  # type: ignore[arg-type]
    return of(**{name: getattr(answers, name) for name in names})


def rules_of(answers: Any) -> SiteRules:
    return _same_named(SiteRules, answers)


def wishes_of(answers: Any) -> JobPreferences:
    return _same_named(JobPreferences, answers)


def particulars_of(answers: Any) -> Particulars:
    return _same_named(Particulars, answers)
