"""What is wrong with a plan: every rule is asked, so that all is seen at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.crews import Member, Vehicle
from domain.planning import crew_rules as crew
from domain.planning import time_rules as time
from domain.planning.case import Absence, Case
from domain.planning.plan import Plan

Rule = Callable[[Case], Iterator[Mapping[str, object]]]

# A hard rule cannot be overridden; a soft one needs a reason.
HARD: tuple[Rule, ...] = (
    crew.already_booked,
    crew.away,
    crew.certificate_missing,
    crew.certificate_expired,
    crew.contract_ended,
    time.too_many_hours_a_day,
    time.span_too_long,
    time.rest_too_short,
    time.too_many_hours_a_week,
    crew.crew_too_small,
    crew.no_leader,
    crew.vehicle_already_booked,
    crew.no_driver,
)
SOFT: tuple[Rule, ...] = (
    time.over_contract_hours,
    time.not_a_working_day,
    crew.no_first_aider,
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One rule that a plan breaks; `params` name the person, the day and the figures."""

    rule: str
    hard: bool
    params: Mapping[str, object]


def conflicts(
    plan: Plan,
    existing: Sequence[Plan],
    roster: Mapping[int, Member],
    vehicles: Mapping[int, Vehicle],
    absences: Sequence[Absence] = (),
) -> tuple[Conflict, ...]:
    """Return every rule that a plan breaks beside the other plans, hard ones first."""
    case = Case(plan, existing, roster, vehicles, absences)
    return tuple(
        Conflict(rule.__name__, hard, found)
        for hard, rules in ((True, HARD), (False, SOFT))
        for rule in rules
        for found in rule(case)
    )
