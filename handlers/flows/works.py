"""What only some activities ask (§2.3), and what stands in an inventory for them."""

# ruff: noqa: ARG002 every kind is given the same

from collections.abc import Sequence
from dataclasses import fields
from enum import StrEnum
from typing import Any, TypeVar

from domain.activities import Activity
from domain.particulars import Handling, Particulars
from domain.site_rules import SiteRules
from domain.wishes import Wishes
from handlers.conversation.codes import DONE
from handlers.conversation.given import Given, Tapped
from handlers.conversation.kind import OPEN, Facts, Json, Kind, Open, Option, Rejected, reject
from handlers.conversation.kinds import Line
from handlers.conversation.kinds.choice import ADDS, CHECKED, DROPS, UNCHECKED
from handlers.words.catalogue import Say

T = TypeVar("T")


class Road(StrEnum):
    """How much is told at once."""

    QUICK = "quick"  # photos and a day; the rest is asked later
    DETAIL = "detail"


CATEGORIES = {Activity.FLAT_GLASS: "glass", Activity.WOOD_REUSE: "wood"}


def detailed(so_far: Any) -> bool:
    return so_far.road is Road.DETAIL


def wanted(so_far: Any) -> tuple[str, ...]:
    """Name the families of the catalogue that the activities cannot do without."""
    return tuple(CATEGORIES[one] for one in so_far.activities if one in CATEGORIES)


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


def is_line_fixed(line: Line, so_far: Any) -> bool:
    """Tell whether a line is fixed to the building, as was answered last."""
    return line.fixed if so_far.fixed is None else line.key in so_far.fixed


def some_fixed(so_far: Any) -> bool:
    """Tell whether something is part of the building: then a survey must come before works."""
    return any(is_line_fixed(line, so_far) for line in so_far.lines or ())


def _same_named(of: type[T], answers: Any) -> T:
    """Make a value of the trade from the answers that bear its fields' names."""
    names = (one.name for one in fields(of))  # type: ignore[arg-type]
    return of(**{name: getattr(answers, name) for name in names})


def rules_of(answers: Any) -> SiteRules:
    return _same_named(SiteRules, answers)


def wishes_of(answers: Any) -> Wishes:
    return _same_named(Wishes, answers)


def particulars_of(answers: Any) -> Particulars:
    return Particulars(
        answers.glass,
        answers.wood_length,
        answers.wood_treated,
        answers.handling,
        answers.handling_to,
        answers.transform,
    )


class FixedLines(Kind[tuple[str, ...]]):
    """The keys of the lines that are fixed to the building: those marked so far are ticked."""

    columns = 1
    needs = ("catalogue",)

    def read(self, given: Given, before: Json, facts: Facts) -> Json | Rejected:
        if not isinstance(given, Tapped):
            return self.unexpected(given)
        ticked = _ticked(before, facts)
        if given.code == DONE:
            return [*ticked]
        sign, key = given.code[:1], given.code[1:]
        if sign not in {ADDS, DROPS} or key not in {one.key for one in facts.so_far.lines}:
            return reject("not-offered")
        rest: list[Json] = [one for one in ticked if one != key]
        return {"open": [*rest, key] if sign == ADDS else rest}

    def load(self, raw: Json) -> tuple[str, ...] | Rejected | Open:
        if isinstance(raw, dict):
            return OPEN
        return tuple(map(str, raw)) if isinstance(raw, list) else reject("not-offered")

    def options(self, before: Json, facts: Facts) -> Sequence[Option]:
        ticked = _ticked(before, facts)
        rows = []
        for line in facts.so_far.lines:
            item = facts["catalogue"].find(line.code)
            sign, mark = (DROPS, CHECKED) if line.key in ticked else (ADDS, UNCHECKED)
            text = item.label(facts.lang) if item else line.code
            rows.append(Option(sign + line.key, text=text, mark=mark, wide=True))
        return [*rows, Option(DONE, "nav-done", style="success", wide=True)]

    def show(self, raw: Json, key: str, facts: Facts, say: Say) -> str:
        kept = raw if isinstance(raw, list) else []
        lines = facts.get("catalogue") and [
            facts["catalogue"].find(str(one).partition(".")[0]) for one in kept
        ]
        words = [one.label(say.lang) for one in lines or () if one]
        return ", ".join(words) or say.plain("shown-none")

    def still(self, raw: Json, facts: Facts) -> Rejected | None:
        """The inventory may have been changed since."""
        keys = {one.key for one in facts.so_far.lines}
        kept = raw if isinstance(raw, list) else []
        return None if keys.issuperset(map(str, kept)) else reject("not-offered")

    def reopen(self, raw: Json) -> Json:
        return {"open": raw}


def _ticked(before: Json, facts: Facts) -> list[str]:
    opened = before.get("open") if isinstance(before, dict) else None
    if not isinstance(opened, list):
        return [one.key for one in facts.so_far.lines if one.fixed]
    return [str(one) for one in opened]
